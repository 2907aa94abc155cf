import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeActor, makeClient, makeLink, makeSecret, makeSeller, withFormKey } from "@/db/testing";
import type { Actor } from "@/lib/accounts/actor";
import { resumeOrganisation } from "@/lib/accounts/resume-organisation";
import { suspendOrganisation } from "@/lib/accounts/suspend-organisation";
import { resumeAnyClient } from "@/lib/clients/resume-any-client";
import { suspendAnyClient } from "@/lib/clients/suspend-any-client";
import { endAnyLink } from "@/lib/links/end-any-link";
import { linkForOthers } from "@/lib/links/link-for-others";
import { createSandbox } from "../create-sandbox";
import { callSellers, fetchToken, startSandbox } from "../testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
const second = { server: null as ReturnType<typeof createSandbox> | null, origin: "" };
let desk: Actor;

beforeAll(async () => {
  sandbox = await startSandbox();
  const server = createSandbox();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  second.server = server;
  second.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  desk = await makeActor({ kind: "operator" });
});
afterAll(async () => {
  second.server?.closeAllConnections();
  await new Promise((resolve) => second.server?.close(resolve));
  await sandbox.stop();
});

async function scene() {
  const [partner, shop] = [await makeActor({ kind: "partner" }), await makeActor()];
  const client = await makeClient({ id: partner.organisationId });
  const { secret } = await makeSecret(client);
  const seller = await makeSeller({ id: shop.organisationId });
  const link = await makeLink(client, seller);
  return { partner, client: { ...client, secret }, seller, link };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const token = (origin: string, { client }: Scene) =>
  fetchToken(origin, client).then(
    () => "token",
    (error: Error) => /"error":"(\w+)"/.exec(error.message)?.[1],
  );
const origins = () => [sandbox.origin, second.origin];
/** What both instances answer to a token that was given before, and to its client that asks for another. */
async function answers(s: Scene, given: string) {
  const calls = origins().map(async (origin) => (await callSellers(origin, given, s.seller.sellerId)).code);
  const tokens = origins().map((origin) => token(origin, s));
  return { calls: await Promise.all(calls), tokens: await Promise.all(tokens) };
}
const works = { calls: [undefined, undefined], tokens: ["token", "token"] };
const stopped = { calls: ["token_revoked", "token_revoked"], tokens: ["invalid_client", "invalid_client"] };
const words = { reason: "A written complaint" };

test("a suspension by the operator stops a client on every instance within a second, and its end starts it", async () => {
  const s = await scene();
  const given = await fetchToken(sandbox.origin, s.client);
  expect(await answers(s, given)).toEqual(works);
  const offered = { client: [s.client.id] };
  await suspendAnyClient(withFormKey(desk, { act: "suspend any client", offered }), {
    do: "suspend",
    ...words,
  });
  const at = performance.now();
  expect(await answers(s, given)).toEqual(stopped);
  expect(performance.now() - at).toBeLessThan(1000);
  await resumeAnyClient(withFormKey(desk, { act: "resume any client", offered }), { do: "resume", ...words });
  expect(await answers(s, given)).toEqual(works);
});

test("the suspension of its organisation does the same to every client of it", async () => {
  const s = await scene();
  const given = await fetchToken(sandbox.origin, s.client);
  const offered = { organisation: [s.partner.organisationId] };
  await suspendOrganisation(withFormKey(desk, { act: "suspend organisation", offered }), {
    do: "suspend",
    ...words,
  });
  const at = performance.now();
  expect(await answers(s, given)).toEqual(stopped);
  expect(performance.now() - at).toBeLessThan(1000);
  await resumeOrganisation(withFormKey(desk, { act: "resume organisation", offered }), {
    do: "resume",
    ...words,
  });
  expect(await answers(s, given)).toEqual(works);
});

test("a link that the operator ends refuses the very next call, and one that it makes lets it through", async () => {
  const s = await scene();
  const given = await fetchToken(sandbox.origin, s.client);
  expect(await answers(s, given)).toEqual(works);
  const linkId = s.link.id;
  await endAnyLink(withFormKey(desk, { act: "end any link", offered: { linkId: [linkId] } }), {
    linkId,
    ...words,
  });
  const refused = { calls: ["seller_not_granted", "seller_not_granted"], tokens: ["token", "token"] };
  expect(await answers(s, given)).toEqual(refused);
  const offered = { seller: [String(s.seller.sellerId)] };
  await linkForOthers(withFormKey(desk, { act: "link for others", offered }), {
    clientId: s.client.clientId,
    ...words,
  });
  expect(await answers(s, given)).toEqual(works);
});
