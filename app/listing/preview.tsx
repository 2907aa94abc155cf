import type { ReactNode } from "react";
import { ListingFace } from "../choose-aggregator/listing-face";

/** What of an entry sellers see. */
export type Face = { name: string; description: string; methods: string[]; logo: string | null };

/** The pieces of the card that do not change while somebody types. */
export type PreviewParts = {
  title: string;
  methods: Record<string, ReactNode>;
  domain: ReactNode;
  ownOnly: string;
  connect: string;
  makeValues: string;
};

/** An entry as the list shows it; its buttons are only drawn. */
export function Preview({ face: { methods, ...face }, parts }: { face: Face; parts: PreviewParts }) {
  const delegates = methods.includes("delegation");
  const button = (label: string, look: string) => <span className={`button ${look}`}>{label}</span>;
  return (
    <section className="section self-start lg:sticky lg:top-4" id="preview">
      <h3>{parts.title}</h3>
      <div className="card">
        <ListingFace
          {...face}
          actions={
            delegates ? (
              button(parts.connect, "button-primary")
            ) : (
              <div className="flex flex-wrap gap-2">
                {button(parts.makeValues, "button-secondary")}
                {button(parts.connect, "button-quiet")}
              </div>
            )
          }
          badges={
            <>
              {parts.domain}
              {methods.map((method) => (
                <span className="contents" key={method}>
                  {parts.methods[method]}
                </span>
              ))}
            </>
          }
          note={delegates ? undefined : parts.ownOnly}
        />
      </div>
    </section>
  );
}
