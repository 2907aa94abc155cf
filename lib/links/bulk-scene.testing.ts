import { asc, eq, sql } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { bulkItems, bulkRuns, sellerLinks, sellerTags } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeSecret, makeSeller, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { moveClock } from "../clock";
import { startBulkRunInput } from "./bulk-input";
import { startBulkRun, waitSeconds } from "./start-bulk-run";

export type BulkScene = Awaited<ReturnType<typeof bulkScene>>;

/** An aggregator with a client, and so many linked sellers of one shopkeeper. */
export async function bulkScene(many = 3) {
  const [partner, seller] = [await makeActor({ kind: "aggregator" }), await makeActor()];
  const client = await makeClient({ id: partner.organisationId });
  const { secret } = await makeSecret(client);
  const links: Awaited<ReturnType<typeof makeLink>>[] = [];
  for (let n = 0; n < many; n++)
    links.push(await makeLink(client, await makeSeller({ id: seller.organisationId })));
  return { partner, seller, client, links, secret };
}

type Key = { client: { id: string }; count?: number };

/** The form that starts an act on many, as it stands before somebody. */
export const startForm = (actor: Actor, { client, count }: Key) =>
  withFormKey(actor, {
    act: "start bulk run",
    path: "/clients/x/bulk",
    offered: { client: [client.id], ...(count !== undefined && { count: [String(count)] }) },
  });

/** The form on a run's own page. */
export const runForm = (actor: Actor, act: "stop bulk run" | "undo bulk run", bulkId: string) =>
  withFormKey(actor, { act, offered: { bulkId: [bulkId] } });

/** An input as the door would have parsed it. */
export const bulkInput = (values: Record<string, string>) =>
  startBulkRunInput.parse({ do: "start", query: "status=open", ...values });

/** Starts an act on many; resolves to its run's id. */
export async function startRun(scene: BulkScene, values: Record<string, string>, count?: number) {
  const form = startForm(scene.partner, { client: scene.client, count });
  const result = await startBulkRun(form, bulkInput(values));
  if (!result.ok) throw new Error(`the run was refused: ${JSON.stringify(result)}`);
  return result.view.goTo.split("/").at(-1) ?? "";
}

/** Lets the half minute pass in which a run waits. */
export const letItBeDue = () => moveClock(waitSeconds + 1);

/** What stands in the database of a run: itself, and what became of its sellers in their order. */
export async function readRun(bulkId: string) {
  const [run] = await asFounder((tx) => tx.select().from(bulkRuns).where(eq(bulkRuns.id, bulkId)));
  const items = await asFounder((tx) =>
    tx.select().from(bulkItems).where(eq(bulkItems.bulkRunId, bulkId)).orderBy(asc(bulkItems.sellerId)),
  );
  if (!run) throw new Error("there is no such run");
  return { run, items, why: items.map(({ skipped }) => skipped) };
}

/** The tags of a client's sellers, as `SellerId tag`. */
export async function tagsOf(clientRowId: string) {
  const rows = await asFounder((tx) =>
    tx
      .select()
      .from(sellerTags)
      .where(eq(sellerTags.clientRowId, clientRowId))
      .orderBy(asc(sellerTags.sellerId), asc(sellerTags.fold)),
  );
  return rows.map(({ sellerId, tag }) => `${sellerId} ${tag}`);
}

/** The links of a client that are not ended yet. */
export const openLinksOf = (clientRowId: string) =>
  asFounder((tx) =>
    tx
      .select()
      .from(sellerLinks)
      .where(sql`${sellerLinks.clientRowId} = ${clientRowId} and ${sellerLinks.unlinkedAt} is null`),
  );
