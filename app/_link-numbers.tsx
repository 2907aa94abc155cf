import type { Viewer } from "@/lib/accounts/find-actor";
import { countLinks, type LinkCountsView } from "@/lib/links/count-links";
import { writeLinkFilter } from "@/lib/links/link-filter";
import { countOf } from "./_count";
import type { Text } from "./_text/text";
import { ButtonLink } from "./_ui/button";
import { Section } from "./_ui/section";
import { Attention } from "./clients/[id]/linked-sellers";

/** The sellers linked to the organisation's clients in numbers; what wants attention leads straight to itself. */
export async function LinkNumbers({ t, viewer }: { t: Text; viewer: Viewer }) {
  const clients = (await countLinks(viewer.organisation.id)).filter(({ open }) => open > 0);
  if (clients.length === 0) return null;
  const said = t.linkedSellers.numbers;
  return (
    <Section id="linked-sellers" title={said.title}>
      <ul className="grid gap-3 md:grid-cols-2">
        {clients.map((counts) => (
          <li className="card grid gap-3" data-client={counts.clientId} key={counts.clientRowId}>
            <span className="mono">{counts.clientId}</span>
            <div className="flex flex-wrap gap-3">
              <ButtonLink href={listPath(counts, {})} size="small">
                {said.open(countOf(counts.open, t))}
              </ButtonLink>
              {counts.newThisWeek > 0 && (
                <ButtonLink href={listPath(counts, { sort: "-since" })} size="small" variant="quiet">
                  {said.newThisWeek(countOf(counts.newThisWeek, t))}
                </ButtonLink>
              )}
            </div>
            {counts.failing + counts.notTold + counts.endingSoon > 0 ? (
              <>
                <h3 className="text-caption text-muted">{t.linkedSellers.attention.title}</h3>
                <Attention counts={counts} t={t} />
              </>
            ) : (
              <p className="text-muted">{said.quiet}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function listPath({ clientRowId }: LinkCountsView, filter: { sort?: "-since" }) {
  return `/clients/${clientRowId}?${writeLinkFilter({ status: "open", ...filter })}#links`;
}
