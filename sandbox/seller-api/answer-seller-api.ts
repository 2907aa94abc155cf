import { log } from "@/lib/log";
import { readParameters } from "@/lib/seller-data/read-parameters";
import { Unavailable } from "@/lib/tokens/ask";
import { type Claims, sellerApiAudience } from "@/lib/tokens/claims";
import { type CalledSeller, type Caller, findCaller } from "@/lib/tokens/find-caller";
import { recordCall } from "@/lib/tokens/record-uses";
import { verifyToken } from "@/lib/tokens/verify-token";
import type { Answer } from "../answer";
import type { Call } from "../call";
import type { BodyFault } from "../read-body";
import { Busy } from "../visit";
import { answerGranted } from "./answer-granted";
import { bringsForm, findBearer, holdsToken } from "./find-bearer";
import { type Found, findOperation } from "./find-operation";
import { judgeBody } from "./judge-body";
import { findScenario, isOnlyLate, playScenario } from "./play-scenario";
import { tellProblem } from "./problem";
import { readSellerId } from "./read-seller-id";
import { takeQuota } from "./take-quota";

const mostBodyBytes = 1024 * 1024;

/** Everything the Seller API answers, trouble included. Also speaks for paths that belong to nobody. */
export async function answerSellerApi(call: Call): Promise<Answer> {
  try {
    return await answerRoute(call);
  } catch (error) {
    if (error instanceof Busy) throw error;
    if (error instanceof Unavailable) {
      return tellProblem(call, "unavailable", { headers: { "Retry-After": "2" } });
    }
    log.error({ err: error, requestId: call.requestId }, "the Seller API failed");
    return tellProblem(call, "internal_error");
  }
}

/** Size, route and method, then who calls, then for whom: the order is part of the contract. */
async function answerRoute(call: Call): Promise<Answer> {
  const { request, method } = call;
  const mayBeTooLarge =
    request.headers["transfer-encoding"] || Number(request.headers["content-length"] ?? 0) > mostBodyBytes;
  const early = mayBeTooLarge ? await call.visit.receive(mostBodyBytes) : null;
  if (typeof early === "string") return tellFault(call, early);
  const found = findOperation(method, call.path);
  if (!found) return tellProblem(call, "not_found");
  if ("allow" in found) return tellProblem(call, "method_not_allowed", { headers: { Allow: found.allow } });
  const bearer = findBearer(request.headersDistinct.authorization ?? [], call.query);
  if (bearer === "misplaced") return tellMisplaced(call);
  if (bearer === "missing") return tellProblem(call, "token_missing");
  if (bringsForm(request.headers)) {
    const form = await call.visit.receive(mostBodyBytes);
    if (typeof form === "string") return tellFault(call, form);
    if (holdsToken(form)) return tellMisplaced(call);
  }
  const verified = await verifyToken(bearer.token);
  if (!verified.ok) return tellProblem(call, verified.reason);
  return answerHolder(call, verified.claims, found);
}

/** A body that is too large, or did not come to its end. */
function tellFault(call: Call, fault: BodyFault) {
  if (fault === "too_large") return tellProblem(call, "too_large");
  return tellProblem(call, "request_timeout", { headers: { Connection: "close" } });
}

function tellMisplaced(call: Call) {
  return tellProblem(call, "invalid_request", {
    errors: { Authorization: ["Send the token once, in this header, and nowhere else."] },
  });
}

/** With a good token: may it be used, for this operation, for this seller account. */
async function answerHolder(call: Call, claims: Claims, found: Found): Promise<Answer> {
  const { role, method } = found.operation;
  const named = readSellerId(call.request.headersDistinct.sellerid ?? []);
  const caller = await findCaller(claims, named.ok ? named.sellerId : null);
  if (!caller) return tellProblem(call, "token_invalid");
  const { requestId } = call;
  const refused = (code: string) =>
    log.info({ requestId, clientRowId: caller.clientRowId, code }, "a call was refused");
  if (caller.isRevoked) {
    refused("token_revoked");
    return tellProblem(call, "token_revoked");
  }
  // The portal's own client is for a first look, and what it changed everybody would see.
  const mayChange = method === "GET" || !caller.isStarter;
  if (!mayChange || !claims.resource_access?.[sellerApiAudience]?.roles?.includes(role)) {
    return tellProblem(call, "insufficient_scope");
  }
  if (!named.ok) {
    const [, wrong] = named.code.split("seller_id_");
    return tellProblem(call, named.code, { errors: { SellerId: [`This header is ${wrong}.`] } });
  }
  if (!caller.seller || (!caller.isLinked && !caller.seller.isOpenTest)) {
    refused("seller_not_granted");
    return tellProblem(call, "seller_not_granted");
  }
  return answerLinked(call, found, caller, caller.seller);
}

/** With everything in order: quota, scenario, shape of the answer, then the answer itself. */
async function answerLinked(call: Call, found: Found, caller: Caller, seller: CalledSeller): Promise<Answer> {
  const { sellerId, isOpenTest } = seller;
  const quota = isOpenTest ? await takeQuota(caller, sellerId) : { headers: {}, retryAfterSeconds: null };
  const { headers } = quota;
  if (quota.retryAfterSeconds !== null) {
    const retry = { ...headers, "Retry-After": String(quota.retryAfterSeconds) };
    return tellProblem(call, "quota_exceeded", { headers: retry });
  }
  const scenario = findScenario(call.request.headersDistinct["x-scenario"]?.[0], call.query);
  if (scenario === "unknown") {
    return tellProblem(call, "invalid_parameter", {
      headers,
      errors: { "x-scenario": ["There is no such scenario."] },
    });
  }
  const { operation, inPath } = found;
  const header = (name: string) => call.request.headersDistinct[name.toLowerCase()] ?? [];
  const read = readParameters(operation, call.query, inPath, header);
  if (!read.ok) return tellProblem(call, "invalid_parameter", { headers, errors: read.errors });
  const sent = operation.body ? await call.visit.receive(mostBodyBytes) : null;
  if (typeof sent === "string") return tellFault(call, sent);
  const judged = judgeBody(call, operation, sent, headers);
  if (!judged.ok) return judged.answer;
  const usual = () =>
    answerGranted(call, operation.id, { caller, seller }, read.values, judged.body, headers);
  const answer = await (scenario ? playScenario(scenario, call, usual) : usual());
  const [worked, failed] = [answer.status < 300, answer.status >= 500];
  // A made-up success is none: only the usual answer lights the lamp of the first real call.
  // Nor does one that its caller did not wait for.
  const isLost = call.request.socket.destroyed;
  if (caller.isLinked && !isLost && (failed || (worked && (!scenario || isOnlyLate(scenario)))))
    await recordCall(caller, sellerId, failed);
  return answer;
}
