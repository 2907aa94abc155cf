import { setTimeout as wait } from "node:timers/promises";
import { env } from "@/lib/env";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { sellerApiHeaders, tellProblem } from "./problem";

type Usual = () => Promise<Answer>;
type Play = (call: Call, usual: Usual) => Answer | Promise<Answer>;

const mostWaiting = 500;
let waiting = 0;

/** The bad days that a caller may ask for, to see what its own program makes of them. */
const plays: Record<string, Play> = {
  timeout: (call, usual) => late(30_000, call, usual),
  slow: (call, usual) => late(3000, call, usual),
  "500": (call) => tellProblem(call, "internal_error"),
  "502": (call) => tellProblem(call, "bad_gateway"),
  html: () => say(200, "text/html; charset=utf-8", "<!doctype html><title>Welcome</title><h1>It works</h1>"),
  "bad-json": async (_, usual) => {
    const answer = await usual();
    return { ...answer, body: answer.body.slice(0, 40) };
  },
  empty: async (_, usual) => ({ ...(await usual()), body: "" }),
  redirect: () => ({
    ...say(302, "text/html; charset=utf-8", ""),
    headers: { ...sellerApiHeaders, Location: `${env().SANDBOX_URL}/maintenance` },
  }),
  "429": (call) => tellProblem(call, "quota_exceeded", { headers: { "Retry-After": "30" } }),
};

/** The scenario a call asks for, by header or query; `null` for none, `"unknown"` for one that does not exist. */
export function findScenario(header: string | undefined, query: string): string | null {
  const name = header ?? (query && new URLSearchParams(query).get("x-scenario"));
  if (!name) return null;
  return Object.hasOwn(plays, name) ? name : "unknown";
}

/** Plays a known scenario; `usual` makes the answer the call would get without one. */
export function playScenario(name: string, call: Call, usual: Usual): Answer | Promise<Answer> {
  return plays[name]?.(call, usual) ?? usual();
}

/** Whether a scenario only delays the usual answer, so that the call counts as the success it ends in. */
export function isOnlyLate(name: string) {
  return name === "slow" || name === "timeout";
}

/** Waits outside of the requests being worked on, and no longer than the caller does. */
async function late(milliseconds: number, call: Call, usual: Usual): Promise<Answer> {
  if (waiting >= mostWaiting) return tellProblem(call, "unavailable", { headers: { "Retry-After": "5" } });
  waiting++;
  call.visit.stepAside();
  const gone = new AbortController();
  const leave = () => gone.abort();
  call.request.socket.once("close", leave);
  try {
    await wait(milliseconds, undefined, { signal: gone.signal, ref: false }).catch(() => {});
    return await usual();
  } finally {
    call.request.socket.off("close", leave);
    waiting--;
  }
}

function say(status: number, type: string, body: string): Answer {
  return { status, headers: { ...sellerApiHeaders, "Content-Type": type }, body };
}
