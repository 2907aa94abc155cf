import { type Right, ruleOf } from "@/lib/accounts/rights";
import { newId } from "@/lib/id";
import type { Rule } from "./door-rules";
import { type Caller, type Company, nameOf } from "./make-cast";
import type { Things, World } from "./make-things";
import { mayPress } from "./read-answer";

/** One question: somebody, a door, and whose things its address names. */
export type Cell = {
  caller: Caller;
  door: string;
  whose: string;
  path: string;
  expected: string;
  /** What must not be read in the answer. */
  marks: string[];
  /** Asked as a script of the page before asks, for what it draws itself. */
  isFlight?: true;
};

/** Whose each of the things is that an address names; `missing` is nobody's, `odd` no name at all. */
type Placing = { whose: string; of: Record<string, Company | "missing" | "odd" | "open"> };

const odd = "..%2f..%00";

/** Every question about a door: each caller, with things of their own, of others, and of nobody. */
export function makeCells(door: string, rule: Rule, callers: Caller[], world: World): Cell[] {
  return callers.flatMap((caller) =>
    placingsOf(rule, caller, world).map((placing): Cell => {
      const path = pathOf(door, rule, placing, caller, world);
      const others = Object.values(placing.of).filter((one) => one !== caller.company && one in world.of);
      const marks = others.flatMap((one) => [nameOf(one as Company), `confidential ${one} client`]);
      const expected = judge(rule, caller, placing, path);
      return { caller, door, whose: placing.whose, path, expected, marks };
    }),
  );
}

/** Whoever is nobody here is asked less: what they are refused hangs on no thing. */
function placingsOf({ who, names = {}, isOpen }: Rule, caller: Caller, { of }: World): Placing[] {
  const things = Object.entries(names);
  if (things.length === 0) return [{ whose: "", of: {} }];
  const all = (whose: string, from: Placing["of"][string]): Placing => ({
    whose,
    of: Object.fromEntries(things.map(([name]) => [name, from])),
  });
  const isPlain = caller.role === "owner" && (caller.company === "seller" || caller.company === "operator");
  const nonsense = isPlain ? [all("odd", "odd")] : [];
  if (isOpen) return [all("known", "open"), ...(isPlain ? [all("missing", "missing")] : []), ...nonsense];
  const owners = (Object.keys(of) as Company[]).filter((one) => things.every(([, thing]) => of[one][thing]));
  const own = owners.find((one) => one === caller.company);
  const alike = owners.find((one) => one !== own && (one === "stranger" || one === "seller"));
  const other = owners.find((one) => one !== own && one !== alike);
  const some = [own, alike, other].filter((one) => one !== undefined);
  const placings = some.map((one) => all(one === own ? "own" : `${one}'s`, one));
  if (!caller.company || (who === "operators" && caller.kind !== "operator"))
    return [...placings.slice(0, 1), all("missing", "missing")];
  // Of several things each may be somebody else's, or nobody's.
  const base = all("", own ?? owners[0] ?? "missing").of;
  for (const [name, thing] of things) {
    const others = (Object.keys(of) as Company[]).filter((one) => one !== base[name] && of[one][thing]);
    if (things.length > 1)
      for (const one of others.slice(0, 2))
        placings.push({ whose: `${one}'s ${name}`, of: { ...base, [name]: one } });
    placings.push({ whose: `missing ${name}`, of: { ...base, [name]: "missing" } });
  }
  return [...placings, ...nonsense];
}

function pathOf(door: string, { names = {}, query }: Rule, { of }: Placing, caller: Caller, world: World) {
  let path = door;
  for (const [name, thing] of Object.entries(names)) {
    const from = of[name] ?? "missing";
    const value = from === "odd" ? odd : from === "missing" ? missing(thing) : find(world, from, thing);
    path = path.replace(`[${name}]`, value);
  }
  const kind = caller.kind === "operator" ? "partner" : (caller.kind ?? "seller");
  const known: Record<string, string> = { kind, clientId: "confidential operator client" };
  const filled = query?.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(known[name] ?? ""));
  return filled ? `${path}?${filled}` : path;
}

function find(world: World, from: Company | "open", thing: string) {
  const things: Things = from === "open" ? world.open : world.of[from];
  const value = things[thing];
  if (!value) throw new Error(`there is no ${thing} of ${from}`);
  return value;
}

/** A name of that shape that nothing has. */
const missing = (thing: string) =>
  thing === "sellerAccount" ? "999999999999" : withIds.has(thing) ? newId() : "none";
const withIds = new Set([
  "client",
  "clientLink",
  "sellerLink",
  "bulkRun",
  "firstCall",
  "ticket",
  "attachment",
  "submission",
  "organisation",
]);

/** What the rules and the table of rights say that this question is answered. */
function judge(rule: Rule, caller: Caller, { of }: Placing, path: string): string {
  const { kind, company } = caller;
  const froms = Object.values(of);
  // The path itself cannot be read; nobody is asked who they are.
  if (froms.includes("odd")) return "nothing";
  const isMissing = froms.includes("missing");
  const ofOthers = (caller.stoppedIn && rule.answers?.stopped) ?? rule.answers?.others;
  const said = company ? rule.answers?.members : ofOthers;
  if (said) return said.replace("the door", `/${kind}`);
  if (rule.who === "operators") return kind === "operator" && !isMissing ? "shown" : "nothing";
  if (rule.who === "everybody") {
    if (isMissing) return rule.answers?.missing ?? "nothing";
    return company && rule.acts && !rule.acts.some((act) => mayPress(caller, { act }))
      ? "not allowed"
      : "shown";
  }
  if (!company) return rule.isHidden ? "nothing" : `sign in for ${rule.next ?? path}`;
  if (isMissing || (rule.only && !isFor(rule.only, caller))) return "nothing";
  const isTheirs = froms.every((one) => one === company);
  const isSeen = rule.andOperators && kind === "operator" && new Set(froms).size === 1;
  if (!isTheirs && !isSeen) return "nothing";
  const may = !rule.acts || (kind !== rule.not && rule.acts.some((act) => mayPress(caller, { act })));
  return may ? "shown" : "not allowed";
}

/** Whether a right is for a caller's kind of company. */
function isFor(right: Right, { kind }: Caller) {
  const rule = ruleOf(right);
  return rule.who !== "member" || (kind !== null && rule.kinds.includes(kind));
}
