import { asFounder } from "@/db/client";
import { bulkItems, bulkRuns, savedViews, sellerTags } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeSeller } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import { bulkInput } from "../links/bulk-scene.testing";
import { noteSeller } from "../links/note-seller";
import { removeView } from "../links/remove-view";
import { saveView } from "../links/save-view";
import { startBulkRun } from "../links/start-bulk-run";
import { stopBulkRun } from "../links/stop-bulk-run";
import { tagSeller } from "../links/tag-seller";
import { foldTag } from "../links/tags";
import { undoBulkRun } from "../links/undo-bulk-run";
import { untagSeller } from "../links/untag-seller";
import { row } from "./rights-table.testing";

const tag = "Vip";

/** A client of that actor's organisation with one linked seller, who has a tag. */
async function makeLinked({ organisationId }: Actor) {
  const client = await makeClient({ id: organisationId });
  const { id: linkId, sellerId } = await makeLink(client, await makeSeller(await makeOwner()));
  const words = { tag: "old", fold: foldTag("old"), createdAt: now() };
  await asFounder((tx) =>
    tx.insert(sellerTags).values({ clientRowId: client.id, organisationId, sellerId, ...words }),
  );
  return { client: client.id, linkId, sellerId };
}

const makeOwner = async () => ({ id: (await makeActor()).organisationId });

/** A run on that seller which waits to begin. */
async function makeRun(actor: Actor) {
  const { client: clientRowId, linkId, sellerId } = await makeLinked(actor);
  const { organisationId, personId: createdBy, name: createdByName } = actor;
  const [bulkRunId, createdAt] = [newId(), now()];
  const about = { id: bulkRunId, clientRowId, organisationId, act: "tag" as const, choice: tag, total: 1 };
  const times = { createdAt, dueAt: inSeconds(30) };
  await asFounder(async (tx) => {
    await tx.insert(bulkRuns).values({ ...about, createdBy, createdByName, ...times });
    await tx.insert(bulkItems).values({ bulkRunId, organisationId, linkId, sellerId });
  });
  return { bulkId: bulkRunId };
}

async function makeView(actor: Actor) {
  const { client: clientRowId } = await makeLinked(actor);
  const [viewId, { organisationId }] = [newId(), actor];
  const said = { name: "All", query: "status=open", createdAt: now() };
  await asFounder((tx) => tx.insert(savedViews).values({ id: viewId, clientRowId, organisationId, ...said }));
  return { client: clientRowId, viewId };
}

const aboutSeller = {
  about: "own" as const,
  make: async (actor: Actor) => ({ linkId: (await makeLinked(actor)).linkId }),
  offered: ({ linkId }: { linkId: string }) => ({ linkId: [linkId] }),
  isTyped: true as const,
};
const aboutClient = {
  about: "own" as const,
  make: async (actor: Actor) => ({ client: (await makeLinked(actor)).client }),
  offered: ({ client }: { client: string }) => ({ client: [client] }),
};
const aboutRun = {
  about: "own" as const,
  make: makeRun,
  offered: ({ bulkId }: { bulkId: string }) => ({ bulkId: [bulkId] }),
  isTyped: true as const,
};

export const rightsOfBulk = {
  "tag seller": row({
    ...aboutSeller,
    act: (actor, { linkId }) => tagSeller(actor, { do: "tag", linkId, tag }),
  }),
  "untag seller": row({
    ...aboutSeller,
    act: (actor, { linkId }) => untagSeller(actor, { do: "untag", linkId, tag: "old" }),
  }),
  "note seller": row({
    ...aboutSeller,
    act: (actor, { linkId }) => noteSeller(actor, { do: "note", linkId, note: "Ring on Mondays." }),
  }),
  "save view": row({
    ...aboutClient,
    act: (actor) => saveView(actor, { do: "save", name: "Open", query: "status=open" }),
  }),
  "remove view": row({
    ...aboutClient,
    make: makeView,
    act: (actor, { viewId }) => removeView(actor, { do: "remove", viewId }),
    isTyped: true,
  }),
  "start bulk run": row({
    ...aboutClient,
    make: async (actor) => {
      const { client, linkId } = await makeLinked(actor);
      return { client, linkId };
    },
    offered: ({ client }) => ({ client: [client], count: ["1"] }),
    act: (actor, { linkId }) => startBulkRun(actor, bulkInput({ act: "tag", tag, links: linkId })),
    isTyped: true,
  }),
  "stop bulk run": row({
    ...aboutRun,
    act: (actor, { bulkId }) => stopBulkRun(actor, { do: "stop", bulkId }),
  }),
  "undo bulk run": row({
    ...aboutRun,
    act: (actor, { bulkId }) => undoBulkRun(actor, { do: "undo", bulkId }),
  }),
};
