import type { Viewer } from "@/lib/accounts/find-actor";
import { ruleOf } from "@/lib/accounts/rights";
import type { AreaName } from "@/lib/seller-data/guide-areas";
import { listClientAreas } from "@/lib/seller-data/list-client-areas";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { ActionForm } from "../../_ui/action-form";
import { FormField } from "../../_ui/form-field";
import { withAreas } from "../_chosen";
import { chooseAreasAction } from "./actions";

type Props = { chosen: readonly AreaName[]; viewer: Viewer; t: Text };

/** What was remembered for each client, and the form that remembers the choice of this page. */
export async function ClientsAreas({ chosen, viewer, t }: Props) {
  const said = t.areas.choose;
  const { id, role } = viewer.organisation;
  const clients = await listClientAreas(id);
  const remembered = clients.filter(({ areas }) => areas.length > 0);
  const rule = ruleOf("choose areas");
  const may = clients.length > 0 && rule.who === "member" && rule.roles.includes(role);
  return (
    <>
      {remembered.length > 0 && (
        <ul className="grid gap-1">
          {remembered.map((client) => (
            <li key={client.id}>
              <a href={withAreas("/guide/areas", client.areas)}>{said.open(client.clientId)}</a>
            </li>
          ))}
        </ul>
      )}
      {may && (
        <ActionForm
          action={chooseAreasAction}
          formKey={
            await formKey("choose areas", withAreas("/guide/areas", chosen), {
              client: clients.map((client) => client.id),
            })
          }
          hidden={{ areas: chosen.join(",") }}
          labels={{ clientRowId: said.client }}
          pending={said.remembering}
          submit={chosen.length > 0 ? said.remember : said.rememberAll}
          texts={formTexts(t)}
          variant="secondary"
        >
          <FormField
            kind="select"
            label={said.client}
            name="clientRowId"
            options={clients.map((client) => ({ value: client.id, label: client.clientId }))}
          />
        </ActionForm>
      )}
    </>
  );
}
