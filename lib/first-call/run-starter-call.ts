import { asVisitor } from "@/db/client";
import { firstCalls } from "@/db/schema";
import type { Visitor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { env } from "../env";
import { newId } from "../id";
import { done, type Result, refuse } from "../result";
import type { StarterCallInput } from "./input";
import { limitCalls } from "./limit-calls";
import { openSellerId } from "./operations";
import type { Report } from "./report";
import { finish, traceCall } from "./trace-call";

/** "Try a first call now": the portal's own client calls the open test seller. Goes on to the visitor's own report. */
export async function runStarterCall(
  visitor: Visitor,
  _input: StarterCallInput,
): Promise<Result<{ goTo: string }>> {
  const id = newId();
  const refusal =
    (await asVisitor((tx) => allow(tx, visitor, "run starter call"))) ??
    (await limitCalls({ address: visitor.address })) ??
    (await asVisitor((tx) => spendFormKey(tx, visitor, id)));
  if (refusal) return refusal;
  const { STARTER_CLIENT_ID: clientId, STARTER_CLIENT_SECRET: clientSecret } = env();
  if (!clientId || !clientSecret) return refuse("unavailable");
  const input = {
    clientId,
    clientSecret,
    sellerId: openSellerId,
    operation: "sellers.get",
    scenario: "",
  } as const;
  const caller = {
    starter: true,
    requestId: visitor.requestId,
    explain: async <T>(judged: T) => judged,
    keep: (report: Report) =>
      asVisitor(async (tx) => {
        const { sellerId, operation, verdict } = report;
        const { visitorId } = visitor;
        await tx.insert(firstCalls).values({ id, visitorId, clientId, sellerId, operation, verdict, report });
      }),
  };
  await finish({ id, steps: traceCall(id, input, caller, new AbortController().signal) });
  return done({ goTo: `/first-call/${id}` });
}
