import type { Viewer } from "@/lib/accounts/find-actor";
import { findEnding, findLeaving, type LeavingView } from "@/lib/privacy/find-leaving";
import type { RefusalCode } from "@/lib/result";
import { RefusedPage } from "../_refusal";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { Button } from "../_ui/button";
import { FoldForm } from "../_ui/fold-form";
import { FormField } from "../_ui/form-field";
import { Notice } from "../_ui/notice";
import { PlainForm } from "../_ui/plain-form";
import { Section } from "../_ui/section";
import { deleteAccountAction, deleteOrganisationAction } from "./data-actions";

/** What the address says after an act of this part. */
export type DataQuery = { refused?: string; minutes?: string; gone?: string };
type Props = { viewer: Viewer; query: DataQuery; t: Text };

/** What is kept of the viewer, to take along, and the ways out for good: with the account, or the organisation. */
export async function Data({ viewer, query, t }: Props) {
  const said = t.privacy.data;
  const { refused, minutes = "", gone } = query;
  const isCode = (code = ""): code is RefusalCode => code in t.refusals;
  return (
    <>
      <Section card id="data" intro={<p>{said.intro}</p>} title={said.title}>
        {gone === "1" && <Notice live title={said.organisationGone} tone="success" />}
        {isCode(refused) && <RefusedPage code={refused} facts={{ minutes }} t={t} />}
        <PlainForm
          act="export_data"
          formKey={await formKey("export data", "/account")}
          label={said.export}
          to="/account/export"
        >
          <div className="form-actions">
            <Button variant="secondary">{said.export}</Button>
          </div>
        </PlainForm>
        <p>
          <a className="link" href="/privacy">
            {said.more}
          </a>
        </p>
      </Section>
      <Section card id="leave-for-good" intro={<p>{said.goodbyeIntro}</p>} title={said.goodbye}>
        <DeleteAccount leaving={await findLeaving(viewer)} t={t} viewer={viewer} />
        {viewer.organisation.role === "owner" && viewer.organisation.kind !== "operator" && (
          <DeleteOrganisation t={t} viewer={viewer} />
        )}
      </Section>
    </>
  );
}

async function DeleteAccount({ leaving, viewer, t }: { leaving: LeavingView; viewer: Viewer; t: Text }) {
  const { account } = t.privacy.data;
  const { alone, needed, others } = leaving;
  if (needed.length > 0) return <p>{account.needed(needed.join(", "))}</p>;
  return (
    <FoldForm
      action={deleteAccountAction}
      consequence={
        <>
          <p>{account.consequence}</p>
          {others.length > 0 && <p>{account.others(others.join(", "))}</p>}
          {alone.length > 0 && <p>{account.alone(alone.join(", "))}</p>}
        </>
      }
      formKey={await formKey("delete account", "/account")}
      hidden={{ do: "delete_account" }}
      labels={{ typedEmail: account.typed(viewer.email), endOrganisations: account.endOrganisations }}
      pending={t.common.sending}
      submit={account.submit}
      summary={account.open}
      texts={formTexts(t)}
      variant="danger"
    >
      <FormField
        autoComplete="off"
        label={account.typed(viewer.email)}
        name="typedEmail"
        required
        spellCheck={false}
      />
      {alone.length > 0 && (
        <FormField kind="checkbox" label={account.endOrganisations} name="endOrganisations" required />
      )}
    </FoldForm>
  );
}

async function DeleteOrganisation({ viewer, t }: { viewer: Viewer; t: Text }) {
  const { organisation } = t.privacy.data;
  const { name } = viewer.organisation;
  return (
    <FoldForm
      action={deleteOrganisationAction}
      consequence={
        <>
          <p>{organisation.consequence(await findEnding(viewer))}</p>
          <p>{organisation.atOnce}</p>
        </>
      }
      formKey={await formKey("delete organisation", "/account")}
      hidden={{ do: "delete_organisation" }}
      labels={{ typedName: organisation.typed(name) }}
      pending={t.common.sending}
      submit={organisation.submit}
      summary={organisation.open(name)}
      texts={formTexts(t)}
      variant="danger"
    >
      <FormField
        autoComplete="off"
        label={organisation.typed(name)}
        name="typedName"
        required
        spellCheck={false}
      />
    </FoldForm>
  );
}
