import { findById } from "@/lib/seller-data/example";
import type { OperationId } from "@/lib/seller-data/operations";

/** The routes of some calls, each leading to its page of the reference. */
export function Routes({ ids }: { ids: readonly OperationId[] }) {
  return (
    <ul className="grid gap-1">
      {ids
        .flatMap((id) => findById(id) ?? [])
        .map(({ id, method, path }) => (
          <li key={id}>
            <a className="link mono wrap-anywhere" href={`/guide/reference/${id}`}>{`${method} ${path}`}</a>
          </li>
        ))}
    </ul>
  );
}
