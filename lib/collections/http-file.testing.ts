import { createContext, runInContext } from "node:vm";
import type { jetbrainsEnvironment } from "./jetbrains";

type HttpRequest = {
  title: string;
  name?: string;
  method: string;
  url: string;
  headers: [string, string][];
  body: string;
  /** What JetBrains' editors run after the answer; the others send it as a part of the body. */
  script: string;
};

/** A `.http` file as editors take it apart: variables, and requests between lines of three hashes. */
export function readHttpFile(text: string) {
  const variables = new Map<string, string>();
  const requests: HttpRequest[] = [];
  for (const part of text.split(/^###/m)) {
    const [title = "", ...lines] = part.split("\n");
    const isComment = (line: string) => /^\s*(#|\/\/)/.test(line);
    const name = lines.map((line) => /^# @name (\w+)$/.exec(line)?.[1]).find(Boolean);
    const rest = lines.filter((line) => !isComment(line));
    for (const line of rest) {
      const [, key, value] = /^@(\S+) *= *(.*?) *$/.exec(line) ?? [];
      if (key) variables.set(key, value ?? "");
    }
    const said = rest
      .filter((line) => !/^@/.test(line))
      .join("\n")
      .trim();
    if (!said) continue;
    const [head = "", ...bodies] = said.split("\n\n");
    const [first = "", ...headers] = head.split("\n");
    const [method = "", url = ""] = first.split(" ");
    const script = bodies.find((one) => one.startsWith("> {%")) ?? "";
    requests.push({
      title: title.trim(),
      ...(name && { name }),
      method,
      url,
      headers: headers.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
      body: bodies.filter((one) => one !== script).join("\n\n"),
      script,
    });
  }
  return { variables, requests };
}

/** Sends one request with these values, as VS Code does where `withScript` is set: the script is in the body then. */
export async function sendHttp(request: HttpRequest, values: Map<string, string>, withScript = false) {
  const fill = (text: string) =>
    text.replace(/\{\{([^{}]+)\}\}/g, (braces, name) => values.get(name) ?? braces);
  // VS Code encodes what a form may not hold, and leaves what is encoded already.
  const script = withScript && request.script ? encodeURI(`\n\n${request.script}`) : "";
  const body = fill(request.body) + script;
  const answer = await fetch(fill(request.url), {
    method: request.method,
    headers: request.headers.map(([name, value]) => [name, fill(value)] as [string, string]),
    ...(body && { body }),
  });
  return { status: answer.status, text: await answer.text() };
}

/** What JetBrains' editors keep after a request's script saw this answer. */
export function runScript({ script }: HttpRequest, answer: string): Map<string, string> {
  const kept = new Map<string, string>();
  const client = { global: { set: (name: string, value: string) => kept.set(name, value) } };
  const source = /^> \{%(.*)%\}$/s.exec(script.trim())?.[1] ?? "";
  runInContext(source, createContext({ client, response: { body: JSON.parse(answer) } }));
  return kept;
}

/** The token that JetBrains' own OAuth 2.0 fetches by this environment, under the name that requests use. */
export async function acquireToken(
  environment: ReturnType<typeof jetbrainsEnvironment>,
): Promise<[name: string, token: string]> {
  const [[id, auth] = []] = Object.values(environment).flatMap(({ Security }) =>
    Object.entries(Security.Auth),
  );
  if (auth?.Type !== "OAuth2" || auth["Grant Type"] !== "Client Credentials") throw new Error("another way");
  if (auth["Client Credentials"] !== "in body") throw new Error("another place");
  const answer = await fetch(auth["Token URL"], {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: auth["Client ID"],
      client_secret: auth["Client Secret"],
    }),
  });
  const { access_token } = (await answer.json()) as { access_token: string };
  return [`$auth.token("${id}")`, access_token];
}
