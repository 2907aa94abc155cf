import type { ClientLook } from "@/lib/links/look-at-client";
import type { Text } from "../../../../_text/text";
import { moment } from "../../../../_time";
import { KeyValue } from "../../../../_ui/key-value";
import { Notice } from "../../../../_ui/notice";
import { tellOffers } from "../../tell-offers";

type Props = { found: ClientLook; t: Text };

/** What is known of a client beside its chain. */
export function Facts({ found, t }: Props) {
  const said = t.lookup.facts;
  const on = (at: Date | null) => (at ? moment(at, t.language).text : t.lookup.never);
  const { organisation, purpose, portalApiSince, isStarter } = found;
  return (
    <>
      {isStarter && <Notice>{said.starter}</Notice>}
      <KeyValue
        pairs={[
          {
            label: said.organisation,
            value: (
              <a className="link" href={`/operator/lookup/organisations/${organisation.id}`}>
                {organisation.name}
              </a>
            ),
          },
          { label: said.contact, value: found.contactEmail },
          ...(purpose ? [{ label: said.purpose, value: purpose }] : []),
          { label: t.lookup.since, value: on(found.since) },
          { label: said.review, value: found.reviewed ? said.reviewed : said.unreviewed },
          { label: said.firstToken, value: on(found.firstTokenAt) },
          { label: said.lastToken, value: on(found.lastTokenAt) },
          { label: said.portalApi, value: portalApiSince ? said.on(on(portalApiSince)) : said.off },
          { label: said.endpoint, value: endpointOf(found, t) },
          { label: said.invitations, value: tellOffers(found.invitations, t) },
          { label: said.handOvers, value: tellOffers(found.handOvers, t) },
        ]}
      />
    </>
  );
}

function endpointOf({ endpoint }: ClientLook, t: Text) {
  const said = t.lookup.facts;
  if (!endpoint) return said.none;
  const { host, disabledAt, failingSince } = endpoint;
  if (disabledAt) return said.disabled(host, moment(disabledAt, t.language).text);
  return failingSince ? said.failing(host, moment(failingSince, t.language).text) : said.works(host);
}
