import type { Tx } from "@/db/client";
import { mails } from "@/db/schema";
import { newId } from "../id";
import { seal } from "../secrets";
import type { Letter } from "./letters";
import { renderHtml, renderText } from "./render";

/** Puts a letter into the outbox, in the transaction of whatever it tells about. The worker delivers it. */
export async function send(tx: Tx, to: string, letter: Letter) {
  await tx.insert(mails).values({
    id: newId(),
    recipient: to,
    kind: letter.kind,
    subject: letter.subject,
    sealedText: seal(renderText(letter)),
    sealedHtml: seal(renderHtml(letter)),
  });
}
