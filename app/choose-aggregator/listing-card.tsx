import type { ListingView } from "@/lib/directory/search-directory";
import type { Text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { wayHrefs } from "../_ways";
import { DomainBadge, MethodBadge } from "./listing-badges";
import { ListingFace } from "./listing-face";

/** Listings under each other, best first. */
export function ListingCards({ listings, t }: { listings: ListingView[]; t: Text }) {
  return (
    <ul className="grid gap-3">
      {listings.map((listing) => (
        <li className="card" data-listing={listing.clientId} key={listing.id}>
          <ListingCard listing={listing} t={t} />
        </li>
      ))}
    </ul>
  );
}

function ListingCard({ listing, t }: { listing: ListingView; t: Text }) {
  const { name, description, logo, verifiedDomain, methods, clientId } = listing;
  const said = t.directory;
  const delegates = methods.includes("delegation");
  const badges = (
    <>
      {verifiedDomain && <DomainBadge domain={verifiedDomain} t={t} />}
      {methods.map((method) => (
        <MethodBadge key={method} method={method} t={t} />
      ))}
    </>
  );
  const actions = delegates ? (
    <ButtonLink aria-label={said.connectName(name)} href={consentHref(clientId)} variant="primary">
      {said.connect}
    </ButtonLink>
  ) : (
    <div className="flex flex-wrap gap-2">
      <ButtonLink aria-label={said.makeValuesName(name)} href={wayHrefs.aggregatorRequiresThree}>
        {said.makeValues}
      </ButtonLink>
      <ButtonLink aria-label={said.connectName(name)} href={consentHref(clientId)} variant="quiet">
        {said.connect}
      </ButtonLink>
    </div>
  );
  const note = delegates ? undefined : said.ownOnly;
  return <ListingFace {...{ name, description, logo, badges, note, actions }} />;
}

function consentHref(clientId: string) {
  return `/link-client?${new URLSearchParams({ clientId, as: "aggregator", via: "directory" })}`;
}
