import type { Metadata } from "next";
import { findActor, type Viewer } from "@/lib/accounts/find-actor";
import { env } from "@/lib/env";
import { listChoices } from "@/lib/first-call/list-choices";
import { isId } from "@/lib/id";
import type { RefusalCode } from "@/lib/result";
import { findClientAreas } from "@/lib/seller-data/list-client-areas";
import { HelpLink } from "../_help-link";
import { PasteLink } from "../_paste-link";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import { type Text, text } from "../_text/text";
import { Alert } from "../_ui/alert";
import { fill } from "../_ui/fill";
import { PageHeader } from "../_ui/page-header";
import { Section } from "../_ui/section";
import { type AreasQuery, ChosenAreas, chosenAreas } from "../guide/_chosen";
import { runFirstCallAction } from "./actions";
import { CallFields, labelsOf } from "./call-fields";
import { ChooseCall } from "./choose-call";
import { History } from "./history";
import { offeredCalls } from "./offered-calls";
import { StarterForm } from "./starter-form";
import { Tester } from "./tester";

type Query = AreasQuery & {
  operation?: string | string[];
  clientId?: string | string[];
  sellerId?: string | string[];
  refused?: string | string[];
  report?: string | string[];
  history?: string | string[];
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).firstCall.title };
}

export default async function FirstCallPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, viewer, query] = [await text(), await findActor(), await searchParams];
  const said = t.firstCall;
  return (
    <>
      <PageHeader lead={viewer ? said.lead : said.visitorLead} title={said.title} />
      <Refused query={query} t={t} />
      {viewer ? <OwnCall query={query} t={t} viewer={viewer} /> : <VisitorsCall query={query} t={t} />}
      <PasteLink t={t} />
    </>
  );
}

/** A plain form of another page was refused here; what went wrong came along as a code and nothing else. */
function Refused({ query: { refused: code, report }, t }: { query: Query; t: Text }) {
  if (typeof code !== "string" || !Object.hasOwn(t.refusals, code)) return null;
  const known = code as RefusalCode;
  const first = typeof report === "string" && isId(report);
  const mend = first ? { href: `/first-call/${report}`, label: t.firstCall.report.open } : undefined;
  return (
    <Alert code={known} mend={mend}>
      <p>{fill(t.refusals[known], { minutes: "1" })}</p>
      <HelpLink code={known} t={t} />
    </Alert>
  );
}

/** What can be called without an account; whoever was led here with values keeps them through the sign-in. */
function VisitorsCall({ t, query }: { t: Text; query: Query }) {
  const {
    clientId,
    sellerId = "",
    operation,
  } = { clientId: one(query.clientId), sellerId: one(query.sellerId), operation: one(query.operation) };
  const known = new URLSearchParams({
    ...(clientId && { clientId, sellerId }),
    ...(operation && { operation }),
  });
  const next = known.size > 0 ? `/first-call?${known}` : "/first-call";
  return (
    <Section card intro={<p>{t.home.tryBody}</p>} title={t.home.tryTitle}>
      <StarterForm />
      <p>
        <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{t.firstCall.signIn}</a>
      </p>
    </Section>
  );
}

async function OwnCall({ t, viewer, query }: { t: Text; viewer: Viewer; query: Query }) {
  const said = t.firstCall;
  const asked = { clientId: one(query.clientId), sellerId: one(query.sellerId) };
  const choices = await listChoices({ organisationId: viewer.organisation.id }, asked.clientId);
  const options = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  // Digits as names would jump to the front of the list, and "no fault" belongs there.
  const faults = options(said.scenarios).sort((a, b) => Number(a.value !== "") - Number(b.value !== ""));
  const wanted = chosenAreas(query);
  const clientId = asked.clientId ?? choices.clientIds[0] ?? "";
  const areas = query.areas === undefined ? await findClientAreas(viewer.organisation.id, clientId) : wanted;
  const { chosen, options: calls } = offeredCalls(t, one(query.operation), areas);
  const initial = {
    clientId,
    sellerId: asked.sellerId ?? choices.sellerIds[0] ?? "",
  };
  return (
    <>
      <ChosenAreas all={`/first-call?${new URLSearchParams({ areas: "", clientId })}`} chosen={areas} t={t} />
      <ChooseCall chosen={chosen.id} keep={initial} options={calls} t={t} />
      <Tester
        action={runFirstCallAction}
        choices={choices}
        formKey={await formKey("run first call", "/first-call")}
        fieldLabels={labelsOf(chosen, t)}
        initial={initial}
        operation={chosen.id}
        operations={calls}
        scenarios={env().AUTHORITY === "builtin" ? faults : []}
        texts={formTexts(t)}
        words={wordsOf(t)}
      >
        <CallFields operation={chosen} sellerId={initial.sellerId} t={t} />
      </Tester>
      <History clientId={one(query.history) ?? ""} clientIds={choices.clientIds} t={t} viewer={viewer} />
    </>
  );
}

const one = (value?: string | string[]) => (typeof value === "string" ? value.slice(0, 200) : undefined);

function wordsOf({ firstCall }: Text) {
  const { clientId, clientIdHint, clientSecret, clientSecretHint, sellerId, sellerIdHint, operation } =
    firstCall;
  const { faults, scenario, scenarioHint, submit, sending, cancel, cancelled, brokenOff, report } = firstCall;
  const fields = {
    clientId,
    clientIdHint,
    clientSecret,
    clientSecretHint,
    sellerId,
    sellerIdHint,
    operation,
  };
  const { open, stepsTitle } = report;
  return {
    ...fields,
    faults,
    scenario,
    scenarioHint,
    submit,
    sending,
    cancel,
    cancelled,
    brokenOff,
    open,
    stepsTitle,
  };
}
