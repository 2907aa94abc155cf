import { sql } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { type Refusal, refuse } from "../result";
import list from "./common-passwords.json";

/** What guesses begin with, once they know whom they are guessing at. */
export type OwnWords = { email: string; companies: string[] };

/** What this portal is called, in each language; nobody needs to be told to try it. */
const productNames = ["Seller portal", "Portail vendeur"];

const { words } = list;

/**
 * Why this may not become a password: it is among those most used anywhere, or little else than the account's own
 * words, digits at its end aside. Null where it may. Nothing is asked of anybody outside, and nothing is kept.
 */
export function judgePassword(password: string, own: OwnWords): Refusal | null {
  const typed = password.normalize("NFKC").toLowerCase();
  if (isListed(typed) || isListed(withoutEnd(typed)))
    return refuse("invalid", { fields: { password: "password_common" } });
  if (isOwn(typed, own)) return refuse("invalid", { fields: { password: "password_own" } });
  return null;
}

/** The names of the organisations that a person belongs to. */
export async function listCompanyNames(personId: string): Promise<string[]> {
  const rows = await asVisitor((tx) =>
    tx.execute<{ name: string }>(sql`select name from company_names_of(${personId}) as name`),
  );
  return rows.map(({ name }) => name);
}

/** Looks a line up in the list, which stays one text: no table of it is ever built. */
export function isListed(line: string) {
  if (line === "" || line.includes("\n")) return false;
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = words.lastIndexOf("\n", middle - 1) + 1;
    const end = words.indexOf("\n", start);
    const found = words.slice(start, end < 0 ? words.length : end);
    if (found === line) return true;
    if (found < line) low = start + found.length + 1;
    else high = start;
  }
  return false;
}

const withoutEnd = (text: string) => text.replace(/\p{Nd}+$/u, "");
const squeeze = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, "");

/** Whether fewer than four characters, not counting digits, are left once the account's own words are taken out. */
function isOwn(typed: string, { email, companies }: OwnWords) {
  const [local = "", domain = ""] = email.split("@");
  const [site = ""] = domain.split(".");
  const named = [email, local, site, ...companies, ...productNames];
  const own = named.flatMap((name) => [squeeze(name), withoutEnd(squeeze(name))]);
  const left = own
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, " "), squeeze(typed));
  return left.includes(" ") && left.replace(/[\s\p{Nd}]/gu, "").length < 4;
}
