import type { Viewer } from "@/lib/accounts/find-actor";
import { type DomainView, listDomainProofs } from "@/lib/directory/list-domain-proofs";
import { DoneNotice } from "../_done";
import { OrphanRefusal } from "../_orphan";
import type { Text } from "../_text/text";
import { day } from "../_time";
import { KeyValue } from "../_ui/key-value";
import { Notice } from "../_ui/notice";
import { Section } from "../_ui/section";
import { CodeForm, MailForm, OwnForm } from "./domain-mail";
import { DomainRecord } from "./domain-record";

type Props = {
  viewer: Viewer;
  t: Text;
  /** What just happened. */
  done: string;
  /** The domain whose record is asked for. */
  asked: string;
};

/** The domain that stands beside an aggregator's name: what is proven, and each way to prove one. */
export async function Domain({ viewer, t, done, asked }: Props) {
  const said = t.domains;
  const view = await listDomainProofs(viewer, asked);
  const may = viewer.organisation.role !== "viewer";
  const { code, own } = view;
  const forms: Record<string, boolean> = {
    "ask for domain code": true,
    "prove domain": code?.isOver === false,
    "use own domain": own !== null,
    "check domain record": view.offered !== null,
  };
  return (
    <Section id="domain" intro={<p>{said.lead}</p>} title={said.title}>
      <DoneNotice done={done} sentences={said.done} />
      {may && <OrphanRefusal isShown={(act) => forms[act] ?? true} t={t} />}
      <Proven t={t} view={view} />
      {may && code && <CodeForm code={code} t={t} />}
      {may && own && <OwnForm domain={own} email={viewer.email} t={t} />}
      {may && <MailForm t={t} />}
      {may && <DomainRecord asked={asked} t={t} view={view} />}
    </Section>
  );
}

function Proven({ view: { proven }, t }: { view: DomainView; t: Text }) {
  const said = t.domains;
  const { domain, provenAt, method } = proven;
  if (!domain || !provenAt) return <p className="max-w-measure">{said.none}</p>;
  const by = said.by(method ?? "mail", day(provenAt, t.language));
  return (
    <>
      <KeyValue
        pairs={[
          { label: said.domain, value: <span className="mono">{domain}</span> },
          { label: said.since, value: by },
        ]}
      />
      {proven.isNew && <Notice>{said.isNew}</Notice>}
      {method !== "dns" && <p className="max-w-measure">{said.stronger}</p>}
    </>
  );
}
