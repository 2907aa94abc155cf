import { beforeEach, describe, expect, it } from "vitest";
import { asFounder, asWorker } from "@/db/client";
import { clients, secrets } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeOrganisation,
  makeSecret,
  makeSeller,
  ownDatabase,
} from "@/db/testing";
import type { Actor, Visitor } from "../accounts/actor";
import { makeFormKey, readFormKey } from "../accounts/form-key";
import type { Right } from "../accounts/rights";
import { moveClock, now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { lastAnswer, withNote } from "../last-refusal";
import { makeSecret as newSecret } from "../secrets";
import { issueToken } from "../tokens/issue-token";
import { findKeyInUse, reloadKeys } from "../tokens/key-ring";
import { rotateSigningKeys } from "../tokens/rotate-signing-keys";
import { signJwt } from "../tokens/sign-jwt";
import type { PasteView } from "./look-into";
import { readPasteAsMember, readPasteAsVisitor } from "./take-paste";

beforeEach(async () => {
  moveClock(0);
  await ownDatabase();
  await asWorker(rotateSigningKeys);
  await reloadKeys();
});

const keyFor = (act: Right, holder: string, organisationId = "") =>
  readFormKey(makeFormKey({ act, holder, organisationId, path: "/tools/paste", offered: {} }));

function visitor(act: Right = "read paste as visitor"): Visitor {
  const visitorId = newId();
  const about = { address: "203.0.113.9", userAgent: "", requestId: "", language: "en" as const };
  return { visitorId, ...about, key: keyFor(act, visitorId) };
}

/** Runs an act and hands out what its page is shown. */
async function seen(act: () => Promise<unknown>) {
  return withNote(async () => {
    const result = await act();
    return { result, view: lastAnswer() as PasteView };
  });
}
const asMember = (actor: Actor, content: string) => seen(() => readPasteAsMember(actor, { content }));
const asStranger = (content: string) => seen(() => readPasteAsVisitor(visitor(), { content }));
const member = (over: Parameters<typeof makeActor>[0] = {}) =>
  makeActor({ key: { act: "read paste" }, ...over });

async function ownClient(actor: Actor) {
  const client = await makeClient({ id: actor.organisationId });
  const token = (await issueToken({ ...client, provedAt: now() }, "", "127.0.0.1")).accessToken;
  return { client, token };
}

describe("a pasted token", () => {
  it("is decoded, its signature checked, and its time told", async () => {
    const { token } = await ownClient(await member({ kind: "aggregator" }));
    const { view } = await asStranger(`Authorization: Bearer ${token}`);
    const [read] = view.tokens;
    expect(read).toMatchObject({ code: "ok", signature: "good", issuerKind: "own", reach: null });
    expect(read?.leftSeconds).toBeGreaterThan(7000);
    expect(read?.roles).toContain("ORDERS_GET");
    expect(JSON.stringify(view)).not.toContain(token.split(".")[2]);
  });

  it("shows the open links it reaches to members of its client, and to nobody else", async () => {
    const actor = await member({ kind: "aggregator" });
    const { client, token } = await ownClient(actor);
    const [open, ended] = [await makeSeller(null, { shopName: "Open Shop" }), await makeSeller(null)];
    await makeLink(client, open);
    await makeLink(client, ended, { unlinkedAt: now() });
    const reach = {
      clientRowId: client.id,
      hasMore: false,
      links: [{ sellerId: open.sellerId, shopName: "Open Shop" }],
    };
    expect((await asMember(actor, token)).view.tokens[0]?.reach).toMatchObject(reach);
    expect((await asMember(await member({ kind: "aggregator" }), token)).view.tokens[0]?.reach).toBeNull();
    expect((await asStranger(token)).view.tokens[0]?.reach).toBeNull();
  });

  it("that somebody wrote themselves reaches nothing, even where it names one's own client", async () => {
    const actor = await member({ kind: "aggregator" });
    const { token } = await ownClient(actor);
    const [head, body] = token.split(".");
    const { view } = await asMember(actor, `${head}.${body}.${"A".repeat(342)}`);
    expect(view.tokens[0]).toMatchObject({ code: "auth.wrong_issuer", signature: "bad", reach: null });
  });

  it("that is over, early, foreign, revoked or cut is told apart", async () => {
    const { client, token } = await ownClient(await member({ kind: "aggregator" }));
    const key = await findKeyInUse();
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    const seconds = Math.floor(now().getTime() / 1000);
    const judge = async (text: string) => (await asStranger(text)).view.tokens[0];
    const made = (change: object) => judge(signJwt({ ...claims, ...change }, key));
    expect((await made({ exp: seconds - 60 }))?.code).toBe("auth.expired");
    expect(await made({ iat: seconds + 300 })).toMatchObject({
      code: "token.clock_skew",
      facts: { offSeconds: expect.stringMatching(/^(?:300|29\d)$/) },
    });
    expect(await made({ aud: ["account"] })).toMatchObject({
      code: "auth.wrong_audience",
      facts: { audience: "account" },
    });
    expect((await made({ typ: "ID" }))?.code).toBe("auth.id_token");
    expect((await made({ resource_access: {} }))?.code).toBe("auth.role_missing");
    const live = "https://auth.octopia-io.net/auth/realms/maas";
    expect(await made({ iss: live })).toMatchObject({
      code: "auth.wrong_issuer",
      issuerKind: "live",
      signature: "not_checked",
      facts: { issuer: live },
    });
    expect((await judge(token.slice(0, -300)))?.code).toBe("auth.quoted_or_cut");
    expect((await judge(`${token.slice(0, 100)}\n${token.slice(100)}`))?.code).toBe("auth.quoted_or_cut");
    await asFounder((tx) => tx.update(clients).set({ suspendedAt: now() }));
    expect(await judge(token)).toMatchObject({ code: "auth.expired", facts: { revoked: "1" } });
    expect(client.clientId).toBe(claims.azp);
  });
});

describe("a pasted secret", () => {
  it("is named to members of its client only, with the day it ended", async () => {
    const actor = await member();
    const client = await makeClient({ id: actor.organisationId });
    const { secret, row } = await makeSecret(client);
    const own = { clientRowId: client.id, clientId: client.clientId, hint: row.hint };
    expect((await asMember(actor, secret)).view.ownSecrets).toMatchObject([{ ...own, endedAt: null }]);
    await asFounder((tx) => tx.update(secrets).set({ retiredAt: now() }));
    const { view } = await asMember(actor, `client_secret=${secret}`);
    expect(view.ownSecrets[0]?.endedAt).not.toBeNull();
    expect(JSON.stringify(view)).not.toContain(secret);
    for (const { view: other } of [await asMember(await member(), secret), await asStranger(secret)])
      expect(other).toMatchObject({ secretCount: 1, ownSecrets: [] });
  });
});

describe("a pasted answer", () => {
  it("says to members of the client what the rows know, and to others what the wire said", async () => {
    const actor = await member({ kind: "aggregator" });
    const client = await makeClient({ id: actor.organisationId });
    const seller = await makeSeller(null);
    await makeLink(client, seller, { unlinkedAt: now(), reason: "security" });
    const problem = JSON.stringify({ status: 403, code: "seller_not_granted" });
    const text = `client_id=${client.clientId}\nSellerId: ${seller.sellerId}\nHTTP/1.1 403 Forbidden\n\n${problem}`;
    const codes = async (view: Promise<{ view: PasteView }>) =>
      (await view).view.findings.map(({ code }) => code);
    expect(await codes(asMember(actor, text))).toEqual(["seller.ended"]);
    expect(await codes(asMember(await member(), text))).toEqual(["seller.not_linked"]);
    expect(await codes(asStranger(text))).toEqual(["seller.not_linked"]);
  });
});

describe("whoever pastes", () => {
  it("needs the page's own form, and membership of the organisation whose page it was", async () => {
    expect(await readPasteAsVisitor(visitor("run starter call"), { content: "x" })).toMatchObject({
      ok: false,
      code: "stale",
    });
    expect(
      await readPasteAsMember(await makeActor({ key: { act: "run first call" } }), { content: "x" }),
    ).toMatchObject({ code: "stale" });
    const elsewhere = await makeOrganisation();
    const actor = { ...(await member()), organisationId: elsewhere.id };
    expect(await readPasteAsMember(actor, { content: "x" })).toMatchObject({
      ok: false,
      code: "not_allowed",
    });
  });

  it("may be of any kind and role, and may paste again with the same form", async () => {
    const actor = await member({ kind: "operator", role: "viewer" });
    for (let n = 0; n < 2; n++)
      expect((await asMember(actor, "ENOTFOUND")).result).toEqual({ ok: true, view: { isFrameStale: true } });
  });

  it("is let in thirty times a minute, each person and each address, also all at once", async () => {
    const { LIMITS } = env();
    Object.assign(env(), { LIMITS: "on" });
    const actor = await member();
    const mine = await Promise.all(
      Array.from({ length: 34 }, () => readPasteAsMember(actor, { content: "x" })),
    );
    expect(mine.filter(({ ok }) => ok)).toHaveLength(30);
    const theirs = await Promise.all(
      Array.from({ length: 34 }, () => readPasteAsVisitor(visitor(), { content: "x" })),
    );
    expect(theirs.filter(({ ok }) => ok)).toHaveLength(30);
    expect(theirs.find(({ ok }) => !ok)).toMatchObject({ code: "too_many", facts: { minutes: "1" } });
    Object.assign(env(), { LIMITS });
  });

  it("leaves nothing behind: no row holds what was pasted, and no event tells of it", async () => {
    const secret = newSecret();
    await asMember(await member(), `client_secret=${secret} ENOTFOUND`);
    const tables = await asFounder((tx) =>
      tx.execute<{ name: string }>(
        "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
      ),
    );
    for (const { name } of tables) {
      const rows = await asFounder((tx) => tx.execute(`select t::text from "${name}" t`));
      expect(JSON.stringify(rows), name).not.toContain(secret.slice(9, 30));
    }
  });
});
