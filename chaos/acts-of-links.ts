import { setTimeout as sleep } from "node:timers/promises";
import { json } from "./ask";
import { callApi, callSeller, tokenOf } from "./calls";
import type { Client, Household, Pair } from "./household";

const callsAfterUnlink = 40;
const sideBySide = 10;

const live = (home: Household) => home.clients.filter(({ state }) => state === "active");

/** Agrees to a link on the consent page. */
export async function link(home: Household) {
  const free = live(home)
    .flatMap((client) => home.people.sellers.map((sellerId) => home.pairOf(client, sellerId)))
    .filter(({ state }) => state !== "open");
  if (free.length === 0) return;
  await consent(home, home.random.pick(free));
}

/** The consent itself, with an invitation where there is one. True: the link is open. */
export async function consent(home: Household, pair: Pair, invitation?: string): Promise<boolean> {
  const query = new URLSearchParams({ clientId: pair.client.clientId, ...(invitation && { invitation }) });
  const sellerId = String(pair.sellerId);
  const values = { sellerId, duration: "none", terms: "on", confirm: "on", typedSellerId: sellerId };
  const what = invitation ? "accept invitation" : "link";
  pair.state = "unknown";
  const outcome = await home.act("shop", `/link-client?${query}`, what, values);
  if (!outcome || outcome.kind === "refused") {
    home.world.journal.violate(
      `${what} ${pair.client.clientId} ${sellerId}: ${outcome ? outcome.code : "no form"}`,
    );
    return false;
  }
  pair.state = "open";
  return true;
}

/** Ends a link on the page of links, or as the client by the portal API; then calls that must all be refused. */
export async function unlink(home: Household) {
  const open = home.pairs.filter(({ state, client }) => state === "open" && client.state !== "deleted");
  if (open.length === 0) return;
  const pair = home.random.pick(open);
  const { client, sellerId } = pair;
  const token = await tokenOf(home, client);
  if (token && client.state === "active") await expectCall(home, pair);
  pair.state = "unknown";
  if (client.isMain && client.state === "active" && home.random.chance(0.4)) {
    const answer = await callApi(home, client, "DELETE", `/links/${sellerId}?reason=other`);
    if (answer?.status !== 204)
      return home.world.journal.violate(`DELETE /links: ${answer?.status} ${answer?.body}`);
  } else {
    const [row] = await home.patiently(() =>
      home.world.look(
        (sql) => sql<{ id: string }[]>`select id from seller_links
        where client_row_id = ${client.rowId} and seller_id = ${sellerId} and unlinked_at is null`,
      ),
    );
    if (!row)
      return home.world.journal.violate(`the acknowledged link ${client.clientId} ${sellerId} is not there`);
    const values = { reason: "other", when: "now" };
    const outcome = await home.act("shop", "/links", "unlink", values, { linkId: row.id });
    if (!outcome || outcome.kind === "refused")
      return home.world.journal.violate(`unlink: ${outcome ? outcome.code : "no form"}`);
  }
  pair.state = "ended";
  if (client.token && client.state === "active") await callInVain(home, pair, client.token);
}

/** Calls that begin after the end of a link was answered: none may be let in. */
async function callInVain(home: Household, { sellerId }: Pair, token: string) {
  const { journal } = home.world;
  for (let done = 0; done < callsAfterUnlink; done += sideBySide) {
    const answers = await Promise.allSettled(
      Array.from({ length: sideBySide }, () => callSeller(home.world, token, sellerId)),
    );
    for (const answer of answers) {
      if (answer.status === "rejected") continue;
      const { status } = answer.value;
      // Only what knows who calls says something about the link.
      if (status !== 403 && status !== 200) continue;
      journal.afterUnlink.calls++;
      if (status === 200) {
        journal.afterUnlink.accepted++;
        journal.violate(`seller ${sellerId}: a call after the unlink's answer was let in`);
      }
    }
  }
}

/** One call of the Seller API: let in where the link is open, refused where it is not. */
export async function expectCall(home: Household, pair: Pair, isAgain = false): Promise<void> {
  const token = await tokenOf(home, pair.client, isAgain);
  if (!token || pair.state === "unknown") return;
  const answer = await home.patiently(() => callSeller(home.world, token, pair.sellerId));
  // A token that was cut, or that is older than a suspension.
  if (answer.status === 401 && !isAgain) return expectCall(home, pair, true);
  const wanted = pair.state === "open" ? 200 : 403;
  if (answer.status !== wanted) {
    const code = json(answer)?.code;
    home.world.journal.violate(
      `a call of ${pair.client.clientId} for ${pair.sellerId} (${pair.state}) got ${answer.status} ${code}`,
    );
  }
}

/** A call for some pair, whatever state it is in. */
export async function call(home: Household) {
  const pairs = home.pairs.filter(({ client }) => client.state === "active");
  if (pairs.length > 0) await expectCall(home, home.random.pick(pairs));
}

/** Stops a client, and lets it go on. What it may do follows within a second. */
export async function suspend(home: Household) {
  const clients = home.clients.filter(({ state }) => state !== "deleted");
  const client = home.random.pick(clients);
  const isActive = client.state === "active";
  const what = isActive ? "suspend" : "resume";
  const outcome = await home.act("desk", `/clients/${client.rowId}`, what, {}, { do: what });
  if (!outcome || outcome.kind === "refused")
    return home.world.journal.violate(`${what}: ${outcome ? outcome.code : "no form"}`);
  client.state = isActive ? "suspended" : "active";
  const { token } = client;
  client.token = undefined;
  await sleep(1100);
  const pair = home.pairs.find((one) => one.client === client);
  if (!isActive || !token || !pair) return;
  const answer = await home.patiently(() => callSeller(home.world, token, pair.sellerId));
  if (answer.status !== 401)
    home.world.journal.violate(`a suspended client's call got ${answer.status} after a second`);
}

/** Ends everything of a client. */
export async function remove(home: Household, client: Client) {
  const linked = home.pairs.filter((pair) => pair.client === client && pair.state !== "ended");
  const isLinked = linked.some(({ state }) => state === "open");
  const values = { typedClientId: client.clientId, ...(isLinked ? { endLinks: "on" } : {}) };
  for (const pair of linked) pair.state = "unknown";
  const outcome = await home.act("desk", `/clients/${client.rowId}`, "delete client", values);
  if (!outcome || outcome.kind === "refused")
    return home.world.journal.violate(`delete client: ${outcome ? outcome.code : "no form"}`);
  client.state = "deleted";
  for (const secret of client.secrets) secret.state = "ended";
  for (const pair of linked) pair.state = "ended";
}
