import type { Answer } from "../first-call/exchange";
import type { Facts } from "../first-call/step";
import { faults, vagueBrowser, vagueTls } from "./faults";
import { type Addresses, type Finding, type Found, type Kind, nothing } from "./finding";
import { hostIn, retiredHostIn } from "./hosts";
import { judgeAnswer } from "./judge-answer";

/** So much of a line is read: messages are long only where a whole answer was logged, and it begins with its error. */
const mostOfLine = 4000;
/** Nothing that names a fault is shorter. */
const shortest = 5;
const cause =
  /\b(?:E[A-Z]{4,20}|CERT_[A-Z_]{5,30}|[A-Z]{4,20}_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]{5,40}|ERR_[A-Z_]{4,40}|cURL error \d{1,2}|[A-Za-z]{3,30}Exception|SSLError)\b/;
const statuses = [
  /\bstatus(?: ?code)?(?: does not indicate success)?["']?[:= (]{1,4}([1-5]\d\d)\b/i,
  /\b([45]\d\d) (?:Client|Server) Error\b/,
  /resulted in a `([1-5]\d\d)\b/,
  /\$(?:BadRequest|Unauthorized|Forbidden|NotFound|TooManyRequests): ([45]\d\d)\b/,
];

/** Reads log lines and stack traces of any runtime, line by line. */
export function readLog(text: string, addresses: Addresses): Found {
  const findings: Finding[] = [];
  const kinds = new Set<Kind>();
  const vague: Finding[] = [];
  let statusLine = "";
  for (const whole of text.split("\n")) {
    if (whole.length < shortest) continue;
    const line = whole.slice(0, mostOfLine);
    const host = hostIn(line);
    const facts: Facts = { ...(host && { host }), ...causeOf(line) };
    const fault = faults.find(([pattern]) => pattern.test(line));
    const retired = retiredHostIn(line);
    if (retired) findings.push({ code: "net.retired_host", facts: { host: retired }, line });
    if (fault)
      findings.push({
        code: fault[1],
        facts: fault[1].startsWith("t") || fault[1].startsWith("n") ? facts : {},
        line,
      });
    else if (vagueTls.test(line))
      vague.push({ code: "tls.self_signed_chain", facts: { ...facts, confidence: "likely" }, line });
    else if (vagueBrowser.test(line))
      vague.push({ code: "client.cors", facts: { confidence: "likely" }, line });
    statusLine ||= statuses.some((pattern) => pattern.test(line)) ? line : "";
    if (
      /s_client|SSL-Session:|verify return code|verify error:num|^Certificate chain|BEGIN CERTIFICATE/i.test(
        line,
      )
    )
      kinds.add("tls");
  }
  const sure = findings.some(({ code }) => code.startsWith("tls.") || code.startsWith("client."));
  if (!sure) findings.push(...vague);
  if (findings.every(({ code }) => code === "net.retired_host") && statusLine)
    findings.push(...readStatus(statusLine, addresses));
  const notes = isGoodHandshake(text) ? [{ code: "tls_good" as const, line: "" }] : [];
  if (findings.length + notes.length === 0) return nothing;
  for (const { code } of findings)
    kinds.add(
      code === "client.cors"
        ? "cors"
        : code === "client.legacy_soap"
          ? "soap"
          : kinds.has("tls")
            ? "tls"
            : "log",
    );
  return { kinds: [...kinds], findings, notes };
}

/** What openssl says at the end of a handshake in which all was well. */
const isGoodHandshake = (text: string) => /verify return code: 0 \(ok\)/i.test(text);

/** The runtime's own word for the failure. */
function causeOf(line: string): Facts {
  const [word = ""] = cause.exec(line) ?? [];
  return word ? { cause: word } : {};
}

/** A line that tells no more than the status of an answer. */
function readStatus(line: string, addresses: Addresses): Finding[] {
  const status = Number(statuses.map((pattern) => pattern.exec(line)?.[1]).find(Boolean));
  if (!(status >= 300)) return [];
  const asked = /https?:\/\/[^\s"'`<>)]{1,2000}/.exec(line)?.[0] ?? "";
  const answer: Answer = { status, headers: {}, body: "{}", cut: false };
  const { code, facts } = judgeAnswer(answer, asked, addresses);
  const told = { status: String(status), confidence: "likely", ...facts };
  return [{ code, facts: told, line }];
}
