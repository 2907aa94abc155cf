import { createElement } from "react";
import { classNames } from "./class-names";

type Drawing = [element: string, attributes: Record<string, string>][];

/**
 * Draws one icon of lucide-react as plain SVG, hidden from assistive technology. It takes the icon's module
 * (`import * as check from "lucide-react/icons/check"`, never an alias: those carry no drawing), since the ready
 * component would make every icon on a page a client component.
 */
export function Glyph({ of, className }: { of: object; className?: string }) {
  const { node } = (of as { __iconData: { node: Drawing } }).__iconData;
  return (
    <svg
      aria-hidden="true"
      className={classNames("icon", className)}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2"
      viewBox="0 0 24 24"
    >
      {node.map(([element, { key, ...attributes }]) => createElement(element, { key, ...attributes }))}
    </svg>
  );
}
