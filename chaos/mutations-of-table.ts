import { asFounder } from "@/db/client";
import { domainProofs, listings, listingVersions, namePermits } from "@/db/schema";
import { makeActor } from "@/db/testing";
import type { Actor } from "@/lib/accounts/actor";
import { type Right, ruleOf } from "@/lib/accounts/rights";
import { rightsOfBulk } from "@/lib/desk/rights-of-bulk.testing";
import { rightsOfHelp } from "@/lib/desk/rights-of-help.testing";
import { rightsOfListings } from "@/lib/desk/rights-of-listings.testing";
import { rightsOfOperators } from "@/lib/desk/rights-of-operators.testing";
import { rightsOfTeams } from "@/lib/desk/rights-of-teams.testing";
import { atForm, type Row } from "@/lib/desk/rights-table.testing";
import type { Mutation } from "./mutation-scenes";
import { unplayed } from "./unplayed";

const ofDirectory = Object.keys(rightsOfListings);
const rows = Object.entries({
  ...rightsOfListings,
  ...rightsOfTeams,
  ...rightsOfHelp,
  ...rightsOfBulk,
  ...rightsOfOperators,
}) as [Right, Row][];

/** One for each line of the table of rights that is neither among these mutations nor left out. */
export function mutationsOfTable(others: Mutation[]): Mutation[] {
  const played = new Set<string>(others.map(({ name }) => name));
  return rows
    .filter(([right]) => !played.has(right) && !(right in unplayed))
    .map(([right, row]) => toMutation(right, row));
}

function toMutation(name: Right, row: Row): Mutation {
  const prepare = async () => {
    if (ofDirectory.includes(name)) await emptyDirectory();
    const actor = await makeHolder(name);
    const ids = await row.make(actor);
    const form = atForm(actor, name, row.offered?.(ids));
    return () => row.act(form, ids);
  };
  return name === "open ticket" ? { name, prepare, tellsAll: true } : { name, prepare };
}

/** Somebody who has that right, in a team with another owner. */
async function makeHolder(right: Right): Promise<Actor> {
  const rule = ruleOf(right);
  if (rule.who !== "member") return makeActor();
  const { organisationId } = await makeActor({ kind: rule.kinds[0] });
  return makeActor({ organisationId, role: rule.roles.at(-1) });
}

/** The table's lines all take the same names, and a name or a domain is one organisation's at a time. */
const emptyDirectory = () =>
  asFounder(async (tx) => {
    for (const table of [listingVersions, listings, namePermits, domainProofs]) await tx.delete(table);
  });
