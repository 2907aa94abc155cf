import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { remove } from "./acts-of-links";
import { json, NoAnswer } from "./ask";
import { askToken, callApi } from "./calls";
import type { Form } from "./form";
import type { Client, Household, Outcome } from "./household";

const mostClients = 3;
const shape = /mps_test_[0-9A-Za-z]{46}/;

/** The secret that an answer shows; undefined where the answer was lost. */
const shown = (outcome: Outcome) => (outcome.kind === "done" ? shape.exec(outcome.html)?.[0] : undefined);

/** Makes a client with its first secret. */
export async function createClient(home: Household, isMain = false): Promise<Client | undefined> {
  const clientId = `chaos-${home.random.letters(14)}`;
  const values = { clientId, contactEmail: home.people.desk, purpose: "", terms: "on" };
  const outcome = await home.act("desk", "/new-client?as=aggregator", "create client", values);
  if (!outcome || outcome.kind === "refused") {
    home.world.journal.violate(`create client: ${outcome ? outcome.code : "no form"}`);
    return undefined;
  }
  const [row] = await home.patiently(() =>
    home.world.look((sql) => sql<{ id: string }[]>`select id from clients where client_id = ${clientId}`),
  );
  if (!row) {
    home.world.journal.violate(`the acknowledged client ${clientId} is not there`);
    return undefined;
  }
  const client: Client = { rowId: row.id, clientId, secrets: [], state: "active", isMain };
  const text = shown(outcome);
  if (outcome.kind === "done" && !text) home.world.journal.violate("a new client's secret was not shown");
  if (text) client.secrets.push({ text, state: "works" });
  home.clients.push(client);
  return client;
}

/** Makes one more client, or deletes one, so that there are always some. */
export async function createOrDelete(home: Household) {
  const others = home.clients.filter(({ state, isMain }) => state !== "deleted" && !isMain);
  if (others.length + 1 < mostClients) await createClient(home);
  else await remove(home, home.random.pick(others));
}

/** The live secrets of a client as its page offers them to be retired. */
async function liveSecrets(home: Household, client: Client) {
  const path = `/clients/${client.rowId}`;
  const page = await home.patiently(async () => {
    const answer = await home.desk.open(path);
    if (answer.status !== 200) throw new NoAnswer(`GET ${path}: ${answer.status}`);
    return answer;
  });
  return [...page.body.matchAll(/<input[^>]*\sname="secretId"[^>]*>/g)].flatMap(
    ([tag]) => /\svalue="([0-9a-f-]{36})"/.exec(tag)?.[1] ?? [],
  );
}

/** Which secret of ours a row is. */
async function hintOf(home: Household, id: string) {
  const [row] = await home.patiently(() =>
    home.world.look((sql) => sql<{ hint: string }[]>`select hint from secrets where id = ${id}`),
  );
  return row?.hint ?? "";
}

/** Makes a new secret, on the page or by the portal API; retires one first where there are two. */
export async function rotate(home: Household) {
  const client = home.random.pick(home.clients.filter(({ state }) => state === "active"));
  if (!client) return;
  const live = await liveSecrets(home, client);
  if (live.length >= 2) return retire(home, client, home.random.pick(live));
  const works = client.secrets.filter(({ state }) => state === "works");
  const overlap = home.random.pick(["0", "24h"]);
  const endOld = () => {
    if (overlap === "0") for (const secret of works) secret.state = "ended";
  };
  if (client.isMain && works.length > 0 && home.random.chance(0.5)) {
    await rotateByApi(home, client, overlap, endOld);
    return expectSecrets(home, client);
  }
  const values = { overlap, label: "" };
  const outcome = await home.act("desk", `/clients/${client.rowId}`, "add secret", values);
  if (!outcome || outcome.kind === "refused")
    return home.world.journal.violate(`add secret: ${outcome ? outcome.code : "no form"}`);
  endOld();
  const text = shown(outcome);
  if (outcome.kind === "done" && !text) home.world.journal.violate("a new secret was not shown");
  if (text) client.secrets.push({ text, state: "works" });
  await expectSecrets(home, client);
}

async function rotateByApi(home: Household, client: Client, overlap: string, endOld: () => void) {
  const over = { key: randomUUID(), body: { overlap } };
  const path = "/clients/self/secrets";
  const [first, second] = home.random.chance(0.3)
    ? await Promise.all([
        callApi(home, client, "POST", path, over),
        callApi(home, client, "POST", path, over),
      ])
    : [await callApi(home, client, "POST", path, over)];
  if (first?.status !== 201)
    return home.world.journal.violate(`POST ${path}: ${first?.status} ${first?.body}`);
  endOld();
  const again = second ?? (await callApi(home, client, "POST", path, over));
  const [one, other] = [json(first), again && json(again)];
  if (again && other && (again.status !== 201 || other.secretId !== one?.secretId))
    home.world.journal.violate(
      `a key of POST ${path} had two effects: ${one?.secretId} and ${other.secretId}`,
    );
  const texts = [one?.secret, other?.secret].filter((text) => typeof text === "string");
  if (texts.length > 1) home.world.journal.violate("a secret was shown twice for one key");
  if (texts[0]) client.secrets.push({ text: texts[0], state: "works" });
}

async function retire(home: Household, client: Client, secretId: string) {
  const hint = await hintOf(home, secretId);
  const cut = home.random.chance(0.3);
  const values: Form = cut ? { cut: "on" } : {};
  const path = `/clients/${client.rowId}`;
  const outcome = await home.act("desk", path, "retire secret", values, { do: "retire", secretId });
  if (!outcome || outcome.kind === "refused")
    return home.world.journal.violate(`retire secret: ${outcome ? outcome.code : "no form"}`);
  for (const secret of client.secrets) if (secret.text.endsWith(hint)) secret.state = "ended";
  if (cut) client.token = undefined;
  await expectSecrets(home, client);
}

/** Every secret that was shown gets a token until it ended, and none a second after. */
async function expectSecrets(home: Household, client: Client) {
  if (client.state !== "active") return;
  const ended = client.secrets.filter(({ state }) => state === "ended").slice(-1);
  if (ended.length > 0) await sleep(1100);
  for (const { text, state } of [...client.secrets.filter((one) => one.state === "works"), ...ended]) {
    const { status } = await home.patiently(() => askToken(home.world, client.clientId, text));
    if (status !== (state === "works" ? 200 : 401))
      home.world.journal.violate(`a secret of ${client.clientId} that ${state} got ${status}`);
  }
}

/** Asks for tokens with all that is known. */
export async function token(home: Household) {
  const client = home.random.pick(home.clients);
  if (client.state !== "active") return;
  for (const { text } of client.secrets.filter(({ state }) => state === "works")) {
    const { status } = await home.patiently(() => askToken(home.world, client.clientId, text));
    if (status !== 200) home.world.journal.violate(`a shown secret of ${client.clientId} got ${status}`);
  }
}
