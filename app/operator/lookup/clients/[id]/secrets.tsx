import type { ClientLook } from "@/lib/links/look-at-client";
import type { Text } from "../../../../_text/text";
import { moment } from "../../../../_time";
import { Badge } from "../../../../_ui/badge";
import { Section } from "../../../../_ui/section";
import { Table } from "../../../../_ui/table";

type Props = { found: ClientLook; t: Text };

/** That there are secrets, and when they were used; nothing more is known of them here. */
export function Secrets({ found, t }: Props) {
  const said = t.lookup.secrets;
  const on = (at: Date | null) => (at ? moment(at, t.language).text : t.lookup.never);
  if (found.secrets.length === 0) {
    return (
      <Section id="secrets" title={said.title}>
        <p className="text-muted">{said.none}</p>
      </Section>
    );
  }
  return (
    <Section id="secrets" title={said.title}>
      <Table
        caption={said.title}
        captionHidden
        columns={Object.values(said.columns).map((label) => ({ label }))}
        rows={found.secrets.map((secret) => ({
          key: secret.id,
          attributes: { "data-secret": secret.live ? "live" : "ended" },
          cells: [
            <span className="mono" key="hint">
              {secret.hint}
            </span>,
            on(secret.createdAt),
            on(secret.lastUsedAt),
            <State key="state" secret={secret} t={t} />,
          ],
        }))}
      />
    </Section>
  );
}

function State({ secret, t }: { secret: ClientLook["secrets"][number]; t: Text }) {
  const said = t.lookup.secrets;
  const { live, endsAt, retiredAt } = secret;
  const on = (at: Date | null) => (at ? moment(at, t.language).text : "");
  if (live) return <Badge kind="active">{endsAt ? said.until(on(endsAt)) : said.live}</Badge>;
  if (retiredAt) return <Badge kind="revoked">{said.retired(on(retiredAt))}</Badge>;
  return <Badge kind="expired">{said.lapsed(on(endsAt))}</Badge>;
}
