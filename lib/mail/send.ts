import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mails, people } from "@/db/schema";
import { newId } from "../id";
import { foldEmail } from "../input";
import { isLanguage, type Language } from "../language";
import { seal } from "../secrets";
import type { Letter } from "./letter";
import { renderHtml, renderText } from "./render";

/**
 * Puts a letter into the outbox, in the transaction of whatever it tells about; the worker delivers it. It is written
 * in the language of the receiver's account, or in `fallback` where the address has none. With `tellsLinkId`, its
 * leaving is what lights the *told* lamp of that link.
 */
export async function send(
  tx: Tx,
  to: string,
  write: (language: Language) => Letter,
  fallback: Language = "en",
  tellsLinkId: string | null = null,
) {
  const [person] = await tx
    .select({ language: people.language })
    .from(people)
    .where(eq(people.emailFold, foldEmail(to)));
  const letter = write(isLanguage(person?.language) ? person.language : fallback);
  await tx.insert(mails).values({
    id: newId(),
    recipient: to,
    kind: letter.kind,
    subject: letter.subject,
    tellsLinkId,
    sealedText: seal(renderText(letter)),
    sealedHtml: seal(renderHtml(letter)),
  });
}
