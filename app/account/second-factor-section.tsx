import type { Viewer } from "@/lib/accounts/find-actor";
import { findSecondFactor } from "@/lib/accounts/find-second-factor";
import type { Text } from "../_text/text";
import { day } from "../_time";
import { ButtonLink } from "../_ui/button";
import { Section } from "../_ui/section";

/** Whether the viewer has a second factor, and the way to it. */
export async function SecondFactorSection({ viewer, t }: { viewer: Viewer; t: Text }) {
  const { title, section } = t.secondFactor;
  const { since, codesLeft } = await findSecondFactor(viewer, t.common.product);
  return (
    <Section card id="second-factor" title={title}>
      <p>{since ? section.on({ since: day(since, t.language), left: codesLeft }) : section.off}</p>
      <p>
        <ButtonLink href="/account/second-factor">{since ? section.seeTo : section.setUp}</ButtonLink>
      </p>
    </Section>
  );
}
