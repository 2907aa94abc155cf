import type { Viewer } from "@/lib/accounts/find-actor";
import { formKey } from "../_session";
import { text } from "../_text/text";
import { Menu } from "../_ui/menu";
import { showOrganisationAction } from "./actions";
import { MenuForm } from "./menu-form";

/**
 * The menu of the viewer's organisations: names the one shown, and has a form for each other. Nothing for members
 * of one only. `path` is the page it stands on.
 */
export async function OrganisationSwitcher({ viewer, path }: { viewer: Viewer; path: string }) {
  const others = viewer.organisations.filter(({ id }) => id !== viewer.organisation.id);
  if (others.length === 0) return null;
  const t = await text();
  const forms = others.map(async ({ id, name }) => (
    <MenuForm
      action={showOrganisationAction}
      formKey={await formKey("show organisation", path)}
      hidden={{ organisationId: id }}
      key={id}
      refused={t.accounts.formFailed}
    >
      {name}
    </MenuForm>
  ));
  return (
    <Menu
      detail={t.common.switchOrganisation}
      icon="building"
      label={t.common.actingFor}
      name={viewer.organisation.name}
    >
      {await Promise.all(forms)}
    </Menu>
  );
}
