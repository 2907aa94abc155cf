import type { Tx } from "@/db/client";
import { mayMailManyIn } from "../accounts/mail-limit";
import { env } from "../env";
import type { Language } from "../language";
import { namePermitLetter } from "../mail/letters/listings";
import { sendMany } from "../mail/send-many";
import { findOwnerAddresses } from "./tell-decision";

type News = { name: string; reason: string; decision: "confirmed" | "withdrawn" };

/** Writes to the owners of a company what became of a protected name. */
export async function tellNamePermit(tx: Tx, organisationId: string, news: News) {
  const owners = await findOwnerAddresses(tx, organisationId);
  const allowed = await mayMailManyIn(tx, owners, "name-permit");
  const letter = { ...news, href: `${env().PUBLIC_URL}/listing` };
  const write = (language: Language) => namePermitLetter(language, letter);
  const letters = owners.filter((_, index) => allowed[index]).map((to) => ({ to, write }));
  await sendMany(tx, letters, "en");
}
