import type { ReactNode } from "react";
import { Copy } from "./copy";
import type { CopyTexts } from "./copy-button";

type Pair =
  | { label: string; value: ReactNode; copy?: undefined }
  | { label: string; value: string; copy: CopyTexts };

/** Facts with their names; those with `copy` can be copied. */
export function KeyValue({ pairs }: { pairs: Pair[] }) {
  return (
    <dl className="pairs">
      {pairs.map((pair) => (
        <div key={pair.label}>
          <dt>{pair.label}</dt>
          <dd>{pair.copy ? <Copy texts={pair.copy} value={pair.value} /> : pair.value}</dd>
        </div>
      ))}
    </dl>
  );
}
