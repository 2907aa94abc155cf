import { check } from "./check";
import type { Household } from "./household";
import type { Stage } from "./stage";

/** Checks the database against its rules and against all that these households were answered. */
export async function checkAll({ rows }: Stage, since: string, homes: Household[]) {
  const expected = homes.flatMap(({ pairs }) =>
    // Of what was under way when somebody gave up waiting nobody knows.
    pairs
      .filter(({ state }) => state !== "unknown")
      .map(({ client, sellerId, state }) => ({
        clientRowId: client.rowId,
        clientId: client.clientId,
        sellerId,
        isOpen: state === "open",
      })),
  );
  const organisations = homes.flatMap(({ people }) => [people.shopId, people.deskId]);
  return check(rows, since, expected, organisations);
}
