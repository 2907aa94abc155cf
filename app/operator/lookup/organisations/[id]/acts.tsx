import { env } from "@/lib/env";
import type { OrganisationLook } from "@/lib/links/look-at-organisation";
import { formKey } from "../../../../_session";
import type { Text } from "../../../../_text/text";
import { FormField } from "../../../../_ui/form-field";
import { Section } from "../../../../_ui/section";
import { ActForm } from "../../act-form";
import {
  createClientForOthersAction,
  createSellerForOthersAction,
  resumeOrganisationAction,
  suspendOrganisationAction,
} from "../../actions";

type Props = { found: OrganisationLook; path: string; t: Text };

/** What the operator may do about an organisation, each with a reason. */
export async function Acts({ found, path, t }: Props) {
  const said = t.lookup.acts;
  const offered = { organisation: [found.id] };
  if (found.suspended) {
    return (
      <Section card id="acts" title={said.title}>
        <ActForm
          act="resume"
          action={resumeOrganisationAction}
          formKey={await formKey("resume organisation", path, offered)}
          t={t}
          words={said.resumeOrganisation}
        />
      </Section>
    );
  }
  const makesSellers = found.kind === "seller" && env().AUTHORITY === "builtin";
  const { body, ...suspend } = said.suspendOrganisation;
  const working = found.clients.filter(({ state }) => state === "active").length;
  const contact = found.members.find(({ role }) => role === "owner")?.email;
  return (
    <Section card id="acts" title={said.title}>
      <ActForm
        action={createClientForOthersAction}
        formKey={await formKey("create client for others", path, offered)}
        labels={{ clientId: said.createClient.clientId, contactEmail: said.createClient.contactEmail }}
        t={t}
        words={said.createClient}
      >
        <FormField
          autoComplete="off"
          hint={said.createClient.clientIdHint}
          label={said.createClient.clientId}
          mono
          name="clientId"
          spellCheck={false}
        />
        <FormField
          defaultValue={contact}
          label={said.createClient.contactEmail}
          name="contactEmail"
          type="email"
        />
      </ActForm>
      {makesSellers && (
        <ActForm
          action={createSellerForOthersAction}
          formKey={await formKey("create seller for others", path, offered)}
          labels={{ shopName: said.createSeller.shopName, contactEmail: said.createSeller.contactEmail }}
          t={t}
          words={said.createSeller}
        >
          <FormField label={said.createSeller.shopName} name="shopName" />
          <FormField
            defaultValue={contact}
            label={said.createSeller.contactEmail}
            name="contactEmail"
            type="email"
          />
        </ActForm>
      )}
      <ActForm
        act="suspend"
        action={suspendOrganisationAction}
        danger
        formKey={await formKey("suspend organisation", path, offered)}
        t={t}
        words={{ ...suspend, body: body(found.members.length, working) }}
      />
    </Section>
  );
}
