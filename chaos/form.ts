import { randomUUID } from "node:crypto";

/** The inputs of a form with their values, as they stand on a page. */
export type Form = Record<string, string>;

/** A box that is not ticked and a choice that is not made: no browser sends those. */
const unmade = "\0";

/** The form of a page that has all these fields, and these values where they are given. */
export function findForm(html: string, fields: Record<string, string | undefined>): Form | undefined {
  return [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)]
    .map(([, body = ""]) => readInputs(body))
    .find((form) =>
      Object.entries(fields).every(
        ([name, value]) => name in form && (value === undefined || form[name] === value),
      ),
    );
}

/** The body that a browser without JavaScript sends for it, and its media type. */
export function encodeForm(form: Form) {
  const boundary = randomUUID();
  const made = Object.entries(form).filter(([, value]) => value !== unmade);
  const parts = made.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { body: `${parts.join("")}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` };
}

/** The code of a page's refusal, where it is one. */
export function findRefusal(html: string): string | undefined {
  const alert = /<[a-z]+\b[^>]*\srole="alert"[^>]*>/.exec(html.replace(/<script\b.*?<\/script>/gs, ""))?.[0];
  return alert && /\sdata-code="(\w+)"/.exec(alert)?.[1];
}

function readInputs(body: string): Form {
  const inputs: Form = {};
  for (const [tag] of body.matchAll(/<(?:input|textarea)\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    const isChoice = /^(checkbox|radio)$/.test(attribute(tag, "type") ?? "");
    // A choice is not made by itself: what it would say is put in by whoever sends the form.
    if (name) inputs[name] = isChoice ? (inputs[name] ?? unmade) : (attribute(tag, "value") ?? "");
  }
  for (const [tag, options = ""] of body.matchAll(/<select\b[^>]*>(.*?)<\/select>/gs)) {
    const tags = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const chosen = tags.find((option) => /\sselected\b/.test(option)) ?? tags[0] ?? "";
    const name = attribute(tag, "name");
    if (name) inputs[name] = attribute(chosen, "value") ?? "";
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
