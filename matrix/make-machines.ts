import { eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { ensureFoundations } from "@/db/ensure";
import { type OrganisationKind, organisations } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeOrganisation, makeSecret, makeSeller } from "@/db/testing";
import { encodeSession, sessionCookieName } from "@/lib/accounts/session-cookie";
import { inSeconds, now } from "@/lib/clock";
import { invite } from "@/lib/links/invitation-scene.testing";
import { issueToken } from "@/lib/tokens/issue-token";
import { reloadKeys } from "@/lib/tokens/key-ring";
import { makeEndpoint } from "@/lib/webhooks/endpoint.testing";

type Over = { client?: Parameters<typeof makeClient>[1]; kind?: OrganisationKind; isSuspended?: true };

/** A program that calls: what it sends, and what of it is said where it may not. */
export type Machine = {
  name: string;
  headers: Record<string, string>;
  /** The code of the refusal by the portal API and by the Seller API; null where it may call. */
  portal: string | null;
  seller: string | null;
  client: { clientId: string; secret: string };
};

/** The programs that call, good and bad, and the things that two of them have. */
export async function makeMachines() {
  await ensureFoundations();
  await reloadKeys();
  const on = { portalApiSince: now() };
  const mine = await makeProgram({ client: on });
  const theirs = await makeProgram({ client: on });
  const off = await makeProgram({});
  const sellers = await makeProgram({ client: on, kind: "seller" });
  const suspended = await makeProgram({ client: { ...on, suspendedAt: now() } });
  const deleted = await makeProgram({ client: { ...on, deletedAt: now() } });
  const cut = await makeProgram({ client: { ...on, tokensNotBefore: inSeconds(5) } });
  const stopped = await makeProgram({ client: on, isSuspended: true });
  const late = await makeProgram({ client: on });
  const operator = await makeActor({ kind: "operator" });
  const cookie = `${sessionCookieName()}=${await encodeSession(operator.sessionId)}`;
  const [, body = ""] = mine.token.split(".");
  const none = { clientId: "nobody-ever-made-this", secret: "" };
  const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${body}.`;
  const say = (
    name: string,
    { headers, secret, client }: Awaited<ReturnType<typeof makeProgram>>,
    portal: string | null,
    seller: string | null,
  ): Machine => ({ name, headers, portal, seller, client: { clientId: client.clientId, secret } });
  const bare = (name: string, headers: Record<string, string>, code: string): Machine => ({
    name,
    headers,
    portal: code,
    seller: code,
    client: none,
  });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const machines: Machine[] = [
    bare("no token", {}, "token_missing"),
    bare("the operator's session", { cookie }, "token_missing"),
    bare("nonsense", bearer("a.b.c"), "token_invalid"),
    bare("a token nobody signed", bearer(unsigned), "token_invalid"),
    bare("a changed token", bearer(`${mine.token.slice(0, -8)}AAAAAAAA`), "token_invalid"),
    { ...bare("an old token", bearer(await late.tokenFrom(-90_000)), "token_expired"), client: none },
    say("a client without the portal API", off, "not_allowed", "seller_not_granted"),
    say("a seller's client", sellers, "not_allowed", "seller_not_granted"),
    say("a suspended client", suspended, "token_revoked", "token_revoked"),
    say("a deleted client", deleted, "token_revoked", "token_revoked"),
    say("a client whose tokens were cut", cut, "token_revoked", "token_revoked"),
    say("a suspended company's client", stopped, "token_revoked", "token_revoked"),
    {
      ...bare("a token without PORTAL-API", bearer(await mine.tokenFrom(0, false)), ""),
      portal: "token_invalid",
    },
    say("the client itself", mine, null, null),
  ];
  const wanted = machines.map((one) => (one.seller === "" ? { ...one, seller: null } : one));
  return { machines: wanted, things: { own: await makeThings(mine), foreign: await makeThings(theirs) } };
}

async function makeProgram({ client: over, kind = "aggregator", isSuspended }: Over) {
  const organisation = await makeOrganisation({ kind });
  const client = await makeClient(organisation, over);
  const { secret } = await makeSecret(client);
  if (isSuspended) {
    const isIt = eq(organisations.id, organisation.id);
    await asFounder((tx) => tx.update(organisations).set({ suspendedAt: now() }).where(isIt));
  }
  const tokenFrom = async (seconds: number, hasPortalApi = Boolean(over?.portalApiSince)) => {
    const { id, clientId } = client;
    return (await issueToken({ id, clientId, provedAt: inSeconds(seconds), hasPortalApi }, "", "127.0.0.1"))
      .accessToken;
  };
  const token = await tokenFrom(0);
  return { organisation, client, secret, token, tokenFrom, headers: { authorization: `Bearer ${token}` } };
}

/** What a client has, by what the portal API calls it in its addresses. */
async function makeThings({ organisation, client }: Awaited<ReturnType<typeof makeProgram>>) {
  const owner = await makeActor();
  const seller = await makeSeller({ id: owner.organisationId });
  await makeLink(client, seller);
  const kept = await makeSeller({ id: owner.organisationId });
  await makeLink(client, kept);
  const endpoint = await makeEndpoint(client);
  const partner = await makeActor({ organisationId: organisation.id });
  const invitation = await invite({ partner, client } as never);
  /** What ends one link leaves the other. */
  const sellerIds = { sellerId: String(seller.sellerId), keptSellerId: String(kept.sellerId) };
  return { ...sellerIds, webhooks: endpoint.id, invitations: invitation.id };
}
