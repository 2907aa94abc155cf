import { checkBody } from "@/lib/seller-data/check-body";
import type { Operation } from "@/lib/seller-data/operation";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { acceptsJson } from "./accepts-json";
import { tellProblem } from "./problem";

type Judged = { ok: true; body: unknown } | { ok: false; answer: Answer };

/** The body as its operation takes it, or what is wrong: the shape, then what comes back, then its type. */
export function judgeBody(
  call: Call,
  { body, method }: Operation,
  sent: Buffer | null,
  headers: Record<string, string>,
): Judged {
  const refuse = (answer: Answer): Judged => ({ ok: false, answer });
  const read = body && sent ? readJson(sent) : { value: undefined };
  if (!read) {
    const errors = { body: ["This is not JSON."] };
    return refuse(tellProblem(call, "invalid_body", { headers, errors }));
  }
  const errors = body ? checkBody(body.schema, read.value) : {};
  if (Object.keys(errors).length > 0) return refuse(tellProblem(call, "invalid_body", { headers, errors }));
  if (!acceptsJson(call.request.headers.accept))
    return refuse(tellProblem(call, "not_acceptable", { headers }));
  const [type = ""] = (call.request.headers["content-type"] ?? "").toLowerCase().split(";");
  const isJson =
    type.trim() === "application/json" ||
    (method === "PATCH" && /^application\/[\w.-]+\+json$/.test(type.trim()));
  if (body && !isJson) return refuse(tellProblem(call, "unsupported_media_type", { headers }));
  return { ok: true, body: read.value };
}

function readJson(sent: Buffer): { value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(sent)) };
  } catch {
    return null;
  }
}
