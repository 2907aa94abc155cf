import { type Addresses, type Found, nothing } from "./finding";
import { judgeAnswer } from "./judge-answer";
import { judgeRequest, type Sent } from "./judge-request";

const statusLine = /^(?:< )?HTTP\/\d(?:\.\d)? (\d{3})\b/;

/**
 * Reads what `curl -i` or `curl -v` printed: the last answer of it, because a proxy and an interim answer come
 * first; and of `-v` the request as well, which often says more.
 */
export function readAnswer(text: string, addresses: Addresses): Found {
  const lines = text.split(/\r?\n/);
  const at = lines.findLastIndex((line) => statusLine.test(line));
  if (at < 0) return nothing;
  const status = Number(statusLine.exec(lines[at] ?? "")?.[1]);
  const isVerbose = lines[at]?.startsWith("< ") ?? false;
  const { headers, end } = readHeaders(lines, at + 1);
  const body = lines.slice(end).filter((line) => !isVerbose || !/^(?:[*<>{}] |[{}] \[|\* )/.test(line));
  const sent = isVerbose ? readSent(lines.slice(0, at)) : null;
  const answer = { status, headers, body: body.join("\n").trim(), cut: false };
  const { code, facts } = judgeAnswer(answer, sent?.url ?? requestedIn(lines), addresses);
  const line = (lines[at] ?? "").replace(/^< /, "");
  const found: Found = { kinds: ["answer"], findings: [{ code, facts, line }], notes: [] };
  if (!sent) return found;
  const judged = judgeRequest(sent, addresses);
  // A request without a visible body was not sent without one.
  const sure = judged.findings.filter((finding) => !finding.code.startsWith("token.grant"));
  return {
    ...found,
    findings: [...found.findings, ...(code.startsWith("ok") ? [] : sure)],
    notes: judged.notes,
  };
}

function readHeaders(lines: string[], from: number) {
  const headers: Record<string, string> = {};
  let end = from;
  for (; end < lines.length; end++) {
    const line = (lines[end] ?? "").replace(/^< ?/, "").trim();
    if (line === "") return { headers, end: end + 1 };
    const colon = line.indexOf(":");
    // A body that follows without an empty line was pasted so.
    if (colon < 1 || !/^[\w-]{1,60}$/.test(line.slice(0, colon))) break;
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, end };
}

/** The request that `-v` shows with `> `. */
function readSent(lines: string[]): Sent | null {
  const at = lines.findLastIndex((line) => /^> [A-Z]{3,7} \S{1,8000} HTTP/.test(line));
  const [, method = "", target = ""] = /^> ([A-Z]{3,7}) (\S{1,8000}) HTTP/.exec(lines[at] ?? "") ?? [];
  if (!method) return null;
  const headers = lines.slice(at + 1).flatMap((line): [string, string][] => {
    const [, name = "", value = ""] = /^> ([\w-]{1,60}):(.*)$/.exec(line) ?? [];
    return name ? [[name, value.trim()]] : [];
  });
  const host = headers.find(([name]) => name.toLowerCase() === "host")?.[1] ?? "";
  const isHidden = lines.some((line) => /^> (?:content-length|transfer-encoding):/i.test(line));
  const url = target.startsWith("http") ? target : `https://${host}${target}`;
  return { method, url, headers, body: { kind: isHidden ? "unseen" : "none", fields: [] }, isVerified: true };
}

/** The address in a line above the answer, such as the command's own. */
function requestedIn(lines: string[]) {
  const line = lines.find((one) => /https?:\/\//.test(one)) ?? "";
  return /https?:\/\/[^\s"'`<>]{1,2000}/.exec(line)?.[0] ?? "";
}
