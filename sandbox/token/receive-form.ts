import type { Answer } from "../answer";
import type { Call } from "../call";
import { refuseToken } from "./answers";
import { readMediaType } from "./media-type";
import { type Form, readForm } from "./read-form";

const mostBodyBytes = 64 * 1024;
const mostValueBytes = 4 * 1024;

/** The form that came with a POST, or why none could be read. Without a Content-Type that says so, it is empty. */
export async function receiveForm({ request, visit }: Call): Promise<Form | Answer> {
  const mediaType = readMediaType(request.headers["content-type"]);
  if (mediaType === "other") return refuseToken(415, "HTTP 415 Unsupported Media Type");
  const body = await visit.receive(mostBodyBytes);
  if (body === "too_large") return refuseToken(413, "invalid_request", "Request body too large");
  if (body === "too_slow") {
    return refuseToken(408, "invalid_request", "Request body too slow", { Connection: "close" });
  }
  if (body === "broken_off") return refuseToken(400, "invalid_request", "Request body broken off");
  return readForm(mediaType === "form" ? body : Buffer.alloc(0));
}

/** What is wrong with a form whose sender is known: a parameter twice, or a value that is too long. */
export function judgeForm({ hasDuplicates, fields }: Form): Answer | undefined {
  if (hasDuplicates) return refuseToken(400, "invalid_request", "duplicated parameter");
  const isTooLong = [...fields.values()].some((value) => Buffer.byteLength(value) > mostValueBytes);
  return isTooLong ? refuseToken(400, "invalid_request", "Parameter too long") : undefined;
}
