import { performance } from "node:perf_hooks";
import { now } from "../clock";
import { checkSignature } from "./check-signature";
import type { Answer } from "./exchange";
import { judgeCallAnswer, judgeShape, traceIdOf } from "./judge-call-answer";
import { issuerOf, judgeClaims, readToken } from "./judge-claims";
import { judgeFault } from "./judge-fault";
import { judgeTokenAnswer } from "./judge-token-answer";
import type { Mask } from "./mask";
import type { Operation, Scenario } from "./operations";
import type { Target } from "./prepare-call";
import { ended, proveTls, resolveHosts } from "./reach-hosts";
import { findRetiredHost } from "./retired-hosts";
import { sendCall } from "./send-call";
import { sendTokenRequest } from "./send-token-request";
import { type Facts, fine, type Judgement, type StepName, type StepReport } from "./step";
import { isGood } from "./verdicts";

/** What to call, and with what. The two addresses come from the configuration. */
export type Order = {
  tokenUrl: string;
  sellerApiUrl: string;
  clientId: string;
  clientSecret: string;
  sellerId: string;
  operation: Operation;
  /** The operation with its parameters filled in. */
  target?: Target;
  scenario: Scenario | "";
  deadlineMs?: number;
};

/** The answer that decided, as it may be shown: masked, bounded text. */
export type ShownAnswer = {
  from: "token" | "api";
  status: number;
  contentType: string;
  body: string;
  cut: boolean;
  traceId: string;
};

/** Everything a run may take, so that even its report is there within ten seconds. */
const runDeadlineMs = 9500;
const shownCharacters = 4000;

/**
 * Takes the steps of a first call one by one and tells each as it begins and as it ends; the first failure ends the
 * run. Knows the wire only. What it yields and returns is masked. Returns the deciding answer; when the caller's
 * signal ends the run it stops at once, in the middle of whatever it does, and returns `"cancelled"`.
 */
export async function* runSteps(
  order: Order,
  mask: Mask,
  cancel: AbortSignal,
): AsyncGenerator<StepReport, ShownAnswer | null | "cancelled"> {
  mask.learn(order.clientSecret);
  const deadline = AbortSignal.timeout(order.deadlineMs ?? runDeadlineMs);
  const signal = AbortSignal.any([cancel, deadline]);
  const course = new Course(order, mask, signal);
  let failed = false;
  for (const [step, take] of course.steps()) {
    if (failed) {
      yield { step, state: "skipped", code: null, ms: 0, facts: {} };
      continue;
    }
    yield { step, state: "running", code: null, ms: 0, facts: {} };
    const begun = performance.now();
    // Whatever a step waits for, it waits no longer than this.
    const judged = await Promise.race([take(), ended(signal)]).catch((error) =>
      judgeFault(error, deadline.aborted),
    );
    if (cancel.aborted) return "cancelled";
    failed = !isGood(judged.code);
    const ms = Math.round(performance.now() - begun);
    yield { step, state: failed ? "failed" : "ok", code: judged.code, ms, facts: masked(judged.facts, mask) };
  }
  return course.shown();
}

// Masked first and shortened after: what is cut in the middle can no longer be recognised.
const short = (text: string, mask: Mask) => mask.text(text).slice(0, 300);

const masked = (facts: Facts, mask: Mask): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, short(value, mask)]));

/** One run: what each step learns for the next. */
class Course {
  private token = "";
  private answer: { from: "token" | "api"; answer: Answer } | null = null;

  constructor(
    private readonly order: Order,
    private readonly mask: Mask,
    private readonly signal: AbortSignal,
  ) {}

  steps(): [StepName, () => Promise<Judgement>][] {
    const urls = [this.order.tokenUrl, this.order.sellerApiUrl];
    const overTls = urls.some((url) => url.startsWith("https:"));
    return [
      ["settings", async () => judgeSettings(this.order)],
      ["dns", () => resolveHosts(urls, this.signal).then(() => fine())],
      ...(overTls ? [["tls", () => proveTls(urls, this.signal).then(() => fine())] as const] : []),
      ["token", () => this.takeToken()],
      ["claims", () => this.readClaims()],
      ["call", () => this.call()],
      ["shape", async () => judgeShape(this.answered(), this.order.operation)],
    ] as [StepName, () => Promise<Judgement>][];
  }

  /** The last answer worth showing. A good token answer is none: it is nothing but the token. */
  shown(): ShownAnswer | null {
    if (!this.answer) return null;
    const { from, answer } = this.answer;
    const { status, body, cut, headers } = answer;
    const text = this.mask.text(body, cut);
    return {
      from,
      status,
      contentType: short(headers["content-type"] ?? "", this.mask),
      body: text.slice(0, shownCharacters),
      cut: cut || text.length > shownCharacters,
      traceId: short(traceIdOf(answer), this.mask),
    };
  }

  private async takeToken(): Promise<Judgement> {
    const answer = await sendTokenRequest(this.order, this.signal);
    const { token, code, facts } = judgeTokenAnswer(answer);
    if (code !== "ok") this.answer = { from: "token", answer };
    if (token) this.mask.learn(token);
    this.token = token;
    return { code, facts };
  }

  private async readClaims(): Promise<Judgement> {
    const judged = judgeClaims(this.token, now());
    if (judged.code !== "ok") return judged;
    const signature = await checkSignature(this.token, this.order.tokenUrl, this.signal);
    const facts = { ...judged.facts, signature };
    return signature === "bad"
      ? { code: "auth.wrong_issuer", facts: { ...facts, claim: "signature" } }
      : fine(facts);
  }

  private async call(): Promise<Judgement> {
    const answer = await sendCall({ ...this.order, token: this.token }, this.signal);
    this.answer = { from: "api", answer };
    const expectedIssuer = issuerOf(this.order.tokenUrl);
    const { operation } = this.order;
    return judgeCallAnswer(answer, { operation, token: readToken(this.token), expectedIssuer });
  }

  private answered() {
    if (!this.answer) throw new Error("the shape of an answer is judged before there is one");
    return this.answer.answer;
  }
}

/** What can be known to fail before anything is sent; a header cannot carry every character (RFC 9110 5.5). */
function judgeSettings({ tokenUrl, sellerApiUrl, sellerId }: Order): Judgement {
  const host = findRetiredHost([tokenUrl, sellerApiUrl]);
  if (host) return { code: "net.retired_host", facts: { host, configured: "1" } };
  const fits = /^[\t\x20-\x7e\x80-\xff]*$/.test(sellerId);
  return fits ? fine() : { code: "seller.bad_format", facts: { unsafe: "1" } };
}
