import { endReasons } from "@/lib/links/input";
import type { LinkView } from "@/lib/links/list-links";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { Badge } from "../_ui/badge";
import { FoldForm } from "../_ui/fold-form";
import { FormField } from "../_ui/form-field";
import { Time } from "../_ui/time";
import { unlinkClientAction } from "./actions";

/** One link as a row: who, for which account, since when, and the form that ends it. */
export async function linkRow({ link, t, may }: { link: LinkView; t: Text; may: boolean }) {
  const said = t.links;
  return {
    key: link.id,
    attributes: { "data-link": link.open ? "open" : "ended" } as const,
    cells: [
      link.own ? (
        <span key="client">
          <a className="mono" href={`/clients/${link.clientRowId}`}>
            {link.clientId}
          </a>{" "}
          <span className="text-muted">{said.own}</span>
        </span>
      ) : (
        <span className="mono" key="client">
          {link.clientId}
        </span>
      ),
      <span key="seller">
        {link.shopName} <span className="mono">{link.sellerId}</span>
      </span>,
      <Time at={moment(link.since)} key="since" />,
      said.via[link.via],
      link.lastUsedAt ? <Time at={moment(link.lastUsedAt)} key="used" /> : said.never,
      state(link, t),
      link.open && may ? await endForm(link, t) : "",
    ],
  };
}

function state(link: LinkView, t: Text) {
  const said = t.links;
  if (link.open) {
    return <Badge kind="active">{link.endsAt ? said.until(moment(link.endsAt).text) : said.open}</Badge>;
  }
  const at = link.endedAt ?? link.endsAt;
  return (
    <span key="state">
      <Badge kind="revoked">{said.endedOn(at ? moment(at).text : "")}</Badge>{" "}
      {link.reason && <span className="text-muted">{said.ended[link.reason]}</span>}
    </span>
  );
}

async function endForm(link: LinkView, t: Text) {
  const said = t.links;
  return (
    <FoldForm
      action={unlinkClientAction}
      consequence={<p>{said.consequence(link.clientId, link.shopName)}</p>}
      formKey={await formKey("unlink client", "/links", { linkId: [link.id] })}
      hidden={{ linkId: link.id }}
      labels={{ reason: said.reason, when: said.when }}
      pending={t.common.sending}
      submit={said.submit}
      summary={said.endTitle}
      texts={formTexts(t)}
      variant="danger"
    >
      <FormField
        defaultValue="not_used"
        kind="select"
        label={said.reason}
        name="reason"
        options={endReasons.map((value) => ({ value, label: said.reasons[value] }))}
      />
      <FormField defaultValue="now" hint={said.whenHint} label={said.when} name="when" />
    </FoldForm>
  );
}
