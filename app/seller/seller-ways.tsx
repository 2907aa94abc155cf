import type { Text } from "../_text/text";
import { Ways } from "../_ways";

/** What a seller is asked for by others, in the guide's own sentences, each the way to its page. */
export function SellerWays({ t }: { t: Text }) {
  const { connectTitle, connectIntro, valuesTitle, valuesIntro } = t.ways;
  return (
    <>
      <Ways
        intro={connectIntro}
        names={["linkAgreeToSeller", "linkAgregClientToSeller", "linkPartnerToSeller"]}
        t={t}
        title={connectTitle}
      />
      <Ways
        intro={valuesIntro}
        names={["aggregatorRequiresThree", "pluginRequiresThree", "newClientId"]}
        t={t}
        title={valuesTitle}
      />
    </>
  );
}
