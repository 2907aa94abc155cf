import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { copyTexts } from "../../../_text/for-forms";
import { text } from "../../../_text/text";
import { KeyValue } from "../../../_ui/key-value";
import { PageHeader } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { waysOf } from "../../../first-call/fix";
import { Reviewed } from "../../_reviewed";
import { readCode } from "../read-code";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { code }] = [await text(), await params];
  return { title: readCode(t, code)?.title ?? t.errorsGuide.title };
}

/** One error: how it shows, why, what to do and where. The same for everybody, signed in or not. */
export default async function ErrorPage({ params }: Props) {
  const [t, { code }] = [await text(), await params];
  const words = readCode(t, code);
  if (!words) notFound();
  const said = t.errorsGuide;
  const told = {
    verdict: words.verdict ?? "unknown",
    facts: {},
    clientId: "",
    sellerId: "",
    isPasted: true,
  } as const;
  const ways = waysOf(t, told, null).filter(({ href }) => !href.startsWith("/guide/errors/"));
  const pages = [
    ...ways,
    { href: "/tools/paste", label: said.paste },
    { href: "/first-call", label: said.tester },
  ];
  const once = pages.filter(({ href }, at) => pages.findIndex((page) => page.href === href) === at);
  const more = words.verdict && words.verdict !== code ? words.verdict : null;
  return (
    <>
      <PageHeader back={{ href: "/guide/errors", label: said.back }} title={words.title} />
      <KeyValue
        pairs={[
          { label: said.code, value: code, copy: copyTexts(t, said.code) },
          ...(more ? [{ label: said.verdict, value: <a href={`/guide/errors/${more}`}>{more}</a> }] : []),
        ]}
      />
      <Section title={said.seen}>
        <p className="max-w-measure wrap-anywhere">{words.seen}</p>
      </Section>
      <Section title={said.why}>
        <p className="max-w-measure">{words.why}</p>
      </Section>
      <Section title={said.todo}>
        <p className="max-w-measure wrap-anywhere">{words.todo}</p>
      </Section>
      <Section card title={said.help}>
        <ul className="grid gap-2">
          {once.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Reviewed t={t} />
    </>
  );
}
