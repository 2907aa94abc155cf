import type { Metadata } from "next";
import { languages as allLanguages, type Language } from "@/lib/language";
import { copyTexts } from "../../../_text/for-forms";
import { type Text, text } from "../../../_text/text";
import { Button, ButtonLink } from "../../../_ui/button";
import { CodeBlock } from "../../../_ui/code-block";
import { Field } from "../../../_ui/field";
import { Notice } from "../../../_ui/notice";
import { PageHeader } from "../../../_ui/page-header";
import { PlainForm } from "../../../_ui/plain-form";
import { Qr } from "../../../_ui/qr";
import { Section } from "../../../_ui/section";
import { findFacts } from "./find-facts";
import { Preview } from "./preview";
import { guideMethods, writeHtml, writeMarkdown, writePlain } from "./write-guide";

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };
type Found = Awaited<ReturnType<typeof findFacts>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).helpPage.title };
}

/** Makes the texts of a partner's own help page: in words, as code, and with the link and its QR code. */
export default async function HelpPagePage({ params, searchParams }: Props) {
  const { id } = await params;
  const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  );
  const found = await findFacts(id, new URLSearchParams(asked));
  const t = await text();
  const said = t.helpPage;
  const { client, listed, method, languages, qr } = found;
  const path = `/clients/${client.id}/help-page`;
  const chosen = new URLSearchParams([...languages.map((one) => ["lang", one]), ["method", method]]);
  return (
    <>
      <PageHeader
        back={{ href: `/clients/${client.id}`, label: client.clientId }}
        lead={said.lead}
        title={said.title}
      />
      <Choices found={found} path={path} t={t} />
      {method === "directory" && !listed && <Notice tone="warning">{said.notListed}</Notice>}
      {languages.map((language) => (
        <InLanguage found={found} key={language} language={language} t={t} />
      ))}
      <Section id="qr" title={said.qr}>
        <Qr code={qr} label={said.qr} />
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={`${path}/guide.html?${chosen}`}>{said.download}</ButtonLink>
          <ButtonLink href={`${path}/qr.svg`}>{said.downloadQr}</ButtonLink>
        </p>
      </Section>
    </>
  );
}

function Choices({ found, path, t }: { found: Found; path: string; t: Text }) {
  const { form } = t.helpPage;
  return (
    <PlainForm label={form.label} method="get" to={path}>
      <fieldset className="field">
        <legend className="field-label mb-1.5">{form.languages}</legend>
        <div className="choices">
          {allLanguages.map((language) => (
            <Field
              defaultChecked={found.languages.includes(language)}
              id={`lang-${language}`}
              key={language}
              kind="checkbox"
              label={form.languageNames[language]}
              name="lang"
              value={language}
            />
          ))}
        </div>
      </fieldset>
      <Field
        defaultValue={found.method}
        kind="radios"
        label={form.method}
        name="method"
        options={guideMethods.map((value) => ({ value, ...form.methods[value] }))}
      />
      <div className="form-actions">
        <Button variant="primary">{form.submit}</Button>
      </div>
    </PlainForm>
  );
}

function InLanguage({ found, language, t }: { found: Found; language: Language; t: Text }) {
  const { facts, method, qr } = found;
  const { form, formats, preview } = t.helpPage;
  const name = form.languageNames[language];
  const blocks = {
    html: writeHtml(language, method, facts, qr),
    markdown: writeMarkdown(language, method, facts),
    plain: writePlain(language, method, facts),
  };
  return (
    <Section id={`in-${language}`} title={name}>
      <Preview facts={facts} label={`${preview}: ${name}`} language={language} method={method} />
      {(["plain", "markdown", "html"] as const).map((format) => {
        const label = `${formats[format]} (${name})`;
        return (
          <CodeBlock
            code={blocks[format]}
            copy={copyTexts(t, label)}
            key={format}
            label={label}
            prose={format !== "html"}
          />
        );
      })}
    </Section>
  );
}
