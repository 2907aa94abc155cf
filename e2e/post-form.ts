import { type APIRequestContext, expect } from "@playwright/test";

/** A form as it stands on a page: where it is sent, and all its inputs with their values. */
export type Form = { url: string; inputs: Record<string, string> };

/** Finds the form of a page that has all these fields. */
export async function readForm(request: APIRequestContext, path: string, fields: string[]): Promise<Form> {
  const page = await request.get(path);
  expect(page.status(), `GET ${path}`).toBe(200);
  const html = await page.text();
  const inputs = [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)]
    .map(([, body = ""]) => readInputs(body))
    .find((one) => fields.every((name) => name in one));
  expect(inputs, `a form with ${fields.join(", ")} on ${path}`).toBeDefined();
  return { url: page.url(), inputs: inputs ?? {} };
}

/** Sends a form as a browser without JavaScript would: all its inputs, with `values` filled in. */
export function sendForm(request: APIRequestContext, { url, inputs }: Form, values: Record<string, string>) {
  const { origin } = new URL(url);
  return request.post(url, { multipart: { ...inputs, ...values }, headers: { origin }, maxRedirects: 0 });
}

/** Reads a form off its page and sends it. */
export async function postForm(request: APIRequestContext, path: string, values: Record<string, string>) {
  return sendForm(request, await readForm(request, path, Object.keys(values)), values);
}

function readInputs(body: string) {
  const inputs: Record<string, string> = {};
  for (const [tag] of body.matchAll(/<(?:input|textarea)\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    const isChoice = /^(checkbox|radio)$/.test(attribute(tag, "type") ?? "");
    if (name) inputs[name] = isChoice ? "" : (attribute(tag, "value") ?? "");
  }
  for (const [, name = "", options = ""] of body.matchAll(
    /<select\b[^>]*\sname="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const tags = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag);
    const chosen = tags.find((tag) => /\sselected\b/.test(tag)) ?? tags[0] ?? "";
    inputs[name] = attribute(chosen, "value") ?? "";
  }
  return inputs;
}

function attribute(tag: string, name: string) {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value
    ?.replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
