import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { demoPassword } from "@/db/seed/demo-accounts";
import { createClient } from "./acts-of-clients";
import { json } from "./ask";
import { callApi, tokenOf } from "./calls";
import { type Client, Household, type World } from "./household";
import { makeRandom } from "./random";

const accounts = 3;

/** So many sellers and aggregators, signed in, each aggregator with a client, its endpoint and the portal API. */
export async function makeHouseholds(world: World, seed: number, count: number): Promise<Household[]> {
  const homes: Household[] = [];
  for (let n = 0; n < count; n++) {
    const people = await world.look((sql) => insertPeople(sql, `${seed}-${n}-${randomUUID().slice(0, 6)}`));
    const passwords = { shop: demoPassword, desk: demoPassword };
    const home = new Household(world, makeRandom(seed * 1000 + n), people, passwords);
    await home.signIn("shop");
    await home.signIn("desk");
    const client = await createClient(home, true);
    if (!client) throw new Error(`no client was made: ${world.journal.violations.join("; ")}`);
    await home.act(
      "desk",
      `/clients/${client.rowId}`,
      "portal API on",
      {},
      { do: "portal_api", state: "on" },
    );
    await addEndpoint(home, client, n % 2 === 1);
    homes.push(home);
  }
  return homes;
}

async function addEndpoint(home: Household, client: Client, isFaulty: boolean) {
  const endpoint = { key: undefined as string | undefined, isFaulty, messages: [] };
  const { receiver } = home.world;
  receiver.endpoints.set(client.clientId, endpoint);
  // A token from before the portal API was switched on lacks it.
  await tokenOf(home, client, true);
  const events = ["link.created", "link.ended", "invitation.accepted"];
  const body = { url: receiver.urlOf(client.clientId), events };
  const made = await callApi(home, client, "POST", "/webhooks", { key: randomUUID(), body });
  endpoint.key = made && (json(made)?.key as string | undefined);
  if (!endpoint.key) throw new Error(`no endpoint was made: ${made?.status} ${made?.body}`);
}

/** As their mailed links would have made them: signing up is not what is tried here. */
async function insertPeople(sql: Sql, tag: string) {
  const [shopId, deskId] = [randomUUID(), randomUUID()];
  const [shop, desk] = [`shop-${tag}@chaos.test`, `desk-${tag}@chaos.test`];
  const sellers = await sql.begin(async (tx) => {
    for (const [organisation, email, kind] of [
      [shopId, shop, "seller"],
      [deskId, desk, "aggregator"],
    ] as const) {
      const person = randomUUID();
      await tx`insert into people (id, email, email_fold, name, password_hash)
        select ${person}, ${email}, ${email}, ${email}, password_hash from people where email = 'seller@demo.test'`;
      await tx`insert into organisations (id, kind, name) values (${organisation}, ${kind}, ${email})`;
      await tx`insert into members (organisation_id, person_id, role) values (${organisation}, ${person}, 'owner')`;
    }
    return tx<
      { id: string }[]
    >`insert into sellers (seller_id, owner_organisation_id, shop_name, contact_email)
      select nextval('fresh_seller_ids'), ${shopId}, ${`Shop ${tag} `} || n, ${shop} from generate_series(1, ${accounts}) n
      returning seller_id as id`;
  });
  return { shop, desk, shopId, deskId, sellers: sellers.map(({ id }) => Number(id)) };
}
