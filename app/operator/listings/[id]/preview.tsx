import type { SubmissionView } from "@/lib/directory/find-submission";
import type { Text } from "../../../_text/text";
import { Section } from "../../../_ui/section";
import { DomainBadge, MethodBadge } from "../../../choose-aggregator/listing-badges";
import { ListingFace } from "../../../choose-aggregator/listing-face";

type Props = { submission: SubmissionView; t: Text };

/** The entry as the directory will show it; its button is only drawn. */
export function Preview({ submission: { content, domain, domainVerifiedAt }, t }: Props) {
  const said = t.listingDesk.submission;
  const { displayName, description, logo, methods } = content;
  const delegates = methods.includes("delegation");
  const badges = (
    <>
      {domain && domainVerifiedAt && <DomainBadge domain={domain} t={t} />}
      {methods.map((method) => (
        <MethodBadge key={method} method={method} t={t} />
      ))}
    </>
  );
  return (
    <Section id="preview" intro={<p>{said.domainNote}</p>} title={said.preview}>
      <div className="card">
        <ListingFace
          actions={
            <span className={`button button-${delegates ? "primary" : "secondary"}`}>
              {delegates ? t.directory.connect : t.directory.makeValues}
            </span>
          }
          badges={badges}
          description={description}
          logo={logo}
          name={displayName}
          note={delegates ? undefined : t.directory.ownOnly}
        />
      </div>
    </Section>
  );
}
