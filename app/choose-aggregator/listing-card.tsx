import type { ListingView } from "@/lib/directory/search-directory";
import type { Text } from "../_text/text";
import { Badge } from "../_ui/badge";
import { ButtonLink } from "../_ui/button";
import { Icon } from "../_ui/icon";
import { wayHrefs } from "../_ways";
import { monogram } from "./monogram";

const methodIcons = { delegation: "idCard", "own-credentials": "key" } as const;

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
  const { name, description, verifiedDomain, methods, clientId } = listing;
  const said = t.directory;
  const delegates = methods.includes("delegation");
  return (
    <div className="flex flex-wrap items-start gap-4">
      <Piece listing={listing} />
      <div className="grid min-w-0 flex-1 basis-60 gap-2">
        <h3 className="wrap-anywhere">{name}</h3>
        {description && <p className="text-muted">{description}</p>}
        <p className="flex flex-wrap gap-2">
          {verifiedDomain && <Badge kind="active">{said.domain(verifiedDomain)}</Badge>}
          {methods.map((method) => (
            <span className="badge" key={method}>
              <Icon name={methodIcons[method]} />
              {said.methods[method]}
            </span>
          ))}
        </p>
        {!delegates && <p className="text-muted">{said.ownOnly}</p>}
      </div>
      {delegates ? (
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
      )}
    </div>
  );
}

function consentHref(clientId: string) {
  return `/link-client?${new URLSearchParams({ clientId, as: "aggregator", via: "directory" })}`;
}

/** The picture beside the name, or letters in its place. Says nothing that the name does not. */
function Piece({ listing: { logo, name } }: { listing: ListingView }) {
  const size = "size-12 shrink-0 rounded-control";
  // biome-ignore lint/performance/noImgElement: a small data address, which nothing can make smaller.
  if (logo?.startsWith("data:image/")) return <img alt="" className={`${size} object-contain`} src={logo} />;
  return (
    <span
      aria-hidden="true"
      className={`${size} grid place-items-center bg-primary-tint font-bold text-primary`}
    >
      {monogram(name)}
    </span>
  );
}
