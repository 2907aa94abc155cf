import { env } from "@/lib/env";
import { answerOperation, kindsReadBy } from "@/lib/seller-data/answer-operation";
import { writeAnswers } from "@/lib/seller-data/answer-write";
import { readChanges, saveChanges } from "@/lib/seller-data/changes";
import { type OperationId, operations, type ReadId } from "@/lib/seller-data/operations";
import type { Values } from "@/lib/seller-data/read-parameters";
import type { WriteId } from "@/lib/seller-data/writes";
import type { CalledSeller, Caller } from "@/lib/tokens/find-caller";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { prefix } from "./find-operation";
import { sellerApiHeaders, tellProblem } from "./problem";

type Granted = { caller: Caller; seller: CalledSeller };
type Headers = Record<string, string>;

/** What a call that was let in gets for parameters and a body that can be read: the data, or that there is none. */
export function answerGranted(
  call: Call,
  id: OperationId,
  granted: Granted,
  values: Values,
  body: unknown,
  headers: Headers,
): Promise<Answer> {
  return isWrite(id)
    ? answerWrite(call, id, granted, values, body, headers)
    : answerRead(call, id, granted, values, headers);
}

const isWrite = (id: OperationId): id is WriteId => Object.hasOwn(writeAnswers, id);
const scopeOf = ({ caller, seller }: Granted) => ({ ...seller, clientRowId: caller.clientRowId });
const missing = (call: Call, headers: Headers) =>
  tellProblem(call, "not_found", { headers, detail: "There is no such thing." });

async function answerRead(
  call: Call,
  id: ReadId,
  granted: Granted,
  values: Values,
  headers: Headers,
): Promise<Answer> {
  const changes = await readChanges(scopeOf(granted), kindsReadBy(id));
  const answer = answerOperation(id, granted.seller, values, changes);
  if ("missing" in answer) return missing(call, headers);
  if ("wrong" in answer) {
    const errors = { [answer.wrong]: ["Nobody gave out this value. Take it from the Link header."] };
    return tellProblem(call, "invalid_parameter", { headers, errors });
  }
  const link: Headers = answer.next ? { Link: linkTo(call, answer.next) } : {};
  return tell(200, answer.body, { ...headers, ...link });
}

async function answerWrite(
  call: Call,
  id: WriteId,
  granted: Granted,
  values: Values,
  body: unknown,
  headers: Headers,
): Promise<Answer> {
  const write = writeAnswers[id];
  const changes = await readChanges(scopeOf(granted), write.reads);
  const answer = write.run(granted.seller, values, body as never, changes);
  if ("missing" in answer) return missing(call, headers);
  if ("invalid" in answer) return tellProblem(call, "validation_failed", { headers, errors: answer.invalid });
  const saved = await saveChanges(scopeOf(granted), answer.save);
  if (saved === "conflict") return tellProblem(call, "conflict", { headers });
  if (saved === "full") {
    const detail = "The sandbox keeps no more changes of this seller account; it forgets them after 30 days.";
    return tellProblem(call, "quota_exceeded", { headers: { ...headers, "Retry-After": "86400" }, detail });
  }
  const address = answer.location && `${env().SANDBOX_URL}${prefix}${answer.location}`;
  const found: Headers = address ? { Location: address, "Content-Location": address } : {};
  const status = operations.find((one) => one.id === id)?.status ?? 200;
  return tell(status, answer.body, { ...headers, ...found });
}

/** Success: with data, or with its status alone. */
function tell(status: number, body: object | undefined, headers: Headers): Answer {
  const type: Headers = body ? { "Content-Type": "application/json" } : {};
  return {
    status,
    headers: { ...type, ...sellerApiHeaders, ...headers },
    body: body ? JSON.stringify(body) : "",
  };
}

/** The next piece under its whole address (RFC 8288), with everything else as it was asked. */
function linkTo({ path, query }: Call, next: Record<string, string>) {
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(next)) parameters.set(name, value);
  return `<${env().SANDBOX_URL}${path}?${parameters}>; rel="next"`;
}
