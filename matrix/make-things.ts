import { eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { attachments, firstCalls, logos, recoveries, recoveryStops, resets, signUps } from "@/db/schema";
import { makeClient, makeLink, makeSeller, withFormKey } from "@/db/testing";
import type { Actor } from "@/lib/accounts/actor";
import { giveHandOver } from "@/lib/clients/give-hand-over";
import { inSeconds, now } from "@/lib/clock";
import { makeSubmission } from "@/lib/directory/desk-scene.testing";
import { shareReport } from "@/lib/first-call/share-report";
import { atHelp, idIn, opening } from "@/lib/help/help-scene.testing";
import { openTicket } from "@/lib/help/open-ticket";
import { newId } from "@/lib/id";
import { startRun } from "@/lib/links/bulk-scene.testing";
import { invite } from "@/lib/links/invitation-scene.testing";
import { makeLinkToken } from "@/lib/secrets";
import { invitedToken, invite as inviteMember } from "@/lib/team/team-scene.testing";
import type { Cast, Company } from "./make-cast";

/** What names a thing in an address, by what the thing is. */
export type Things = Partial<Record<string, string>>;

/** What each company has, and what whoever holds its name may see, whosever it is. */
export type World = { of: Record<Company, Things>; open: Things };

/** Gives each company one of everything that it can have. */
export async function makeWorld({ companies, owners }: Cast): Promise<World> {
  const of = {} as World["of"];
  const clients = {} as Record<Company, Awaited<ReturnType<typeof makeClient>>>;
  const sellers = {} as Record<Company, Awaited<ReturnType<typeof makeSeller>>>;
  for (const name of Object.keys(companies) as Company[]) {
    const home = { id: companies[name] };
    clients[name] = await makeClient(home, { clientId: `confidential ${name} client` });
    const about = { organisation: home.id, client: clients[name].id };
    of[name] = { ...about, firstCall: await makeReport(owners[name], clients[name].clientId) };
    if (name !== "operator") Object.assign(of[name], await makeTicket(owners[name]));
    if (name !== "seller" && name !== "stranger") continue;
    sellers[name] = await makeSeller(home);
    of[name].sellerAccount = String(sellers[name].sellerId);
    of[name].clientLink = (await makeLink(clients[name], sellers[name])).id;
  }
  for (const [name, customer] of [
    ["aggregator", "seller"],
    ["partner", "stranger"],
  ] as const) {
    const link = await makeLink(clients[name], sellers[customer]);
    of[name].clientLink = link.id;
    of[customer].sellerLink = link.id;
    const scene = { partner: owners[name], client: clients[name], seller: owners[customer], secret: "" };
    of[name].bulkRun = await startRun({ ...scene, links: [link] }, { act: "tag", tag: "seen" });
  }
  const submission = await makeSubmission(
    { owner: owners.aggregator, client: clients.aggregator },
    "Quillon Marezzo",
  );
  of.aggregator.submission = submission;
  // Of a client that none of the sellers is linked to yet.
  const inviting = await makeClient({ id: companies.partner });
  return { of, open: { ...(await makeTokens(owners, inviting, of)), ...guide } };
}

/** Names that the guide itself writes out. */
const guide = {
  area: "orders",
  errorCode: "token.secret_wrong",
  operation: "orders.list",
  file: "postman-collection.json",
  nextauth: "session",
};

async function makeTicket(owner: Actor) {
  const file = [new File(["what we saw"], "seen.txt", { type: "text/plain" })];
  const ticket = idIn((await openTicket(atHelp(owner), opening({ file }))) as never);
  const [row] = await asFounder((tx) =>
    tx.select().from(attachments).where(eq(attachments.organisationId, owner.organisationId)),
  );
  return { ticket, attachment: row?.id };
}

async function makeReport({ organisationId, personId }: Actor, clientId: string) {
  const id = newId();
  const [sellerId, operation, verdict] = ["104512", "sellers.get", "token.secret_wrong"];
  const urls = { tokenUrl: "http://localhost/token", callUrl: "http://localhost/sellers" };
  const asked = { clientId, sellerId, operation, verdict };
  const report = { id, at: now().toISOString(), starter: false, scenario: "", ...asked, ...urls };
  const rest = { steps: [], facts: {}, answer: null };
  await asFounder((tx) =>
    tx.insert(firstCalls).values({ id, organisationId, personId, ...asked, report: { ...report, ...rest } }),
  );
  return id;
}

/** One of everything whose name alone is the right to see it. */
async function makeTokens(
  owners: Cast["owners"],
  client: Awaited<ReturnType<typeof makeClient>>,
  of: World["of"],
) {
  const [verify, reset] = [makeLinkToken(), makeLinkToken()];
  const [recovery, recoveryStop] = [makeLinkToken(), makeLinkToken()];
  const soon = { createdAt: now(), expiresAt: inSeconds(3600) };
  const about = { email: "soon@people.test", kind: "partner" as const, companyName: "Soon", name: "Sam" };
  const hash = Buffer.alloc(32, 7);
  await asFounder(async (tx) => {
    await tx.insert(signUps).values({ tokenHash: verify.hash, ...about, termsVersion: "2026-01", ...soon });
    await tx.insert(resets).values({ tokenHash: reset.hash, personId: owners.partner.personId, ...soon });
    const lost = { personId: owners.partner.personId, ...soon };
    const waits = { begunAt: now(), readyAt: inSeconds(3600), toldAt: now() };
    const running = { id: newId(), tokenHash: makeLinkToken().hash, ...lost, ...waits };
    await tx.insert(recoveries).values({ id: newId(), tokenHash: recovery.hash, ...lost });
    await tx.insert(recoveries).values(running);
    await tx.insert(recoveryStops).values({ hash: recoveryStop.hash, recoveryId: running.id });
    const { organisationId } = owners.aggregator;
    await tx
      .insert(logos)
      .values({ hash, organisationId, bytes: Buffer.from("a picture"), createdAt: now() });
  });
  await inviteMember(owners.partner, "colleague@people.test");
  const firstCallId = of.seller.firstCall ?? "";
  const sharing = withFormKey(owners.seller, {
    act: "share report",
    offered: { firstCallId: [firstCallId] },
  });
  const shared = await shareReport(sharing, { do: "share", firstCallId });
  const giving = withFormKey(owners.seller, {
    act: "give hand-over",
    offered: { client: [of.seller.client ?? ""], sellerId: [of.seller.sellerAccount ?? ""] },
  });
  const sellerId = Number(of.seller.sellerAccount);
  const given = await giveHandOver(giving, { do: "hand_over", label: "Plugin", phrase: "", sellerId });
  const last = (result: unknown) => (result as { view: { url: string } }).view.url.split("/").at(-1);
  return {
    verify: verify.token,
    reset: reset.token,
    recovery: recovery.token,
    recoveryStop: recoveryStop.token,
    join: await invitedToken("colleague@people.test"),
    invitation: (await invite({ partner: owners.partner, client } as never)).token,
    sharedReport: last(shared),
    handOver: last(given),
    logo: `${hash.toString("hex")}.webp`,
  };
}
