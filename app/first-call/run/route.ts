import { findActor, type Viewer } from "@/lib/accounts/find-actor";
import { firstCallInput } from "@/lib/first-call/input";
import { startFirstCall } from "@/lib/first-call/run-first-call";
import { finish, type RunningCall } from "@/lib/first-call/trace-call";
import { refreshFormKey } from "@/lib/form";
import { newId } from "@/lib/id";
import { log } from "@/lib/log";
import { done, type Refusal, type Result, refuse } from "@/lib/result";
import { route } from "@/lib/route";
import { type Text, text } from "../../_text/text";
import type { Line } from "../read-lines";
import { tellStep, tellVerdict } from "../tell";

type Begun = { running: RunningCall; formKey: string; cancel: AbortController };

/**
 * The tester's call, for a script that asks for lines (`Accept: application/x-ndjson`: each step as it happens) and
 * for plain forms (303 to the report). A script that hangs up breaks the outgoing call off.
 */
export const POST = route(
  firstCallInput,
  async (actor, input, request): Promise<Result<Begun>> => {
    if (!("sessionId" in actor))
      return refuse("sign_in_again", { facts: { href: "/sign-in?next=/first-call" } });
    const formKey = actor.key ? refreshFormKey(actor.key) : "";
    const cancel = new AbortController();
    // A second press of a plain form hangs up on the first; the call it asked for goes on.
    if (wantsLines(request)) request.signal.addEventListener("abort", () => cancel.abort());
    const started = await startFirstCall(actor, input, cancel.signal);
    if (!started.ok) return started.code === "stale" ? { ...started, formKey } : started;
    return done({ running: started.view, formKey, cancel });
  },
  async (result, request) => {
    if (wantsLines(request))
      return answerWith(result.ok ? await tellAll(result.view) : refusedOnly(result), result);
    if (!result.ok) return seeOther(result.code === "sign_in_again" ? signIn(result) : backWith(result));
    const report = await finish(result.view.running);
    return seeOther(report ? `/first-call/${report.id}` : "/first-call");
  },
);

const wantsLines = ({ headers }: Request) => headers.get("accept")?.includes("application/x-ndjson") ?? false;

/** Back to the tester with the code of the refusal and, for a second press, where the first one's report is. */
const backWith = ({ code, facts }: Refusal) =>
  `/first-call?${new URLSearchParams({ refused: code, ...(facts?.subjectId && { report: facts.subjectId }) })}`;
const signIn = ({ facts }: Refusal) => facts?.href ?? "/sign-in?next=/first-call";
const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

async function* refusedOnly(refusal: Refusal): AsyncGenerator<Line> {
  yield { kind: "refused", refusal };
}

async function tellAll(begun: Begun) {
  return tellLines(begun, await text(), await findActor());
}

async function* tellLines({ running, formKey }: Begun, t: Text, viewer: Viewer | null): AsyncGenerator<Line> {
  yield { kind: "begin", formKey };
  try {
    let next = await running.steps.next();
    for (; !next.done; next = await running.steps.next())
      yield { kind: "step", row: tellStep(t, next.value) };
    const report = next.value;
    if (report)
      yield { kind: "end", href: `/first-call/${report.id}`, verdict: tellVerdict(t, report, viewer) };
  } catch (error) {
    const reference = newId();
    log.error({ reference, err: error }, "a first call failed");
    yield { kind: "refused", refusal: refuse("unavailable", { reference }) };
  }
}

/** One line at a time, made when the reader asks for it. */
function answerWith(lines: AsyncGenerator<Line>, result: Result<Begun>) {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done: isOver, value } = await lines.next();
      if (isOver) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    cancel() {
      if (result.ok) result.view.cancel.abort();
    },
  });
  const headers = {
    "content-type": "application/x-ndjson",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  };
  return new Response(body, { headers });
}
