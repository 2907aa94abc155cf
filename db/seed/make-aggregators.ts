import { foldClientId } from "@/lib/clients/client-id";
import { nameCore } from "@/lib/directory/name-core";
import { nameSkeleton } from "@/lib/directory/name-skeleton";
import { newId } from "@/lib/id";
import type { Chance } from "./chance";
import { type Tongue, tongues } from "./tongues";

const dayMs = 86_400_000;
const goods = [
  "fashion",
  "toys and games",
  "home and garden",
  "books and music",
  "sports and outdoor",
  "consumer electronics",
  "beauty and care",
  "car parts",
  "furniture",
  "pet supplies",
];
const methods = [["delegation"], ["own-credentials"], ["delegation", "own-credentials"]];

type Word = { shown: string; latin: string };

/** An organisation, its client and its approved listing, ready to be inserted. */
export type MadeAggregator = ReturnType<typeof makeAggregator>;

/**
 * So many aggregators with made-up names in many languages and scripts. Names, addresses and the folds of the
 * clientIds are unique, also against `takenFolds`.
 */
export function makeAggregators(count: number, chance: Chance, at: Date, takenFolds: string[]) {
  const folds = new Set(takenFolds);
  const made: MadeAggregator[] = [];
  for (const { tongue, name, trade } of chance.shuffle(tongues.flatMap(pairsOf))) {
    if (made.length === count) break;
    const slug = withinLength(`${name.latin}-${trade.latin}`);
    const fold = foldClientId(slug);
    if (folds.has(fold)) continue;
    folds.add(fold);
    const shown = `${name.shown}${tongue.joiner}${trade.shown}`;
    const end = chance.pick(tongue.ends);
    const displayName = end ? `${shown}${tongue.joiner}${end}` : shown;
    made.push(makeAggregator({ displayName, slug, fold, says: tongue.says }, chance, at));
  }
  if (made.length < count) throw new Error(`only ${made.length} of ${count} names can be made`);
  return made;
}

function makeAggregator(
  named: { displayName: string; slug: string; fold: string; says: string },
  chance: Chance,
  at: Date,
) {
  const { displayName, slug, fold } = named;
  const joinedDaysAgo = chance.between(10, 1500);
  const daysAgo = (days: number) => new Date(at.getTime() - days * dayMs);
  const organisation = {
    id: newId(),
    kind: "aggregator" as const,
    name: displayName,
    createdAt: daysAgo(joinedDaysAgo),
  };
  const client = {
    id: newId(),
    organisationId: organisation.id,
    clientId: writtenAs(slug, chance),
    fold,
    contactEmail: `contact@${slug}.example`,
    createdAt: daysAgo(joinedDaysAgo * 0.9),
  };
  const listing = {
    id: newId(),
    organisationId: organisation.id,
    clientRowId: client.id,
    displayName,
    nameSkeleton: nameSkeleton(displayName),
    nameCore: nameCore(displayName),
    description:
      chance.next() < 0.5
        ? named.says
        : `Product feeds, stock and orders for shops that sell ${chance.pick(goods)} and ${chance.pick(["more", "little else", "a few other things"])}.`,
    website: `https://${slug}.example`,
    methods: chance.pick(methods),
    createdAt: daysAgo(joinedDaysAgo * 0.8),
    approvedAt: daysAgo(joinedDaysAgo * 0.7),
  };
  return { organisation, client, listing };
}

function pairsOf(tongue: Tongue) {
  const trades = tongue.trades.split(" ").map(readWord);
  return tongue.names
    .split(" ")
    .map(readWord)
    .flatMap((name) => trades.map((trade) => ({ tongue, name, trade })));
}

function readWord(written: string): Word {
  const [shown = "", latin] = written.split("=");
  return { shown, latin: latin ?? shown.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase() };
}

/** A clientId has at least eight characters. */
function withinLength(slug: string) {
  return slug.replaceAll("-", "").length >= 8 ? slug : `${slug}-feed`;
}

/** The same clientId as different people would write it; the fold stays. */
function writtenAs(slug: string, chance: Chance) {
  const style = chance.next();
  if (style < 0.6) return slug;
  const words = slug.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return words.join(style < 0.85 ? "" : " ");
}
