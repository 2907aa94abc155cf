import { type Addresses, type Found, nothing } from "./finding";
import { judgeAnswer } from "./judge-answer";

/** What a text says as JSON, whatever stands around it; undefined where it is none. */
export function parseJson(text: string): unknown {
  const trimmed = text.trim().replace(/^\uFEFF/, "");
  if (!/^[[{]/.test(trimmed)) return undefined;
  try {
    return JSON.parse(trimmed);
  } catch {
    return undefined;
  }
}

/** The status that goes with an error of the token endpoint when only its body was pasted. */
const statusOf: Record<string, number> = {
  invalid_client: 401,
  unauthorized_client: 401,
  temporarily_unavailable: 429,
};

/** Reads the body of an answer alone: an OAuth error, a token answer, a problem, or what a gateway says. */
export function readJson(text: string, addresses: Addresses): Found {
  const parsed = parseJson(text);
  if (typeof parsed !== "object" || parsed === null) return nothing;
  const body = parsed as Record<string, unknown>;
  const error = typeof body.error === "string" ? body.error : "";
  const said = [body.status, body.statusCode].map(Number).find((status) => status >= 200 && status < 600);
  const isError = error !== "" || typeof body.code === "string" || said !== undefined;
  const status = said ?? (error ? (statusOf[error] ?? (/realm/i.test(error) ? 404 : 400)) : 0);
  const known = isError || "access_token" in body || "items" in body || "seller_id" in body;
  if (!known) return { kinds: ["json"], findings: [{ code: "unknown", facts: {}, line: "" }], notes: [] };
  const answer = { status: status || 200, headers: {}, body: text.trim(), cut: false };
  const asked = error && !("code" in body) ? addresses.tokenUrl : "";
  const { code, facts } = judgeAnswer(answer, asked, addresses);
  const line = error ? `error: ${error}` : typeof body.code === "string" ? `code: ${body.code}` : "";
  // Only the body was pasted, so a status that stands nowhere in it is not told.
  const { status: _guessed, ...rest } = facts;
  const told = said === undefined ? rest : facts;
  return { kinds: ["json"], findings: [{ code, facts: told, line }], notes: [] };
}
