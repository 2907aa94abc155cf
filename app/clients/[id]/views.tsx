import { writeLinkFilter } from "@/lib/links/link-filter";
import type { LinkFilter } from "@/lib/links/list-linked-sellers";
import { listViews } from "@/lib/links/list-views";
import { OrphanRefusal } from "../../_orphan";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { FoldForm } from "../../_ui/fold-form";
import { FormField } from "../../_ui/form-field";
import { removeViewAction, saveViewAction } from "./view-actions";

type Props = { clientRowId: string; organisationId: string; filter: LinkFilter; may: boolean; t: Text };

/** The searches that were saved for this list, and the forms that save this one and remove one. */
export async function Views({ clientRowId, organisationId, filter, may, t }: Props) {
  const said = t.bulk.views;
  const path = `/clients/${clientRowId}`;
  const views = await listViews(organisationId, clientRowId);
  const query = writeLinkFilter(filter);
  const offered = { client: [clientRowId] };
  const shared = { pending: t.common.sending, texts: formTexts(t), variant: "secondary" } as const;
  return (
    <>
      {views.length > 0 && (
        <nav aria-label={said.title}>
          <ul className="flex flex-wrap gap-2">
            {views.map((view) => (
              <li data-view={view.name} key={view.id}>
                <ButtonLink
                  aria-current={view.query === query ? "true" : undefined}
                  href={`${path}?${view.query}#links`}
                  size="small"
                  variant={view.query === query ? "secondary" : "quiet"}
                >
                  {view.name}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {may && (
        <div className="flex flex-wrap items-start gap-3">
          <OrphanRefusal isShown={(act) => act !== "remove view" || views.length > 0} t={t} />
          <FoldForm
            {...shared}
            action={saveViewAction}
            consequence={<p>{said.saveHint}</p>}
            formKey={await formKey("save view", path, offered)}
            hidden={{ do: "save", query }}
            labels={{ name: said.name }}
            submit={said.saveSubmit}
            summary={said.save}
          >
            <FormField autoComplete="off" hint={said.nameHint} label={said.name} maxLength={40} name="name" />
          </FoldForm>
          {views.length > 0 && (
            <FoldForm
              {...shared}
              action={removeViewAction}
              formKey={await formKey("remove view", path, offered)}
              hidden={{ do: "remove" }}
              labels={{ viewId: said.which }}
              submit={said.removeSubmit}
              summary={said.remove}
            >
              <FormField
                kind="select"
                label={said.which}
                name="viewId"
                options={views.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </FoldForm>
          )}
        </div>
      )}
    </>
  );
}
