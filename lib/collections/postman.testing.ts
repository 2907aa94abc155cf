import { createContext, runInContext } from "node:vm";
import type { postmanCollection, postmanEnvironment } from "./postman";

type Collection = ReturnType<typeof postmanCollection>;
type Environment = ReturnType<typeof postmanEnvironment>;
type Item = Collection["item"][number]["item"][number];
type Answer = { code: number; body: string };
type Sent = {
  url: string;
  method: string;
  header?: Record<string, string>;
  body?: { urlencoded: { key: string; value: string }[] };
};

/**
 * As much of Postman as our collection uses: variables, the collection's pre-request script, its bearer
 * authorisation, urlencoded bodies, test scripts. Real requests go out; an unknown variable stays in its braces.
 */
export function openCollection(collection: Collection, environment: Environment) {
  const values = new Map<string, string>(environment.values.map(({ key, value }) => [key, value]));
  const fallbacks = new Map<string, string>(collection.variable.map(({ key, value }) => [key, value]));
  const find = (name: string) => values.get(name) ?? fallbacks.get(name);
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (braces, name) => find(name) ?? braces);

  async function send({ url, method, header, body }: Sent): Promise<Answer> {
    const form = body && new URLSearchParams(body.urlencoded.map(({ key, value }) => [key, value]));
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

  /** Sends one request as the "Send" button does. */
  async function press({ name, request, event }: Item) {
    await runScripts(collection, "prerequest", name);
    const header = Object.fromEntries(request.header.map(({ key, value }) => [key, fill(value)]));
    if (!("auth" in request)) {
      header.Authorization = `Bearer ${fill(collection.auth.bearer[0]?.value ?? "")}`;
    }
    const body = "body" in request ? request.body : undefined;
    const urlencoded = body?.urlencoded.map(({ key, value }) => ({ key, value: fill(value) }));
    const sent = { url: fill(request.url.raw), method: request.method, header };
    const answer = await send(urlencoded ? { ...sent, body: { urlencoded } } : sent);
    return { ...answer, failed: await runScripts({ event }, "test", name, answer) };
  }

  return { press, values };
}
