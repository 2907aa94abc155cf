import { beforeAll, expect, it } from "vitest";
import { ensureFoundations } from "@/db/ensure";
import { makeActor, ownDatabase } from "@/db/testing";
import { beforeVersion, decide, makeSubmission } from "../directory/desk-scene.testing";
import { reloadKeys } from "../tokens/key-ring";
import { makeCaller } from "./caller.testing";

beforeAll(async () => {
  await ownDatabase();
  await ensureFoundations();
  await reloadKeys();
});

it("a decision about an entry is told to its client's program, without the words on single fields", async () => {
  const { client, organisation, call } = await makeCaller({ kind: "aggregator" });
  const owner = await makeActor({ organisationId: organisation.id });
  const id = await makeSubmission({ owner, client }, "Ragwort Feeds");
  const form = beforeVersion(await makeActor({ kind: "operator" }), id);
  await decide(form, { listingId: id, decision: "changes", "comment-logo": "Blurred." });
  let items: unknown[] = [];
  // Whatever else runs on this PostgreSQL holds the horizon back for a while.
  const read = async () => {
    items = (await call("GET", "/events")).body.items;
    return items.length;
  };
  await expect.poll(read, { timeout: 20_000 }).toBe(1);
  const data = { clientId: client.clientId, listingId: id, decision: "changes", reason: "Too vague." };
  expect(items).toMatchObject([{ type: "listing.decided", data }]);
  expect(JSON.stringify(items)).not.toContain("Blurred");
});
