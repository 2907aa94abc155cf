import { type InvitationsPage, invitationStates } from "@/lib/links/list-invitations";
import type { Text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { Section } from "../_ui/section";
import { Table } from "../_ui/table";
import { invitationRow } from "./invitation-row";
import type { NewLinkTexts } from "./new-link";

type Props = { page: InvitationsPage; state: string | undefined; t: Text; may: boolean; made: NewLinkTexts };

/** The organisation's invitations, by state, newest first, page by page. */
export async function InvitationList({ page, state, t, may, made }: Props) {
  const said = t.invitations.list;
  const rows = await Promise.all(page.items.map((one) => invitationRow({ one, t, may, made })));
  const ways = [undefined, ...invitationStates];
  const older = new URLSearchParams({ ...(state && { state }), after: page.next ?? "" });
  return (
    <Section id="list" title={said.title}>
      <nav aria-label={said.filter} className="flex flex-wrap gap-x-4 gap-y-2">
        {ways.map((way) => (
          <a
            aria-current={way === state ? "page" : undefined}
            className="link"
            href={way ? `/invitations?state=${way}#list` : "/invitations#list"}
            key={way ?? "all"}
          >
            {way ? said.states[way] : said.all}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={rows}
        />
      )}
      {page.next && <ButtonLink href={`/invitations?${older}#list`}>{said.next}</ButtonLink>}
    </Section>
  );
}
