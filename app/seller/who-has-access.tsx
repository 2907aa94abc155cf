import type { Viewer } from "@/lib/accounts/find-actor";
import { inSeconds } from "@/lib/clock";
import { type LinkView, listLinks } from "@/lib/links/list-links";
import { soonDays } from "@/lib/links/narrow-links";
import { ChainLine } from "../_chain";
import type { Text } from "../_text/text";
import { day } from "../_time";
import { Badge } from "../_ui/badge";
import { ButtonLink } from "../_ui/button";
import { Section } from "../_ui/section";
import { Health } from "../clients/[id]/linked-seller-row";

/** How many stand on the door itself; the rest is one press away. */
const shown = 6;

/** Everybody who may act for the seller's accounts now, the partner's name first; what fails or ends soon is marked. */
export async function WhoHasAccess({ t, viewer }: { t: Text; viewer: Viewer }) {
  const said = t.links.door;
  const { items } = await listLinks(viewer, { limit: shown });
  if (items.length === 0) return null;
  const open = items.filter((link) => link.open);
  return (
    <Section
      actions={<ButtonLink href="/links">{said.all}</ButtonLink>}
      id="access"
      intro={<p>{said.lead}</p>}
      title={said.title}
    >
      {open.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <ul className="grid gap-3 md:grid-cols-2">
          {open.map((link) => (
            <Card key={link.id} link={link} t={t} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Card({ link, t }: { link: LinkView; t: Text }) {
  const { endsAt, health, own, partner, clientId, shopName, sellerId } = link;
  return (
    <li className="card grid gap-2" data-link="open">
      <a className="link font-medium" href={`/links/${link.id}`}>
        {own ? t.links.own : partner}
      </a>
      <span>
        <span className="mono">{clientId}</span>{" "}
        <span className="text-muted">
          {shopName} <span className="mono">{sellerId}</span>
        </span>
      </span>
      <ChainLine failing={health === "failing"} kind="seller" t={t} view={link} />
      <span className="flex flex-wrap gap-2">
        {health === "failing" && <Health health={health} t={t} />}
        {endsAt && endsAt < inSeconds(soonDays * 86_400) && (
          <Badge kind="attention">{t.links.door.endsSoon(day(endsAt, t.language))}</Badge>
        )}
      </span>
    </li>
  );
}
