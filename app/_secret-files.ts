import { envFile, secretJson } from "@/lib/collections/env-file";

const dataUrl = (type: string, body: string) => `data:${type};charset=utf-8,${encodeURIComponent(body)}`;

/** The files of the one answer that shows a secret: made in that answer, kept nowhere else. */
export function secretFiles(values: Parameters<typeof envFile>[0], texts: { env: string; json: string }) {
  const name = values.clientId.replace(/[^A-Za-z0-9-]+/g, "-");
  return [
    { href: dataUrl("text/plain", envFile(values)), fileName: `${name}.env`, label: texts.env },
    { href: dataUrl("application/json", secretJson(values)), fileName: `${name}.json`, label: texts.json },
  ];
}
