import { now } from "../clock";
import { env } from "../env";
import { log } from "../log";
import type { FirstCallInput } from "./input";
import { makeMask } from "./mask";
import { operations } from "./operations";
import { prepareCall } from "./prepare-call";
import type { Report } from "./report";
import { runSteps } from "./run-steps";
import type { Judgement, StepReport } from "./step";

/** A first call that is under way: its steps as they happen, then the report; null when it was cancelled. */
export type RunningCall = { id: string; steps: AsyncGenerator<StepReport, Report | null> };

/** How one kind of caller differs from the other. */
export type Caller = {
  starter: boolean;
  requestId: string;
  /** What was typed as something else, and must be shown as little as the secret. */
  alsoSecret?: string[];
  /** What the portal may add to a failed step for this caller. */
  explain: (judged: Judgement) => Promise<Judgement>;
  /** Writes the finished report down. */
  keep: (report: Report) => Promise<void>;
};

/** So much of a sent body is kept, in characters. */
const shownBody = 4000;

/** Runs the steps against the configured addresses, explains the one that failed, and keeps the report. */
export async function* traceCall(
  id: string,
  input: FirstCallInput,
  caller: Caller,
  cancel: AbortSignal,
): AsyncGenerator<StepReport, Report | null> {
  const { TOKEN_URL: tokenUrl, SELLER_API_URL: sellerApiUrl, AUTHORITY } = env();
  const operation = operations[input.operation];
  const prepared = prepareCall(input);
  if (!prepared.ok) throw new Error("a call is made that can never be sent");
  const target = prepared.view;
  // Only the sandbox plays faults on request; a real API must never see the switch.
  const scenario = AUTHORITY === "builtin" ? input.scenario : "";
  const mask = makeMask();
  for (const secret of caller.alsoSecret ?? []) mask.learn(secret);
  const steps: StepReport[] = [];
  const run = runSteps({ ...input, tokenUrl, sellerApiUrl, operation, target, scenario }, mask, cancel);
  let next = await run.next();
  while (!next.done) {
    const told = next.value.state === "failed" ? await explained(next.value, caller) : next.value;
    if (told.state !== "running") steps.push(told);
    yield told;
    next = await run.next();
  }
  if (next.value === "cancelled") return null;

  const decided = steps.find(({ state }) => state === "failed") ?? steps.at(-1);
  const headers = Object.fromEntries(
    Object.entries(target.headers).map(([name, value]) => [name, mask.text(value)]),
  );
  const report: Report = {
    id,
    at: now().toISOString(),
    starter: caller.starter,
    clientId: mask.text(input.clientId),
    sellerId: mask.text(input.sellerId),
    operation: input.operation,
    scenario,
    tokenUrl,
    callUrl: mask.text(`${sellerApiUrl}${target.path}`),
    ...(target.method !== "GET" && { method: target.method }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(target.body !== undefined && { body: mask.text(target.body).slice(0, shownBody) }),
    steps,
    verdict: decided?.code ?? "unknown",
    facts: decided?.facts ?? {},
    answer: next.value,
  };
  await caller.keep(report);
  log.info({ requestId: caller.requestId, firstCallId: id, verdict: report.verdict }, "first call");
  return report;
}

async function explained(step: StepReport, caller: Caller): Promise<StepReport> {
  const { code, facts } = await caller.explain({ code: step.code ?? "unknown", facts: step.facts });
  return { ...step, code, facts };
}

/** Lets a call run to its end where nobody watches the steps. */
export async function finish(running: RunningCall): Promise<Report | null> {
  let next = await running.steps.next();
  while (!next.done) next = await running.steps.next();
  return next.value;
}
