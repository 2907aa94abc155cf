import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { writeCsv } from "../csv";
import { done, type Result, refuse } from "../result";
import { insertInvitations } from "./insert-invitations";
import type { InvitationRow, InviteFromFileInput } from "./invitation-input";
import { linkedSellersOf } from "./linked-sellers-of";
import { findOfferedClient } from "./offered-client";
import { type BadRow, type GoodRow, invitationColumns, readInvitationRows } from "./read-invitation-rows";

/** What became of an uploaded file. The links stand in `linksCsv`, here and never again. */
export type InvitedView = {
  clientId: string;
  made: number;
  linksCsv: string;
  bad: BadRow[];
  /** The bad rows as a file to correct and send again. */
  badCsv: string;
  /** The list around the form lacks these. */
  isFrameStale: true;
};

/** Makes an invitation of every good row of a file; the bad ones come back with what is wrong with each. */
export async function inviteFromFile(actor: Actor, input: InviteFromFileInput): Promise<Result<InvitedView>> {
  const bytes = new Uint8Array(await input.csv.arrayBuffer());
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "invite from file");
    if (refusal) return refusal;
    const found = await findOfferedClient(tx, actor, input.clientId);
    if (!found.ok) return found;
    const read = readInvitationRows(bytes);
    if (!read.ok) return refuse("invalid", { fields: { csv: read.code } });
    const client = found.view;
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;

    const linked = await linkedSellersOf(tx, client.id, read.good.map(askedFor));
    const isLinked = (one: { row: InvitationRow }) => linked.has(askedFor(one) ?? 0);
    const late = read.good.filter(isLinked).map(refusedRow("already_linked", "expectedSellerId"));
    const good = read.good.filter((one) => !isLinked(one));
    const { message } = input;
    const list = good.map(({ row: { email: addressee, ...row } }) => ({ ...row, addressee, message }));
    const answers = await insertInvitations(tx, actor, client, list);
    const links: string[][] = [];
    for (const [index, answer] of answers.entries()) {
      const row = good[index];
      if (!row) continue;
      if (answer.ok) links.push([...row.cells, answer.view.url]);
      else late.push(answer.code === "taken" ? refusedRow("taken", "email")(row) : refusedRow("limit")(row));
    }
    const bad = [...read.bad, ...late].sort((a, b) => a.line - b.line);
    const problems = bad.map(({ cells, code }) => [...cells.slice(0, 4), code, ...cells.slice(4)]);
    return done({
      clientId: client.clientId,
      made: links.length,
      linksCsv: writeCsv([[...invitationColumns, "link"], ...links], read.delimiter),
      bad,
      badCsv: writeCsv([[...invitationColumns, "problem"], ...problems], read.delimiter),
      isFrameStale: true,
    });
  });
}

const refusedRow =
  (code: BadRow["code"], column: BadRow["column"] = null) =>
  ({ line, cells }: GoodRow): BadRow => ({ line, cells, code, column });

function askedFor({ row: { expectedSellerId, email } }: { row: InvitationRow }) {
  return expectedSellerId ?? (email && "sellerId" in email ? email.sellerId : null);
}
