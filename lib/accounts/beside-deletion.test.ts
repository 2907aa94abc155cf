import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { asFounder, type Tx } from "@/db/client";
import { makeActor, makeClient, makeOrganisation, makeSeller, ownDatabase, withFormKey } from "@/db/testing";
import { createClientForOthers } from "../clients/create-client-for-others";
import { linkForOthers } from "../links/link-for-others";
import { deleteOrganisation } from "../privacy/delete-organisation";
import type { RefusalCode, Result } from "../result";
import { ask } from "./act.testing";
import type { Actor } from "./actor";
import { bindSeller } from "./bind-seller";
import { createSellerForOthers } from "./create-seller-for-others";
import type { Right } from "./rights";

beforeAll(() => ownDatabase());

const reason = "Asked for in writing";
const contactEmail = "a@b.test";

/** A seller's organisation with an account, an account that nobody owns, and the operator at a form of theirs. */
async function makeScene() {
  const [owner, operator] = [await makeActor(), await makeActor({ kind: "operator" })];
  const account = await makeSeller({ id: owner.organisationId });
  const free = await makeSeller(null);
  const client = await makeClient(await makeOrganisation({ kind: "partner" }));
  const offered = { organisation: [owner.organisationId], seller: [String(account.sellerId)] };
  const at = (act: Right): Actor => withFormKey(operator, { act, offered });
  return { owner, free, client, at };
}
type Scene = Awaited<ReturnType<typeof makeScene>>;

const acts: [string, RefusalCode, (scene: Scene) => Promise<Result<unknown>>][] = [
  [
    "binding an account",
    "not_found",
    ({ at, owner, free }) =>
      bindSeller(at("bind seller"), { sellerId: free.sellerId, email: owner.email, reason }),
  ],
  [
    "making an account",
    "not_found",
    ({ at }) =>
      createSellerForOthers(at("create seller for others"), { shopName: "One more", contactEmail, reason }),
  ],
  [
    "making a client",
    "not_found",
    ({ at }) =>
      createClientForOthers(at("create client for others"), {
        clientId: "by-the-desk",
        contactEmail,
        reason,
      }),
  ],
  [
    "linking",
    // Its account is nobody's then: not the one that the operator looked at.
    "stale",
    ({ at, client }) => linkForOthers(at("link for others"), { clientId: client.clientId, reason }),
  ],
];

async function waiting(tx: Tx, many: number) {
  const held = sql`select distinct l.pid from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`;
  for (;;) {
    // Else a transaction goes on seeing the connections that there were when it first looked.
    await tx.execute(sql`select pg_stat_clear_snapshot()`);
    if ((await tx.execute(held)).length >= many) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}

it.each(acts)("%s for an organisation while it is deleted leaves nothing with it", async (_, code, act) => {
  const scene = await makeScene();
  const { owner } = scene;
  const id = owner.organisationId;
  const [{ name } = { name: "" }] = await ask<{ name: string }>(
    sql`select name from organisations where id = ${id}`,
  );
  const form = withFormKey(owner, { act: "delete organisation", path: "/account" });
  const { deleting, acting } = await asFounder(async (tx) => {
    // Holds up the deletion where it has looked at everything and signs everybody out.
    await tx.execute(sql`select 1 from sessions where id = ${owner.sessionId} for update`);
    const deleting = deleteOrganisation(form, { do: "delete_organisation", typedName: name });
    await waiting(tx, 1);
    const acting = act(scene);
    await Promise.race([waiting(tx, 2), acting]);
    return { deleting, acting };
  });
  expect(await deleting).toMatchObject({ ok: true });
  expect(await acting).toMatchObject({ code });
  const [left] = await ask(sql`select
    (select count(*)::int from sellers where owner_organisation_id = ${id}) as sellers,
    (select count(*)::int from clients where organisation_id = ${id} and deleted_at is null) as clients,
    (select count(*)::int from seller_links where seller_organisation_id = ${id}) as links`);
  expect(left).toEqual({ sellers: 0, clients: 0, links: 0 });
});
