import type { LookedLinksPage, LookedLinkView } from "@/lib/links/list-looked-links";
import type { Text } from "../../_text/text";
import { day } from "../../_time";
import { Badge } from "../../_ui/badge";
import { ButtonLink } from "../../_ui/button";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { LookChainLine } from "./look-chain";

type Props = {
  links: LookedLinksPage;
  /** Whose links these are, so that each row names the other side. */
  of: "client" | "seller";
  path: string;
  t: Text;
};

/** The links of a client or of a seller account, newest first, each with its chain. */
export function Links({ links: { items, next }, of, path, t }: Props) {
  const said = t.lookup.links;
  return (
    <Section id="links" title={said.title}>
      {items.length === 0 ? (
        <p className="text-muted">{said.none}</p>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={items.map((link) => ({
            key: link.id,
            attributes: { "data-link": link.open ? "open" : "ended", "data-seller": String(link.sellerId) },
            cells: [
              <span key="who">
                <a className="link" href={`/operator/lookup/links/${link.id}`}>
                  {of === "client" ? link.shopName : link.partner}
                </a>{" "}
                <span className="mono">{of === "client" ? link.sellerId : link.clientId}</span>
              </span>,
              <LookChainLine
                key="chain"
                lamps={link.lamps}
                name={`${link.clientId} · SellerId ${link.sellerId}`}
                sides={{ client: link.partner, seller: link.shopName }}
                t={t}
              />,
              day(link.since, t.language),
              <State key="state" link={link} t={t} />,
            ],
          }))}
        />
      )}
      {next && (
        <p>
          <ButtonLink href={`${path}?${new URLSearchParams({ after: next })}#links`}>{said.next}</ButtonLink>
        </p>
      )}
    </Section>
  );
}

function State({ link: { open, endedAt }, t }: { link: LookedLinkView; t: Text }) {
  const said = t.lookup.links;
  if (open) return <Badge kind="active">{said.open}</Badge>;
  return <Badge kind="revoked">{endedAt ? said.ended(day(endedAt, t.language)) : t.receipt.ended}</Badge>;
}
