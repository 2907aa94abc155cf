import type { Metadata } from "next";
import { findActor } from "@/lib/accounts/find-actor";
import { areaNames } from "@/lib/seller-data/guide-areas";
import { DoneNotice } from "../../_done";
import { text } from "../../_text/text";
import { Button, ButtonLink } from "../../_ui/button";
import { Checkbox } from "../../_ui/field-choice";
import { PageHeader } from "../../_ui/page-header";
import { PlainForm } from "../../_ui/plain-form";
import { Section } from "../../_ui/section";
import { type AreasQuery, ChosenAreas, chosenAreas, withAreas } from "../_chosen";
import { Reviewed } from "../_reviewed";
import { ClientsAreas } from "./clients-areas";

type Props = { searchParams: Promise<AreasQuery & { done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).areas.title };
}

/** The areas of the API, and the choice of those that a tool needs. */
export default async function AreasPage({ searchParams }: Props) {
  const [t, query, viewer] = [await text(), await searchParams, await findActor()];
  const chosen = chosenAreas(query);
  const shown = areaNames.filter(
    (name) => chosen.length === 0 || name === "starter" || chosen.includes(name),
  );
  const { choose, said, ...page } = t.areas;
  return (
    <>
      <PageHeader back={{ href: "/guide", label: t.guideIndex.title }} lead={page.lead} title={page.title} />
      <ChosenAreas all="/guide/areas" chosen={chosen} t={t} />
      <ul className="grid gap-4">
        {shown.map((name) => (
          <li key={name}>
            <h2 className="text-h3">
              <a href={withAreas(`/guide/areas/${name}`, chosen)}>{said[name].title}</a>
            </h2>
            <p className="text-muted">{said[name].lead}</p>
          </li>
        ))}
      </ul>
      <Section card id="choose" intro={<p>{choose.intro}</p>} title={choose.title}>
        <PlainForm label={choose.label} method="get" to="/guide/areas">
          <fieldset className="field">
            <legend className="field-label mb-1.5">{choose.field}</legend>
            <div className="choices">
              {areaNames.map((name) => (
                <Checkbox
                  defaultChecked={chosen.includes(name)}
                  id={`area-${name}`}
                  key={name}
                  kind="checkbox"
                  label={said[name].title}
                  name="areas"
                  value={name}
                />
              ))}
            </div>
          </fieldset>
          <div className="form-actions">
            <Button>{choose.submit}</Button>
          </div>
        </PlainForm>
        {chosen.length > 0 && (
          <div className="form-actions">
            <ButtonLink href={withAreas("/guide/reference", chosen)}>{t.reference.title}</ButtonLink>
            <ButtonLink href={withAreas("/first-call", chosen)}>{t.firstCall.title}</ButtonLink>
            <ButtonLink href={withAreas("/tools/collections", chosen)}>
              {t.tools.collections.title}
            </ButtonLink>
          </div>
        )}
        <DoneNotice done={String(query.done)} sentences={{ remembered: choose.remembered }} />
        {viewer && <ClientsAreas chosen={chosen} t={t} viewer={viewer} />}
      </Section>
      <Reviewed t={t} />
    </>
  );
}
