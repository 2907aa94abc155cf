import { operations } from "../seller-data/operations";
import type { CallValues } from "./curl";
import type { FileWords } from "./file-words";
import { type FileRequest, foldersOf, packageVariable } from "./folders";

/**
 * Every request as a `.http` file that VS Code (REST Client) and JetBrains' editors read alike. Both keep the token of
 * the first request for the others: the one by the line `@accessToken`, the other by the script below the request.
 */
export function httpFile(values: CallValues, words: FileWords, chosen = operations): string {
  const { clientId, sellerId, tokenUrl, sellerApiUrl } = values;
  const encoded = encodeURIComponent(clientId);
  const head = [...words.http.about, ...(encoded === clientId ? [] : [words.http.encoded])].map(
    (line) => `# ${line}`,
  );
  const variables = [
    `@clientId = ${encoded}`,
    "@clientSecret =",
    `@sellerId = ${sellerId}`,
    `@tokenUrl = ${tokenUrl}`,
    `@sellerApiUrl = ${sellerApiUrl}`,
    ...(chosen.some(({ id }) => id === "offerPackages.create")
      ? ["", `# ${words.http.package}`, `@${packageVariable} = your-package-id`]
      : []),
  ];
  const token = [
    `### ${words.token}`,
    `# ${words.http.unused}`,
    "# @name token",
    "POST {{tokenUrl}}",
    "Content-Type: application/x-www-form-urlencoded",
    "Accept: application/json",
    "",
    "grant_type=client_credentials&client_id={{clientId}}&client_secret={{clientSecret}}&unused=",
    "",
    `> {% client.global.set("accessToken", response.body.access_token); %}`,
  ];
  const keep = ["###", "@accessToken = {{token.response.body.access_token}}"];
  const requests = foldersOf(chosen, values, words).flatMap(({ name, requests: all }) =>
    all.map((request) => linesOf(request, name, words)),
  );
  return [[...head, "", ...variables], token, keep, ...requests]
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function linesOf(request: FileRequest, folder: string, words: FileWords) {
  const { name, about, method, path, parameters, headers, body } = request;
  const value = (one: string) => parameters.find((parameter) => parameter.name === one)?.value ?? "";
  const target = path.replace(/\{(\w+)\}/g, (_, one) =>
    one === packageVariable ? `{{${packageVariable}}}` : encodeURIComponent(value(one)),
  );
  const query = parameters.filter((one) => one.in === "query");
  const sent = query.filter((one) => one.isOn).map((one) => `${one.name}=${encodeURIComponent(one.value)}`);
  const optional = query.filter((one) => !one.isOn);
  return [
    `### ${folder}: ${name}`,
    ...about
      .split("\n")
      .filter(Boolean)
      .map((line) => `# ${line}`),
    ...optional.map((one) => `# ${words.optional} ${one.name}: ${one.description}`),
    `${method} {{sellerApiUrl}}${target}${sent.length > 0 ? `?${sent.join("&")}` : ""}`,
    "Authorization: Bearer {{accessToken}}",
    "SellerId: {{sellerId}}",
    "Accept: application/json",
    ...headers.map(([key, said]) => `${key}: ${said}`),
    ...(body === undefined ? [] : ["", JSON.stringify(body, null, 2)]),
  ];
}
