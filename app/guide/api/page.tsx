import type { Metadata } from "next";
import { env } from "@/lib/env";
import { copyTexts } from "../../_text/for-forms";
import { text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { CodeBlock } from "../../_ui/code-block";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { Reviewed } from "../_reviewed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).portalApi.title };
}

/** The portal API in words, for whoever writes a program against it. */
export default async function PortalApiPage() {
  const t = await text();
  const said = t.portalApi;
  const command = `curl -H "Authorization: Bearer $TOKEN" "${env().PUBLIC_URL}/api/v1/links?status=open"`;
  return (
    <>
      <PageHeader
        actions={
          <>
            <ButtonLink href="/api/v1/openapi.json">{said.description}</ButtonLink>
            <ButtonLink href="/clients">{said.clients}</ButtonLink>
          </>
        }
        lead={said.lead}
        title={said.title}
      />
      <nav aria-label={said.contents}>
        <ol className="grid list-decimal gap-1 pl-6">
          {said.parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {said.parts.map(({ id, title, body, points = [] }) => (
        <Section id={id} key={id} title={title}>
          <div className="grid max-w-measure gap-3">
            {body.map((paragraph) => (
              <p className="wrap-anywhere" key={paragraph}>
                {paragraph}
              </p>
            ))}
            {points.length > 0 && (
              <ul className="grid list-disc gap-1 pl-6">
                {points.map((point) => (
                  <li className="wrap-anywhere" key={point}>
                    {point}
                  </li>
                ))}
              </ul>
            )}
          </div>
          {id === "start" && (
            <CodeBlock code={command} copy={copyTexts(t, said.example)} label={said.example} />
          )}
        </Section>
      ))}
      <Reviewed t={t} />
    </>
  );
}
