import type { RevealTexts } from "./_reveal";
import { copyTexts } from "./_text/for-forms";
import type { Text } from "./_text/text";

/** The words of the one answer that shows a secret. */
export function revealTexts(t: Text): RevealTexts {
  const said = t.newClient.reveal;
  return {
    ...said,
    language: t.language,
    copyClientId: copyTexts(t, said.clientId),
    copySecret: copyTexts(t, said.clientSecret),
    copySellerId: copyTexts(t, said.sellerId),
  };
}
