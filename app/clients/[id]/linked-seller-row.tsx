import type { LinkedSellerView } from "@/lib/links/list-linked-sellers";
import type { SellerWordsView } from "@/lib/links/tags";
import { ChainLine } from "../../_chain";
import type { Text } from "../../_text/text";
import { day, moment } from "../../_time";
import { Badge, type BadgeKind } from "../../_ui/badge";
import { Time } from "../../_ui/time";

const healthKinds = { ok: "active", failing: "failed", unknown: "pending" } as const satisfies Record<
  LinkedSellerView["health"],
  BadgeKind
>;

/** Whether a link works in use, in a word. */
export function Health({ health, t }: { health: LinkedSellerView["health"]; t: Text }) {
  return <Badge kind={healthKinds[health]}>{t.linkedSellers.healths[health]}</Badge>;
}

/** Open, until when, or since when no more. */
export function LinkState({ link, t }: { link: Omit<LinkedSellerView, "lamps">; t: Text }) {
  const said = t.linkedSellers;
  const { status, expiresAt, endedAt } = link;
  const on = (at: Date | null) => (at ? day(at, t.language) : "");
  if (status === "open")
    return <Badge kind="active">{expiresAt ? said.until(on(expiresAt)) : said.statuses.open}</Badge>;
  const over = on(endedAt ?? expiresAt);
  return status === "expired" ? (
    <Badge kind="expired">{said.expiredOn(over)}</Badge>
  ) : (
    <Badge kind="revoked">{said.endedOn(over)}</Badge>
  );
}

/** The client owner's own words about a seller: its tags, and how the note begins. */
function OwnWords({ words: { tags, note }, t }: { words: SellerWordsView; t: Text }) {
  return (
    <span className="mt-1 grid gap-1 text-caption font-normal">
      {tags.length > 0 && (
        <span className="flex flex-wrap gap-1">
          <span className="sr-only">{t.bulk.tags}</span>
          {tags.map((tag) => (
            <span className="badge badge-neutral" data-tag={tag} key={tag}>
              {tag}
            </span>
          ))}
        </span>
      )}
      {note && (
        <span className="text-muted">
          <span className="sr-only">{t.bulk.note}</span> {note.length > 80 ? `${note.slice(0, 79)}…` : note}
        </span>
      )}
    </span>
  );
}

type Row = {
  clientRowId: string;
  kind: string;
  t: Text;
  mayPick: boolean;
  words: SellerWordsView | undefined;
};

/** One linked seller as a row: who, how far the chain is, since when, and how it fares. */
export function linkedSellerRow(link: LinkedSellerView, { clientRowId, kind, t, mayPick, words }: Row) {
  const said = t.linkedSellers;
  const { linkId, sellerId, shopName, clientId, lamps, status } = link;
  return {
    key: linkId,
    attributes: { "data-link": status, "data-seller": String(sellerId) } as const,
    cells: [
      <span className="flex items-start gap-2" key="seller">
        {mayPick && (
          <input
            aria-label={t.bulk.bar.pick(shopName, sellerId)}
            className="choice-box shrink-0"
            name="link"
            type="checkbox"
            value={linkId}
          />
        )}
        <span>
          <a className="link" href={`/clients/${clientRowId}/links/${linkId}`}>
            {shopName}
          </a>{" "}
          <span className="mono">{sellerId}</span>
          {words && <OwnWords t={t} words={words} />}
        </span>
      </span>,
      <ChainLine
        failing={link.health === "failing"}
        key="chain"
        kind={kind}
        t={t}
        view={{ clientRowId, clientId, sellerId, shopName, lamps }}
      />,
      <span key="since">
        {day(link.since, t.language)} <span className="text-muted">{t.links.via[link.via]}</span>
      </span>,
      link.lastUsedAt ? <Time at={dayOf(link.lastUsedAt, t)} key="used" /> : said.never,
      <Health health={link.health} key="health" t={t} />,
      <LinkState key="state" link={link} t={t} />,
      link.reference ?? "",
    ],
  };
}

/** The day alone: a list of fifty is read by days. */
function dayOf(at: Date, t: Text) {
  return { ...moment(at, t.language), text: day(at, t.language) };
}
