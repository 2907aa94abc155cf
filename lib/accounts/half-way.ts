import { now } from "../clock";
import { hashToken, seal, unseal } from "../secrets";
import type { Visitor } from "./actor";

/** Somebody whose password was right, and who owes the code of their second factor. */
export type HalfWay = {
  personId: string;
  /** What the password's hash was, hashed: a change of it meanwhile ends this. */
  proof: string;
  /** Where to go on, a path of this portal; empty for the person's door. */
  next: string;
  /** The session of this browser that the new one replaces. */
  replaces?: string;
};

const lifeSeconds = 300;

/** The page that asks for the code, for this browser and the next five minutes. Sealed: nobody reads it on the way. */
export function halfWayPath(visitor: Visitor, halfWay: HalfWay) {
  const state = seal(
    JSON.stringify({ use: "half-way", ...halfWay, browser: visitor.visitorId, at: now().getTime() }),
  );
  return `/sign-in/code?${new URLSearchParams({ state })}`;
}

/** What the page's state stands for; null where it is too old, another browser's, or not ours. */
export function readHalfWay(visitor: Pick<Visitor, "visitorId">, state: string): HalfWay | null {
  try {
    const { use, browser, at, ...halfWay } = JSON.parse(unseal(state));
    const isOurs = use === "half-way" && browser === visitor.visitorId && browser !== "";
    return isOurs && now().getTime() - at < lifeSeconds * 1000 ? halfWay : null;
  } catch {
    return null;
  }
}

/** What stands for a password's hash on the way. */
export const proofOf = (passwordHash: string) => hashToken(passwordHash).toString("base64url");
