import { asFounder } from "@/db/client";
import { invitations, sellerLinks, sessions } from "@/db/schema";
import { makeActor, makeClient, makeSecret, makeSeller, withFormKey } from "@/db/testing";
import type { Actor } from "@/lib/accounts/actor";
import type { Right } from "@/lib/accounts/rights";
import { addSecret } from "@/lib/clients/add-secret";
import { giveHandOver } from "@/lib/clients/give-hand-over";
import { resumeAnyClient } from "@/lib/clients/resume-any-client";
import { resumeClient } from "@/lib/clients/resume-client";
import { retireSecret } from "@/lib/clients/retire-secret";
import { showHandOver } from "@/lib/clients/show-hand-over";
import { suspendAnyClient } from "@/lib/clients/suspend-any-client";
import { suspendClient } from "@/lib/clients/suspend-client";
import { moveClock } from "@/lib/clock";
import { countChosen } from "@/lib/links/choose-links";
import { consentTextVersion } from "@/lib/links/consent-text";
import { declineInvitation } from "@/lib/links/decline-invitation";
import { deleteClient } from "@/lib/links/delete-client";
import { endAnyLink } from "@/lib/links/end-any-link";
import { inviteSeller } from "@/lib/links/invite-seller";
import { linkClient } from "@/lib/links/link-client";
import { linkForOthers } from "@/lib/links/link-for-others";
import { startBulkRun } from "@/lib/links/start-bulk-run";
import { undoLink } from "@/lib/links/undo-link";
import { unlinkClient } from "@/lib/links/unlink-client";
import { withdrawInvitation } from "@/lib/links/withdraw-invitation";
import { closeLapsedLinks } from "./close-lapsed-links";
import { runBulk } from "./run-bulk";

/** Who and what there is at the start of a random play. */
export type World = Awaited<ReturnType<typeof makeWorld>>;
/** Picks one of a list; the choices of a play come out of its seed. */
export type Pick = <T>(list: readonly T[]) => T;

/** Two sellers with two accounts each, a viewer, two partners with three clients, one reviewed, and the operator. */
export async function makeWorld() {
  const [shopA, shopB] = [await makeActor({ kind: "seller" }), await makeActor({ kind: "seller" })];
  const [known, unknown] = [await makeActor({ kind: "partner" }), await makeActor({ kind: "aggregator" })];
  const viewer = await makeActor({ role: "viewer", organisationId: shopA.organisationId });
  const clients = [
    await makeClient({ id: known.organisationId }, { reviewedAt: new Date(0) }),
    await makeClient({ id: unknown.organisationId }),
    await makeClient({ id: shopA.organisationId }),
  ];
  for (const client of clients) await makeSecret(client);
  const sellers = [];
  for (const { organisationId: id } of [shopA, shopA, shopB, shopB]) sellers.push(await makeSeller({ id }));
  const tokens: { token: string; kind: "invitation" | "hand-over" }[] = [];
  const desk = await makeActor({ kind: "operator" });
  const actors = [shopA, shopB, known, unknown, viewer, desk];
  return { actors, desk: desk.organisationId, clients, sellers, tokens, clockSeconds: 0 };
}

const ofUrl = (url: string) => url.split("/").at(-1) ?? "";

/** One random act by a random actor about random things, right or wrong. Resolves to its name and how it ended. */
export async function actAtRandom(world: World, pick: Pick): Promise<string> {
  const client = pick(world.clients);
  const seller = pick(world.sellers);
  const links = await asFounder((tx) => tx.select().from(sellerLinks));
  const asked = await asFounder((tx) => tx.select().from(invitations));
  const link = pick([...links, ...links.filter(({ unlinkedAt }) => !unlinkedAt)]);
  const linkId = link?.id ?? client.id;
  const invitation = pick(asked);
  const token = pick(world.tokens)?.token ?? "none";
  const sellerId = [String(seller.sellerId)];
  const [shop, owner] = [seller.ownerOrganisationId, client.organisationId];
  /** Mostly whoever may, now and then anybody. */
  const by = (
    act: Right,
    organisationId: string | null | undefined,
    offered: Record<string, string[]> = {},
  ): Actor => {
    const rightful = world.actors.find((one) => one.organisationId === organisationId);
    const actor = (pick([true, true, true, true, false]) && rightful) || pick(world.actors);
    return withFormKey(actor, {
      act,
      offered: { client: [client.id], clientId: [client.clientId], ...offered },
    });
  };
  const consent = { sellerId, textVersion: [consentTextVersion] };
  const agreed = { terms: "on", confirm: "on", sellerId: seller.sellerId } as const;

  const acts: Record<string, () => Promise<unknown>> = {
    link: () => linkClient(by("link client", shop, consent), { ...agreed, duration: pick(["none", "90"]) }),
    "link strictly": () =>
      linkClient(by("link unreviewed client", shop, consent), {
        ...agreed,
        duration: "365",
        typedSellerId: String(seller.sellerId),
      }),
    "link by invitation": () =>
      linkClient(
        by("link client", shop, { ...consent, invitation: [pick([token, invitation?.id ?? token])] }),
        {
          ...agreed,
          duration: "none",
        },
      ),
    unlink: () =>
      unlinkClient(by("unlink client", link?.sellerOrganisationId, { linkId: [linkId] }), {
        linkId,
        reason: "other",
        when: pick(["now", new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)]),
      }),
    undo: () =>
      undoLink(by("undo link", link?.sellerOrganisationId, { linkId: [linkId] }), { do: "undo", linkId }),
    invite: async () => {
      const result = await inviteSeller(by("invite seller", owner), {
        clientId: client.clientId,
        reference: "R",
        message: "",
        email: pick([null, { sellerId: seller.sellerId }]),
        expectedSellerId: pick([null, seller.sellerId]),
        expires: "7d",
      });
      if (result.ok) world.tokens.push({ token: ofUrl(result.view.url), kind: "invitation" });
      return result;
    },
    withdraw: () =>
      withdrawInvitation(
        by("withdraw invitation", invitation?.organisationId, { invitationId: [invitation?.id ?? ""] }),
        {
          invitationId: invitation?.id ?? client.id,
        },
      ),
    decline: () =>
      declineInvitation(by("decline invitation", shop, { invitation: [invitation?.id ?? ""] }), {
        do: "decline",
        invitationId: invitation?.id ?? client.id,
        reason: "not now",
      }),
    "give hand-over": async () => {
      const input = { do: "hand_over", phrase: "", label: "x", sellerId: null } as const;
      const result = await giveHandOver(by("give hand-over", owner), input);
      if (result.ok) world.tokens.push({ token: ofUrl(result.view.url), kind: "hand-over" });
      return result;
    },
    "show hand-over": () => showHandOver(by("show hand-over", owner), { do: "show", token, phrase: "" }),
    "add secret": () => addSecret(by("add secret", owner), { overlap: pick(["0", "7d"]), label: "" }),
    "retire secret": () =>
      retireSecret(by("retire secret", owner, { secretId: [client.id] }), {
        secretId: client.id,
        cut: undefined,
      }),
    suspend: () => suspendClient(by("suspend client", owner)),
    resume: () => resumeClient(by("resume client", owner)),
    "operator suspends": () =>
      suspendAnyClient(by("suspend any client", world.desk), { do: "suspend", reason: "r" }),
    "operator resumes": () =>
      resumeAnyClient(by("resume any client", world.desk), { do: "resume", reason: "r" }),
    "operator ends": () =>
      endAnyLink(by("end any link", world.desk, { linkId: [linkId] }), { linkId, reason: "r" }),
    "operator links": () =>
      linkForOthers(by("link for others", world.desk, { seller: sellerId }), {
        clientId: client.clientId,
        reason: "r",
      }),
    delete: () =>
      deleteClient(by("delete client", owner), {
        typedClientId: client.clientId,
        endLinks: pick(["on", undefined]),
      }),
    "end many": async () => {
      const choice = { links: [], query: "status=open" };
      const count = String((await countChosen(owner, client.id, "unlink", choice)).chosen);
      const input = { do: "start", act: "unlink", reason: "other", typedCount: count, ...choice } as const;
      return startBulkRun(by("start bulk run", owner, { count: [count] }), input);
    },
    "run bulk": () => runBulk(),
    "close lapsed": () => closeLapsedLinks(),
    "let time pass": async () => {
      world.clockSeconds += pick([60, 3600, 86_400]);
      moveClock(world.clockSeconds);
    },
  };
  // Deleting and suspending end a play early, so they come seldom.
  const seldom = new Set([
    "delete",
    "suspend",
    "operator suspends",
    "operator ends",
    "operator links",
    "let time pass",
    "retire secret",
    "add secret",
  ]);
  const name = pick(Object.keys(acts).flatMap((act) => (seldom.has(act) ? [act] : [act, act, act])));
  const result = (await acts[name]?.()) as { ok?: boolean; code?: string } | undefined;
  return `${name}: ${result?.ok === false ? result.code : "done"}`;
}

/** Lets the sessions of a play's people live through the time that passes in it. */
export async function keepSessions() {
  const far = new Date(Date.now() + 365 * 86_400_000);
  await asFounder((tx) => tx.update(sessions).set({ expiresAt: far, freshAt: far }));
}
