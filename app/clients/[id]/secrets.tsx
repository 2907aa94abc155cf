import type { Viewer } from "@/lib/accounts/find-actor";
import type { ClientView, SecretView } from "@/lib/clients/find-client";
import { overlaps } from "@/lib/clients/input";
import { env } from "@/lib/env";
import { revealTexts } from "../../_reveal-texts";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { Badge } from "../../_ui/badge";
import { FoldForm } from "../../_ui/fold-form";
import { FormField } from "../../_ui/form-field";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { Time } from "../../_ui/time";
import { retireSecretAction } from "./actions";
import { AddSecretForm } from "./add-secret-form";

type Props = { client: ClientView; t: Text; viewer: Viewer; may: boolean };

/** The secrets of a client: what works, what ended, and the forms that change it. */
export async function Secrets({ client, t, may }: Props) {
  const said = t.clients.secrets;
  const path = `/clients/${client.id}`;
  const live = client.secrets.filter((secret) => secret.live);
  const { TOKEN_URL, SELLER_API_URL } = env();
  const rows = await Promise.all(client.secrets.map((secret) => row({ client, t, may }, secret)));
  return (
    <Section id="secrets" intro={<p>{said.lead}</p>} title={said.title}>
      {client.secrets.length > 0 && (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={rows}
        />
      )}
      {live.length === 0 && !client.deletedAt && <p>{said.none}</p>}
      {may && (
        <div id="add-secret">
          <h3 className="text-h3">{t.clients.add.title}</h3>
          <AddSecretForm
            formKey={await formKey("add secret", path, { client: [client.id] })}
            live={live.length}
            overlaps={overlaps.map((value) => ({ value, label: t.clients.add.overlaps[value] }))}
            proveKey={await formKey("run first call", "/first-call")}
            reveal={revealTexts(t)}
            texts={formTexts(t)}
            urls={{ tokenUrl: TOKEN_URL, sellerApiUrl: SELLER_API_URL }}
            words={addWords(t)}
          />
        </div>
      )}
    </Section>
  );
}

function addWords(t: Text) {
  const { lost, full, overlap, label, labelHint, submit } = t.clients.add;
  return {
    lost,
    full,
    overlap,
    label,
    labelHint,
    submit,
    sending: t.common.sending,
    staleLink: t.newClient.staleLink,
  };
}

async function row({ client, t, may }: Omit<Props, "viewer">, secret: SecretView) {
  const said = t.clients.secrets;
  const retire = secret.live && may && (
    <FoldForm
      action={retireSecretAction}
      consequence={<p>{said.retireHint}</p>}
      formKey={await formKey("retire secret", `/clients/${client.id}`, { client: [client.id] })}
      hidden={{ do: "retire", secretId: secret.id }}
      pending={t.common.sending}
      submit={said.retire}
      summary={said.retire}
      texts={formTexts(t)}
      variant="danger"
    >
      <FormField kind="checkbox" label={said.cut} name="cut" />
    </FoldForm>
  );
  return {
    key: secret.id,
    attributes: { "data-secret": secret.live ? "live" : "ended" } as const,
    cells: [
      <span key="name">
        {secret.label && `${secret.label} · `}
        {said.hint(secret.hint)}
      </span>,
      <span key="made">
        <Time at={moment(secret.createdAt, t.language)} /> {secret.createdBy && said.by(secret.createdBy)}
      </span>,
      secret.lastUsedAt ? <Time at={moment(secret.lastUsedAt, t.language)} key="used" /> : t.clients.never,
      stateOf(secret, t),
      retire || "",
    ],
  };
}

function stateOf({ live, endsAt, retiredAt }: SecretView, t: Text) {
  const said = t.clients.secrets;
  if (live)
    return <Badge kind="active">{endsAt ? said.until(moment(endsAt, t.language).text) : said.live}</Badge>;
  if (retiredAt) return <Badge kind="revoked">{said.retired(moment(retiredAt, t.language).text)}</Badge>;
  return <Badge kind="expired">{said.lapsed(endsAt ? moment(endsAt, t.language).text : "")}</Badge>;
}
