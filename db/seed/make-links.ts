import type { EndReason, sellerLinks, ToldBy, Via } from "@/db/schema";
import { newId } from "@/lib/id";
import { type Chance, makeChance } from "./chance";

type Link = typeof sellerLinks.$inferInsert;
type Times = Pick<
  Link,
  "expiresAt" | "endsAt" | "unlinkedAt" | "reason" | "firstCallAt" | "lastUsedAt" | "failingSince"
> & { createdAt: Date };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
export const oldestLinkDays = 3 * 365;

/**
 * How many of the 1,200 links of the client `FeedWise` are in which state when they are seeded. Each link is in
 * exactly one; client, secret and token are lit for all of them, and told for all but `untoldLinks`. Where no end is
 * named there is none.
 *
 * Open, 987 (link lit): the call lamp is dark for `neverCalled` and lit for the others. `called`: used within 30
 * days. `quiet`: last used over 90 days ago. `failing`: used, but failing since yesterday. `expiringLater`: ends by
 * itself in 31 days or more. `expiringSoon`: in 2 to 29 days. `endsAhead`: the seller has set a day of end, with a
 * reason.
 * Not open, 213 (link dark): `lapsed`: past its time, the row still to be closed, which the worker does soon after
 * the start with reason "lapsed". `ended...`: closed, one row for each reason. Links with reason
 * "client_deleted" (`deletedClientLinks`) belong to an earlier client of the same organisation instead.
 */
export const feedWiseLinkCounts = {
  neverCalled: 180,
  called: 560,
  quiet: 120,
  failing: 1,
  expiringLater: 90,
  expiringSoon: 24,
  endsAhead: 12,
  lapsed: 15,
  endedNotUsed: 50,
  endedSwitching: 44,
  endedMistake: 16,
  endedSecurity: 10,
  endedOther: 30,
  endedPartner: 8,
  endedLapsed: 40,
} as const;

/**
 * How many of `neverCalled` the aggregator was not told of (told dark). They are older than a week, so that nobody
 * looks for them any more: they stay as they are.
 */
export const untoldLinks = 6;

/** How many sellers were linked to the aggregator's earlier client when it was deleted. */
export const deletedClientLinks = 12;

type LinkState = keyof typeof feedWiseLinkCounts;

// Only a client made together with its link is linked "created", which an aggregator's never is.
const vias: Via[] = ["directory", "typed", "deep-link", "invitation", "request"];

/** One link for each of these SellerIds, in the states and numbers of `feedWiseLinkCounts`, well mixed. */
export function makeFeedWiseLinks(
  client: { id: string; organisationId: string },
  sellerIds: number[],
  chance: Chance,
  at: Date,
): Link[] {
  const states = Object.entries(feedWiseLinkCounts) as [LinkState, number][];
  const each = chance.shuffle(states.flatMap(([state, count]) => Array<LinkState>(count).fill(state)));
  const made = sellerIds.map((sellerId, i) => {
    const state = each[i];
    if (!state) throw new Error(`no state for seller ${sellerId}`);
    return { ...side(client, sellerId, chance), ...timesOf(state, chance, at) };
  });
  // The ends of the scale are always there: one link of today, and one as old as links get.
  const [newest] = made.filter((_, i) => each[i] === "neverCalled");
  const [oldest] = made.filter((_, i) => each[i] === "quiet");
  if (newest) newest.createdAt = new Date(at.getTime() - hourMs);
  if (oldest) oldest.createdAt = new Date(at.getTime() - oldestLinkDays * dayMs);
  const untold = made
    .filter(({ createdAt }, i) => each[i] === "neverCalled" && createdAt < new Date(at.getTime() - 8 * dayMs))
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .slice(0, untoldLinks);
  const told = makeTeller(at);
  return made.map((link) => (untold.includes(link) ? link : told(link)));
}

/** Says of a link that its client's side was told, minutes after it was made. */
function makeTeller(at: Date) {
  // Choices of their own, so that everything else stays as it was.
  const chance = makeChance(77);
  const ways: ToldBy[] = ["webhook", "mail", "mail", "api"];
  return <Made extends Link & { createdAt: Date }>(link: Made): Made => {
    const soon = link.createdAt.getTime() + chance.between(1000, 600_000);
    const latest = Math.min(
      ...[at, link.firstCallAt, link.unlinkedAt].flatMap((end) => (end ? [end.getTime()] : [])),
    );
    return { ...link, toldAt: new Date(Math.min(soon, latest)), toldBy: chance.pick(ways) };
  };
}

/** Links that ended because their client was deleted. */
export function makeDeletedClientLinks(
  client: { id: string; organisationId: string; createdAt: Date; deletedAt: Date },
  sellerIds: number[],
  chance: Chance,
): Link[] {
  const told = makeTeller(client.deletedAt);
  return sellerIds.slice(0, deletedClientLinks).map((sellerId) => {
    const createdAt = within(client.createdAt, client.deletedAt, chance);
    const firstCallAt = within(createdAt, client.deletedAt, chance);
    const lastUsedAt = within(firstCallAt, client.deletedAt, chance);
    const end = { unlinkedAt: client.deletedAt, reason: "client_deleted" as const };
    return told({ ...side(client, sellerId, chance), createdAt, firstCallAt, lastUsedAt, ...end });
  });
}

function side(client: { id: string; organisationId: string }, sellerId: number, chance: Chance) {
  const via = chance.pick(vias);
  const referred = via === "invitation" || via === "request";
  return {
    id: newId(),
    clientRowId: client.id,
    clientOrganisationId: client.organisationId,
    sellerId,
    via,
    reference: referred ? `FW-${Math.floor(chance.between(10_000, 99_999))}` : null,
    expiresAt: null,
    endsAt: null,
    unlinkedAt: null,
    reason: null,
    firstCallAt: null,
    lastUsedAt: null,
    failingSince: null,
  };
}

function timesOf(state: LinkState, chance: Chance, at: Date): Times {
  const days = (count: number) => new Date(at.getTime() + count * dayMs);
  const createdAt = days(-chance.between(2, oldestLinkDays));
  const ended = (reason: EndReason, called: boolean) => {
    const since = days(-chance.between(30, oldestLinkDays));
    const unlinkedAt = within(since, days(-1), chance);
    return { createdAt: since, ...(called ? calls(since, unlinkedAt, chance) : {}), unlinkedAt, reason };
  };
  const limited = (expiresAt: Date, termDays: number) => {
    const since = new Date(expiresAt.getTime() - termDays * dayMs);
    return { createdAt: since, expiresAt, ...calls(since, expiresAt < at ? expiresAt : at, chance) };
  };
  switch (state) {
    case "neverCalled":
      return { createdAt: days(-chance.between(1, 400)) };
    case "called":
      return { createdAt, ...calls(createdAt, at, chance) };
    case "quiet": {
      const since = days(-chance.between(180, oldestLinkDays));
      const firstCallAt = within(since, days(-120), chance);
      return { createdAt: since, firstCallAt, lastUsedAt: within(firstCallAt, days(-95), chance) };
    }
    case "failing": {
      const since = days(-200);
      return {
        createdAt: since,
        firstCallAt: days(-198),
        lastUsedAt: new Date(at.getTime() - hourMs),
        failingSince: days(-1),
      };
    }
    case "expiringLater": {
      const termDays = chance.pick([90, 365]);
      return limited(days(chance.between(31, termDays - 2)), termDays);
    }
    case "expiringSoon":
      return limited(days(chance.between(2, 29)), chance.pick([90, 365]));
    case "endsAhead": {
      const day = days(chance.between(3, 60));
      day.setUTCHours(0, 0, 0, 0);
      const reason = chance.pick<EndReason>(["switching", "not_used", "other"]);
      return { createdAt, ...calls(createdAt, at, chance), endsAt: day, reason };
    }
    case "lapsed":
      return limited(days(-chance.between(0.1, 3)), chance.pick([90, 365]));
    case "endedLapsed": {
      const expiresAt = days(-chance.between(4, 600));
      const times = limited(expiresAt, chance.pick([90, 365]));
      return { ...times, unlinkedAt: new Date(expiresAt.getTime() + 60_000), reason: "lapsed" };
    }
    case "endedNotUsed":
      return ended("not_used", false);
    case "endedMistake":
      return ended("mistake", false);
    case "endedSwitching":
      return ended("switching", true);
    case "endedSecurity":
      return ended("security", true);
    case "endedOther":
      return ended("other", true);
    case "endedPartner":
      return ended("partner", true);
  }
}

/** A first call soon after `since`, and a last one within the 30 days before `until`. */
function calls(since: Date, until: Date, chance: Chance) {
  const spanMs = until.getTime() - since.getTime();
  const firstCallAt = new Date(since.getTime() + Math.min(spanMs / 2, chance.between(0.01, 3) * dayMs));
  const recently = new Date(Math.max(firstCallAt.getTime(), until.getTime() - 29 * dayMs));
  return { firstCallAt, lastUsedAt: within(recently, until, chance) };
}

function within(from: Date, to: Date, chance: Chance) {
  return new Date(chance.between(from.getTime(), to.getTime()));
}
