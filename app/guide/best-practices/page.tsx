import type { Metadata } from "next";
import { envFile } from "@/lib/collections/env-file";
import { env } from "@/lib/env";
import { copyTexts } from "../../_text/for-forms";
import { text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { CodeBlock } from "../../_ui/code-block";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { openSellerIds, placeholderClientId } from "../../tools/collections/fill-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).guide.bestPractices.title };
}

/** The guide's fifth step: what keeps a connection healthy. The same for everybody. */
export default async function BestPracticesPage() {
  const t = await text();
  const said = t.guide.bestPractices;
  const { TOKEN_URL: tokenUrl, SELLER_API_URL: sellerApiUrl } = env();
  const names = {
    clientId: placeholderClientId,
    clientSecret: "",
    sellerId: openSellerIds[0],
    tokenUrl,
    sellerApiUrl,
  };
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      <nav aria-label={said.contents}>
        <ol className="grid list-decimal gap-1 pl-6">
          {said.practices.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {said.practices.map(({ id, title, body, points = [] }) => (
        <Section id={id} key={id} title={title}>
          <div className="grid max-w-measure gap-3">
            {body.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
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
          {id === "environments" && (
            <CodeBlock code={envFile(names)} copy={copyTexts(t, said.envCopy)} label={said.envTitle} />
          )}
        </Section>
      ))}
      <Section card title={said.next}>
        <div className="form-actions">
          <ButtonLink href="/first-call" variant="primary">
            {said.nextAction}
          </ButtonLink>
          <ButtonLink href="/tools/collections">{said.collection}</ButtonLink>
        </div>
      </Section>
    </>
  );
}
