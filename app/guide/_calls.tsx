import { type AreaName, rhythmOf } from "@/lib/seller-data/guide-areas";
import type { Operation } from "@/lib/seller-data/operation";
import type { OperationId } from "@/lib/seller-data/operations";
import type { Text } from "../_text/text";
import { Table } from "../_ui/table";
import { withAreas } from "./_chosen";

type Props = {
  calls: readonly (Operation & { id: OperationId })[];
  caption: string;
  chosen?: readonly AreaName[];
  t: Text;
};

/** Calls of the Seller API, each leading to its page. */
export function Calls({ calls, caption, chosen = [], t }: Props) {
  const { columns, operations, rhythms } = t.reference;
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[{ label: columns.call }, { label: columns.route }, { label: columns.rhythm }]}
      rows={calls.map(({ id, method, path }) => ({
        key: id,
        attributes: { "data-operation": id },
        cells: [
          <a href={withAreas(`/guide/reference/${id}`, chosen)} key="call">
            {operations[id].title}
          </a>,
          <code className="wrap-anywhere" key="route">{`${method} ${path}`}</code>,
          rhythms[rhythmOf(id)],
        ],
      }))}
    />
  );
}
