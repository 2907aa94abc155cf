import { viewerOf, withFormKey } from "@/db/testing";
import { lettersTo } from "./act.testing";
import type { Actor } from "./actor";
import { claimSeller } from "./claim-seller";
import { listClaims } from "./list-claims";
import { proveSeller } from "./prove-seller";

/** Asks for a code. */
export const claim = (actor: Actor, sellerId: number) =>
  claimSeller(withFormKey(actor, { act: "claim seller" }), { do: "claim", sellerId });
/** Types a code. */
export const prove = (actor: Actor, claimId: string, code: string) =>
  proveSeller(withFormKey(actor, { act: "prove seller", offered: { claimId: [claimId] } }), {
    do: "claim",
    claimId,
    code,
  });
/** The newest code in that mail box. */
export async function mailedCode(email: string) {
  const text = (await lettersTo(email)).filter(({ kind }) => kind === "claim-code").at(-1)?.text ?? "";
  return /(\d{3}) (\d{3})/.exec(text)?.slice(1).join("") ?? "";
}

/** Asks for a code and has it. */
export async function askCode(actor: Actor, seller: { sellerId: number; contactEmail: string }) {
  const asked = await claim(actor, seller.sellerId);
  if (!asked.ok) throw new Error(`not asked: ${asked.code}`);
  const [{ id = "" } = {}] = await listClaims(viewerOf(actor));
  return { id, code: await mailedCode(seller.contactEmail) };
}
