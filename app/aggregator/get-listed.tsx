import { findActor } from "@/lib/accounts/find-actor";
import { findListing } from "@/lib/directory/find-listing";
import { text } from "../_text/text";
import { Badge } from "../_ui/badge";
import { ButtonLink } from "../_ui/button";
import { Section } from "../_ui/section";
import { badgeKinds, stateOf } from "../listing/listing-state";

/** The guide's sentence about the selection list: where the reader's own entry stands, and the way to it. */
export async function GetListed() {
  const [t, viewer] = [await text(), await findActor()];
  const said = t.listing.door;
  const state = viewer?.organisation.kind === "aggregator" ? stateOf(await findListing(viewer)) : null;
  return (
    <Section card id="get-listed" title={said.title}>
      {state && (
        <p>
          <Badge kind={badgeKinds[state]}>{t.listing.badges[state]}</Badge>
        </p>
      )}
      <p className="max-w-measure">{state && state !== "none" ? said.states[state] : said.none}</p>
      <p>
        <ButtonLink href="/listing">{said.action}</ButtonLink>
      </p>
    </Section>
  );
}
