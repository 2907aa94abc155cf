import type { ReactNode } from "react";
import type { OrganisationLook } from "@/lib/links/look-at-organisation";
import type { Text } from "../../../../_text/text";
import { count, day, moment } from "../../../../_time";
import { Badge } from "../../../../_ui/badge";
import { Section } from "../../../../_ui/section";
import { Table } from "../../../../_ui/table";

type Props = { found: OrganisationLook; t: Text };

/** Who is in the organisation, and what it has: clients and seller accounts. */
export function Belongings({ found, t }: Props) {
  return (
    <>
      <Members found={found} t={t} />
      {(found.clients.length > 0 || found.kind !== "seller") && <Clients found={found} t={t} />}
      {(found.sellers.length > 0 || found.kind === "seller") && <Sellers found={found} t={t} />}
    </>
  );
}

type Row = { key: string; cells: ReactNode[] };
type Said = { title: string; none: string; columns: Record<string, string> };

function Rows({ said, rows, id }: { said: Said; rows: Row[]; id: string }) {
  return (
    <Section id={id} title={said.title}>
      {rows.length === 0 ? (
        <p className="text-muted">{said.none}</p>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={rows}
        />
      )}
    </Section>
  );
}

function Members({ found, t }: Props) {
  const rows = found.members.map(({ id, name, email, role, since, seenAt }) => ({
    key: id,
    cells: [
      name,
      <span className="wrap-anywhere" key="email">
        {email}
      </span>,
      t.accounts.account.roles[role],
      day(since, t.language),
      seenAt ? moment(seenAt, t.language).text : t.lookup.never,
    ],
  }));
  return <Rows id="members" rows={rows} said={t.lookup.members} />;
}

function Clients({ found, t }: Props) {
  const rows = found.clients.map(({ id, clientId, state, liveSecrets, openLinks, lastTokenAt }) => ({
    key: id,
    cells: [
      <a className="link mono" href={`/operator/lookup/clients/${id}`} key="clientId">
        {clientId}
      </a>,
      <Badge key="state" kind={state === "active" ? "active" : "attention"}>
        {t.lookup.states[state]}
      </Badge>,
      String(liveSecrets),
      count(openLinks, t.language),
      lastTokenAt ? moment(lastTokenAt, t.language).text : t.lookup.never,
    ],
  }));
  return <Rows id="clients" rows={rows} said={t.lookup.clients} />;
}

function Sellers({ found, t }: Props) {
  const rows = found.sellers.map(({ sellerId, shopName, contactEmail, openLinks }) => ({
    key: String(sellerId),
    cells: [
      <a className="link mono" href={`/operator/lookup/sellers/${sellerId}`} key="sellerId">
        {sellerId}
      </a>,
      shopName,
      <span className="wrap-anywhere" key="contact">
        {contactEmail}
      </span>,
      String(openLinks),
    ],
  }));
  return <Rows id="sellers" rows={rows} said={t.lookup.sellers} />;
}
