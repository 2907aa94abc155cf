import { type Addresses, type Found, nothing } from "./finding";
import { judgeRequest, type Sent } from "./judge-request";
import { splitCommand } from "./split-command";

const most = 5;
const begin = /^[ \t]{0,20}(?:[$>#%] )?curl(?:\.exe)?(?=\s)/gm;

/** Reads the curl commands in a text, at most five: what they would send, and what is wrong with that. */
export function readCommands(text: string, addresses: Addresses): Found {
  const found: Found = { kinds: [], findings: [], notes: [] };
  for (const { 0: start, index } of text.matchAll(begin)) {
    if (found.kinds.length === most) break;
    const sent = readCommand(splitCommand(text.slice(index + start.length).trimStart()));
    if (!sent) continue;
    const judged = judgeRequest(sent, addresses);
    found.kinds.push("command");
    found.findings.push(...judged.findings);
    found.notes.push(...judged.notes);
  }
  if (found.kinds.length === 0) return nothing;
  if (found.findings.length + found.notes.length === 0) found.notes.push({ code: "nothing_wrong", line: "" });
  return found;
}

/** Options of curl that take a value, as far as one may stand in such a command. */
const valued = new Set(
  (
    "-A -b -c -C -D -e -E -F -H -K -m -o -P -Q -r -t -T -u -U -w -x -X -Y -z -d --user-agent --cookie --cookie-jar " +
    "--dump-header --referer --cert --form --header --config --max-time --output --range --upload-file --user " +
    "--proxy-user --write-out --proxy --request --data --data-raw --data-binary --data-ascii --data-urlencode --json " +
    "--url --cacert --capath --connect-timeout --retry --resolve --key --oauth2-bearer --url-query --form-string " +
    "--retry-delay --interface --ciphers --tls-max --noproxy --preproxy"
  ).split(" "),
);

type Reading = Sent & { data: string[]; asGet: boolean; named: string };

/** What a command would send; null where it names no address. */
export function readCommand(words: string[]): Sent | null {
  const body: Sent["body"] = { kind: "none", fields: [], isEncoded: true };
  const reading: Reading = {
    method: "",
    url: "",
    headers: [],
    body,
    isVerified: true,
    data: [],
    asGet: false,
    named: "",
  };
  for (let at = 0; at < words.length; at++) {
    const [name, joined] = splitOption(words[at] ?? "");
    if (!name.startsWith("-") || name === "-") {
      reading.url ||= name;
      continue;
    }
    const value = joined ?? (valued.has(name) ? (words[++at] ?? "") : "");
    takeOption(reading, name, value);
  }
  if (!reading.url) return null;
  return finish(reading);
}

/** `-XPOST`, `--request=POST` and `-sk` are options too. */
function splitOption(word: string): [string, string?] {
  if (word.startsWith("--")) {
    const equals = word.indexOf("=");
    return equals > 0 ? [word.slice(0, equals), word.slice(equals + 1)] : [word];
  }
  const short = word.slice(0, 2);
  return /^-\w./.test(word) && valued.has(short) ? [short, word.slice(2)] : [word];
}

function takeOption(reading: Reading, name: string, value: string) {
  const { headers, body } = reading;
  if (name === "-k" || name === "--insecure" || /^-[a-zA-Z]{0,8}k[a-zA-Z]{0,8}$/.test(name))
    reading.isVerified = false;
  else if (name === "-X" || name === "--request") reading.named = value.toUpperCase();
  else if (name === "-H" || name === "--header") {
    const colon = value.indexOf(":");
    if (colon > 0) headers.push([value.slice(0, colon).trim(), value.slice(colon + 1).trim()]);
  } else if (name === "--url") reading.url ||= value;
  else if (name === "-G" || name === "--get") reading.asGet = true;
  else if (name === "--oauth2-bearer") headers.push(["Authorization", `Bearer ${value}`]);
  else if (name === "-u" || name === "--user") {
    const colon = value.indexOf(":");
    body.fields.push(["client_id", colon < 0 ? value : value.slice(0, colon)]);
    if (colon >= 0) body.fields.push(["client_secret", value.slice(colon + 1)]);
  } else if (name === "--json") {
    body.kind = "json";
    headers.push(["Content-Type", "application/json"]);
    reading.data.push("");
  } else if (name === "-F" || name.startsWith("--form")) {
    body.kind = "multipart";
    reading.data.push("");
  } else if (name === "-d" || name.startsWith("--data")) {
    reading.data.push(value);
    if (name === "--data-urlencode") body.fields.push(pairOf(value));
    else {
      body.isEncoded = false;
      body.fields.push(...value.split("&", 200).map(pairOf));
    }
  }
}

function pairOf(text: string): [string, string] {
  const equals = text.indexOf("=");
  return equals < 0 ? [text.trim(), ""] : [text.slice(0, equals).trim(), text.slice(equals + 1)];
}

function finish({ data, asGet, named, ...sent }: Reading): Sent {
  const hasData = data.length > 0 && !asGet;
  if (hasData && sent.body.kind === "none") {
    const isJson = /^\s*[[{]/.test(data[0] ?? "");
    sent.body.kind = isJson ? "json" : (data[0] ?? "").startsWith("@") ? "unseen" : "form";
  }
  return { ...sent, method: named || (hasData ? "POST" : "GET") };
}
