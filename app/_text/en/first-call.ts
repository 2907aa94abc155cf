import type { Scenario } from "@/lib/first-call/operations";
import type { Facts, StepName } from "@/lib/first-call/step";
import type { Owner, VerdictCode } from "@/lib/first-call/verdicts";
import { verdictTexts } from "./verdicts";

/** The tester of a first call: its form, its steps and its report. */
export const firstCall = {
  title: "First call",
  lead: "One real token request and one real API call with your own client, step by step. The secret is used for this call and kept nowhere.",
  visitorLead: "See a whole call, step by step, before you have anything of your own.",
  signIn: "Sign in to use your own client",
  clientId: "clientId",
  clientIdHint: "Exactly as it was given to you: capital letters, spaces and dashes count.",
  clientSecret: "clientSecret",
  clientSecretHint: "Used for this call only, never stored.",
  sellerId: "SellerId",
  sellerIdHint:
    "The seller account the call is for. 98979 is an open test seller that every client may read.",
  operation: "Call",
  faults: "Play a fault",
  scenario: "Fault",
  scenarioHint: "The sandbox plays it after your client was let in, so that you see how it looks.",
  scenarios: {
    "": "None",
    timeout: "No answer for 30 seconds",
    slow: "An answer after 3 seconds",
    "500": "Status 500",
    "502": "Status 502",
    html: "A web page instead of data",
    "bad-json": "Broken JSON",
    empty: "An empty answer",
    redirect: "A redirect",
    "429": "Status 429, too many calls",
  } satisfies Record<Scenario | "", string>,
  submit: "Make the call",
  sending: "Calling",
  cancel: "Cancel",
  cancelled: "Cancelled. The call was broken off and nothing was kept.",
  brokenOff: "Broken off",
  starter: {
    submit: "Try a first call now",
    sending: "Calling",
    used: (clientId: string, sellerId: string) =>
      `This call used the starter client ${clientId} and the open test seller ${sellerId}. Both are shared by everybody who tries, and their data is made up.`,
  },
  steps: {
    settings: "Settings",
    dns: "Find the host",
    tls: "Secure connection",
    token: "Get a token",
    claims: "Look into the token",
    call: "Call the Seller API",
    shape: "Read the answer",
  } satisfies Record<StepName, string>,
  states: { running: "Running", ok: "Done", failed: "Failed", skipped: "Not reached" },
  milliseconds: (ms: number) => `${ms} ms`,
  notes: {
    token: (f: Facts) => (f.lifeSeconds ? `Works for ${f.lifeSeconds} s` : ""),
    claims: (f: Facts) =>
      f.opaque
        ? "The token cannot be read from outside"
        : f.signature === "good"
          ? "Signature checked"
          : "Signature not checked: the issuer's keys were not available",
    call: (f: Facts) => `Status ${f.status}`,
  } as Partial<Record<StepName, (f: Facts) => string>>,
  verdict: "Verdict",
  owners: {
    you: "Yours to do",
    seller: "The seller can mend it",
    us: "Ours to mend",
    nobody: "Nothing to do",
  } satisfies Record<Owner, string>,
  verdicts: verdictTexts satisfies Record<VerdictCode, unknown>,
  fixes: {
    guide: "Go on with the guide",
    signUp: "Sign up and make your own client",
    newClient: "Create a client",
    client: "Open the client",
    addSecret: "Make a new secret",
    resume: "Resume the client",
    links: "Link it to the seller account",
    askSeller: "Ask the seller for access",
    openSeller: "Try it with the open test seller",
    typeAgain: "Type it again",
    again: "Run it again",
  },
  report: {
    title: "Report of a first call",
    lead: (sellerId: string) => `For SellerId ${sellerId}. Kept for 30 days, without secret and token.`,
    back: "First call",
    open: "Open the report",
    stepsTitle: "Step by step",
    requestTitle: "The same in a terminal",
    requestHint: "CLIENT_SECRET and TOKEN stand for your secret and for the token of the first answer.",
    tokenRequest: "Ask for a token",
    callRequest: "Call the Seller API",
    answerTitle: "The answer",
    answerFrom: { token: "Token endpoint", api: "Seller API" },
    answerHead: (from: string, status: number, type: string) =>
      [from, status, type].filter(Boolean).join(" · "),
    answerEmpty: "The answer was empty.",
    answerCut: "Only the beginning is shown.",
    factsTitle: "Facts",
    when: "When",
    traceId: "Trace id",
    again: "Run it again",
  },
};
