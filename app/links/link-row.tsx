import type { LinkView } from "@/lib/links/list-links";
import { ChainLine } from "../_chain";
import type { Text } from "../_text/text";
import { day, moment } from "../_time";
import { Badge } from "../_ui/badge";
import { ButtonLink } from "../_ui/button";
import { Time } from "../_ui/time";
import { Health } from "../clients/[id]/linked-seller-row";
import { EndForm, KeepForm, RestoreForm } from "./end-forms";

/** One link as a row: who, for which account, since when, how it fares, and the form that ends it. */
export function linkRow({ link, t, may }: { link: LinkView; t: Text; may: boolean }) {
  return {
    key: link.id,
    attributes: { "data-link": link.open ? "open" : "ended" } as const,
    cells: [
      <Who key="who" link={link} t={t} />,
      <span key="seller">
        {link.shopName} <span className="mono">{link.sellerId}</span>
      </span>,
      <span key="since">
        {day(link.since, t.language)}{" "}
        <span className="text-muted">
          {t.links.via[link.via]}
          {link.by && `, ${t.links.by(link.by)}`}
        </span>
      </span>,
      <ChainLine failing={link.health === "failing"} key="chain" kind="seller" t={t} view={link} />,
      link.lastUsedAt ? <Time at={moment(link.lastUsedAt, t.language)} key="used" /> : t.links.never,
      <State key="state" link={link} t={t} />,
      may ? <Acts key="acts" link={link} t={t} /> : "",
    ],
  };
}

/** The name of the partner first: a clientId says nothing to a shopkeeper. */
function Who({ link, t }: { link: LinkView; t: Text }) {
  const said = t.links;
  return (
    <span>
      <a className="link" href={`/links/${link.id}`}>
        {link.own ? said.own : link.partner}
      </a>{" "}
      {link.own && !link.gone ? (
        <a className="link mono" href={`/clients/${link.clientRowId}`}>
          {link.clientId}
        </a>
      ) : (
        <span className="mono">{link.clientId}</span>
      )}{" "}
      {link.domain && !link.own && <span className="text-muted">{said.domain(link.domain)}</span>}
    </span>
  );
}

function State({ link, t }: { link: LinkView; t: Text }) {
  const said = t.links;
  const { open, endsAt, endedAt, reason } = link;
  if (open) {
    return (
      <span className="flex flex-wrap gap-2">
        <Badge kind="active">{endsAt ? said.until(moment(endsAt, t.language).text) : said.open}</Badge>
        {link.health === "failing" && <Health health="failing" t={t} />}
      </span>
    );
  }
  const at = endedAt ?? endsAt;
  return (
    <span>
      <Badge kind="revoked">{said.endedOn(at ? moment(at, t.language).text : "")}</Badge>{" "}
      {reason && <span className="text-muted">{t.receipt.reasons[reason]}</span>}
    </span>
  );
}

function Acts({ link, t }: { link: LinkView; t: Text }) {
  if (link.open)
    return (
      <div className="grid gap-2">
        {link.plannedAt && <KeepForm link={link} t={t} />}
        <EndForm link={link} t={t} />
      </div>
    );
  if (link.gone || link.openAgain) return null;
  return (
    <div className="grid gap-2">
      {link.restorable && <RestoreForm link={link} t={t} />}
      <ButtonLink href={`/link-client?${new URLSearchParams({ clientId: link.clientId })}`} size="small">
        {t.links.again}
      </ButtonLink>
    </div>
  );
}
