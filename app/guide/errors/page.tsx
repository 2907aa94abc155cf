import type { Metadata } from "next";
import { type VerdictCode, verdicts } from "@/lib/first-call/verdicts";
import { type Text, text } from "../../_text/text";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { Reviewed } from "../_reviewed";
import { type ProblemCode, problems } from "./problems";
import { readCode } from "./read-code";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).errorsGuide.title };
}

/** Where a diagnosis belongs: by the first part of its code. */
const groupOf = (code: string) => {
  const [first = ""] = code.split(".");
  if (["net", "tls", "http", "client"].includes(first)) return "way";
  if (first === "ok") return "good";
  return first === "token" || first === "auth" || first === "seller" ? first : "api";
};

/** Every error with a page of its own. The same for everybody, signed in or not. */
export default async function ErrorsPage() {
  const t = await text();
  const said = t.errorsGuide;
  const codes = Object.keys(verdicts) as VerdictCode[];
  const apiCodes = Object.keys(problems) as ProblemCode[];
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      <p>
        {said.notSure} <a href="/tools/paste">{said.paste}</a> · <a href="/first-call">{said.tester}</a>
      </p>
      {Object.entries(said.groups).map(([group, title]) => (
        <Section id={group} key={group} title={title}>
          <CodeList codes={codes.filter((code) => groupOf(code) === group)} t={t} />
        </Section>
      ))}
      <Section id="codes" intro={<p>{said.codesIntro}</p>} title={said.codesTitle}>
        <CodeList codes={apiCodes} t={t} />
      </Section>
      <Reviewed t={t} />
    </>
  );
}

function CodeList({ t, codes }: { t: Text; codes: string[] }) {
  return (
    <ul className="grid gap-2">
      {codes.map((code) => (
        <li className="flex flex-wrap items-baseline gap-x-3" key={code}>
          <a href={`/guide/errors/${code}`}>{readCode(t, code)?.title}</a>
          <code className="mono text-caption text-muted">{code}</code>
        </li>
      ))}
    </ul>
  );
}
