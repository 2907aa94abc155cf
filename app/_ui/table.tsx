// biome-ignore-all lint/a11y/noRedundantRoles: the cards of a narrow screen change the display of these elements, and with it a browser drops their implied roles.

import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Column = {
  /** Also the label of the cell on a narrow screen. They differ; one may be empty, for a column of actions. */
  label: string;
  end?: boolean;
};

type Props = {
  caption: string;
  /** Kept for assistive technology only, where a heading says the same. */
  captionHidden?: boolean;
  columns: Column[];
  /** The first cell of a row is its heading. */
  rows: { key: string; cells: ReactNode[]; attributes?: Record<`data-${string}`, string> }[];
};

/** A table with a heading that stays in sight; on narrow screens every row is a card. */
export function Table({ caption, captionHidden, columns, rows }: Props) {
  return (
    <div className="table-box">
      <table className="table" role="table">
        <caption className={captionHidden ? "sr-only" : "table-caption"}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ label, end }) =>
              label ? (
                <th className={classNames(end && "cell-end")} key={label} role="columnheader" scope="col">
                  {label}
                </th>
              ) : (
                // A heading without words would be announced as one.
                <td key={label} role="cell" />
              ),
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, cells, attributes }) => (
            <tr key={key} role="row" {...attributes}>
              {cells.map((cell, index) => {
                const { label = "", end } = columns[index] ?? {};
                const props = { className: classNames(end && "cell-end") || undefined, "data-label": label };
                return index === 0 ? (
                  <th {...props} key={label} role="rowheader" scope="row">
                    <div>{cell}</div>
                  </th>
                ) : (
                  <td {...props} key={label} role="cell">
                    <div>{cell}</div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
