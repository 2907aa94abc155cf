import type { ReactNode } from "react";
import type { TicketView } from "@/lib/help/find-ticket";
import type { Text } from "../_text/text";
import { KeyValue } from "../_ui/key-value";

type Fact = { label: string; value: ReactNode };

type Props = {
  context: TicketView["context"];
  t: Text;
  /** Further facts above and below. */
  before?: Fact[];
  after?: Fact[];
  /** For the operator: where an id is looked up. Left out, ids are plain. */
  lookUp?: (id: string) => string;
  /** Where the report of a first call is read. */
  report: (id: string) => ReactNode;
};

/** What a ticket's page knew, in words: the same list before it is sent, on the ticket, and on the operator's desk. */
export function ContextList({ context, t, before = [], after = [], lookUp, report }: Props) {
  const said = t.help.context;
  const { path, code, reference, clientId, sellerId, lamp, firstCallId, topic } = context;
  const id = (text: string) =>
    lookUp ? (
      <a className="link mono" href={lookUp(text)}>
        {text}
      </a>
    ) : (
      <span className="mono">{text}</span>
    );
  const pairs: [string, ReactNode][] = [
    [said.topic, topic && said.topics[topic]],
    [said.path, path && <span className="mono">{path}</span>],
    [said.code, code && <Code code={code} t={t} />],
    [said.reference, reference && id(reference)],
    [said.clientId, clientId && id(clientId)],
    [said.sellerId, sellerId && id(sellerId)],
    [said.lamp, lamp && lampName(lamp, t)],
    [said.report, firstCallId && report(firstCallId)],
  ];
  const known = pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  return <KeyValue pairs={[...before, ...known, ...after]} />;
}

function lampName(lamp: string, t: Text) {
  const names: Record<string, string> = t.chain.lamps;
  return Object.hasOwn(names, lamp) ? names[lamp] : lamp;
}

/** The code as checks and logs have it, and what it means. */
function Code({ code, t }: { code: string; t: Text }) {
  const verdicts: Record<string, { title: string }> = t.firstCall.verdicts;
  const refusals: Record<string, string> = t.refusals;
  const verdict = Object.hasOwn(verdicts, code) ? verdicts[code]?.title : undefined;
  // A sentence with facts in it says nothing without them.
  const refusal =
    Object.hasOwn(refusals, code) && !refusals[code]?.includes("{") ? refusals[code] : undefined;
  const words = verdict ?? refusal;
  return (
    <>
      <span className="mono">{code}</span>
      {words && ` · ${words}`}
    </>
  );
}
