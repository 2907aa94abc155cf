import { createContext, runInContext } from "node:vm";
import type { PostmanItem, postmanCollection, postmanEnvironment } from "./postman";

type Collection = ReturnType<typeof postmanCollection>;
type Environment = ReturnType<typeof postmanEnvironment>;
type Answer = { code: number; body: string };
type Sent = {
  url: string;
  method: string;
  header?: Record<string, string>;
  body?: { urlencoded: { key: string; value: string }[] } | { raw: string };
};

/**
 * As much of Postman as our collection uses: variables, also in paths, the collection's pre-request script, its bearer
 * authorisation, bodies, test scripts. Real requests go out; an unknown variable stays in its braces.
 */
export function openCollection(collection: Collection, environment: Environment) {
  const values = new Map<string, string>(environment.values.map(({ key, value }) => [key, value]));
  const fallbacks = new Map<string, string>(collection.variable.map(({ key, value }) => [key, value]));
  const find = (name: string) => values.get(name) ?? fallbacks.get(name);
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (braces, name) => find(name) ?? braces);

  async function send({ url, method, header, body }: Sent): Promise<Answer> {
    const form =
      body && "urlencoded" in body
        ? new URLSearchParams(body.urlencoded.map(({ key, value }) => [key, value]))
        : body?.raw;
    const response = await fetch(url, { method, headers: header, body: form });
    return { code: response.status, body: await response.text() };
  }

  async function runScripts(
    of: { event?: Collection["event"] },
    listen: string,
    name: string,
    answer?: Answer,
  ) {
    const pending: Promise<void>[] = [];
    const failed: string[] = [];
    const view = ({ code, body }: Answer) => ({
      code,
      text: () => body,
      json: () => JSON.parse(body),
      to: {
        have: {
          status: (wanted: number) => {
            if (code !== wanted) throw new Error(`status ${code}`);
          },
        },
      },
    });
    const pm = {
      info: { requestName: name },
      variables: { get: find },
      environment: { set: (key: string, value: string) => values.set(key, value) },
      response: answer && view(answer),
      test: (title: string, check: () => void) => {
        try {
          check();
        } catch {
          failed.push(title);
        }
      },
      sendRequest: (request: Sent, done: (error: Error | null, response: unknown) => void) => {
        pending.push(send(request).then((got) => done(null, view(got))));
      },
    };
    for (const event of of.event ?? []) {
      if (event.listen === listen) runInContext(event.script.exec.join("\n"), createContext({ pm }));
    }
    await Promise.all(pending);
    return failed;
  }

  function bodyOf({ body }: PostmanItem["request"]): Sent["body"] {
    if (!body) return undefined;
    if (body.mode === "raw") return { raw: fill(body.raw) };
    return { urlencoded: body.urlencoded.map(({ key, value }) => ({ key, value: fill(value) })) };
  }

  /** Sends one request as the "Send" button does. */
  async function press({ name, request, event }: PostmanItem) {
    await runScripts(collection, "prerequest", name);
    const header = Object.fromEntries(request.header.map(({ key, value }) => [key, fill(value)]));
    if (!request.auth) {
      header.Authorization = `Bearer ${fill(collection.auth.bearer[0]?.value ?? "")}`;
    }
    const { raw, variable: inPath = [] } = request.url;
    const url = inPath.reduce((all, { key, value }) => all.replace(`:${key}`, () => fill(value)), raw);
    const answer = await send({ url: fill(url), method: request.method, header, body: bodyOf(request) });
    return { ...answer, failed: await runScripts({ event }, "test", name, answer) };
  }

  return { press, values };
}
