import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Icon, iconNames } from "./icon";

// An alias of lucide-react exports no drawing, and which names are aliases changes between its releases.
test.each(iconNames)("%s has a drawing", (name) => {
  expect(renderToStaticMarkup(<Icon name={name} />)).toMatch(/^<svg [^>]*aria-hidden="true"[^>]*><\w+ /);
});
