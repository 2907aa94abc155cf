import type { ConsentClientView } from "@/lib/links/find-client-for-consent";
import type { Text } from "../_text/text";
import { day } from "../_time";
import { Badge } from "../_ui/badge";
import { helpHref } from "../_ui/help-href";
import { KeyValue } from "../_ui/key-value";
import { Notice } from "../_ui/notice";
import { Section } from "../_ui/section";
import { pathOf } from "./read-query";

type Props = { client: ConsentClientView; message: string; t: Text };

/** Who stands behind a clientId, in facts; what is not proven is said as plainly as what is. */
export function PartnerCard({ client, message, t }: Props) {
  const said = t.consent.partner;
  const { listing, domain, mistakenFor } = client;
  const website = listing && /^https?:\/\//.test(listing.website) ? listing.website : null;
  return (
    <Section card id="partner" title={said.title}>
      {mistakenFor && (
        <Notice title={t.consent.mistaken.title} tone="danger">
          <p>{t.consent.mistaken.body(mistakenFor.name, mistakenFor.clientId)}</p>
          <p>
            <a href={pathOf({ clientId: mistakenFor.clientId, as: null, via: "directory", invitation: "" })}>
              {t.consent.mistaken.instead(mistakenFor.name)}
            </a>
          </p>
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {listing?.logo && (
          // biome-ignore lint/performance/noImgElement: a small picture out of our own database, already in its size.
          <img alt="" className="size-12 object-contain" height={48} src={listing.logo} width={48} />
        )}
        <strong className="text-h3 wrap-anywhere">{listing?.name ?? client.organisationName}</strong>
        {client.own && <Badge kind="active">{said.own}</Badge>}
        {listing && <Badge kind="active">{said.listed}</Badge>}
        {!client.own && (
          <Badge kind={client.reviewed ? "active" : "attention"}>
            {client.reviewed ? said.reviewed : said.unreviewed}
          </Badge>
        )}
      </div>
      {listing?.description && <p>{listing.description}</p>}
      <KeyValue
        pairs={[
          { label: t.consent.ask.label, value: <span className="mono">{client.clientId}</span> },
          { label: said.knownAs, value: client.organisationName },
          {
            label: said.domain,
            value: domain
              ? said.domainProven(domain.name, day(domain.verifiedAt, t.language))
              : said.domainNone,
          },
          ...(website
            ? [
                {
                  label: said.website,
                  value: (
                    <a className="link" href={website} rel="noopener noreferrer nofollow" target="_blank">
                      {website}
                    </a>
                  ),
                },
              ]
            : []),
          { label: said.since, value: day(client.organisationSince, t.language) },
          { label: said.clientSince, value: day(client.clientSince, t.language) },
          ...(client.own ? [] : [{ label: said.links, value: said.bands[client.band] }]),
          ...(message ? [{ label: said.message, value: message }] : []),
        ]}
      />
      {!client.own && (
        <p>
          <a
            className="link text-caption"
            href={helpHref({ path: "/link-client", clientId: client.clientId, topic: "report" })}
          >
            {t.help.report.link}
          </a>
        </p>
      )}
    </Section>
  );
}
