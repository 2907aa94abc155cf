import { type APIRequestContext, expect } from "@playwright/test";

/**
 * Sends a form of a page as a browser without JavaScript would: all its inputs, the hidden ones too, with `values`
 * filled in. The form is the one that has all the fields of `values`.
 */
export async function postForm(request: APIRequestContext, path: string, values: Record<string, string>) {
  const page = await request.get(path);
  expect(page.status(), `GET ${path}`).toBe(200);
  const html = await page.text();
  const form = [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)]
    .map(([, body = ""]) => readInputs(body))
    .find((inputs) => Object.keys(values).every((name) => name in inputs));
  expect(form, `a form with ${Object.keys(values).join(", ")} on ${path}`).toBeDefined();
  const { origin } = new URL(page.url());
  return request.post(page.url(), {
    multipart: { ...form, ...values },
    headers: { origin },
    maxRedirects: 0,
  });
}

function readInputs(body: string) {
  const inputs: Record<string, string> = {};
  for (const [tag] of body.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    const isChoice = /^(checkbox|radio)$/.test(attribute(tag, "type") ?? "");
    if (name) inputs[name] = isChoice ? "" : (attribute(tag, "value") ?? "");
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
