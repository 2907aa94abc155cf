import { operations } from "../seller-data/operations";
import type { CallValues } from "./curl";
import type { FileWords } from "./file-words";
import { type FileRequest, foldersOf, packageVariable } from "./folders";

/** Run by JetBrains' editors after the answer. Other editors send it as the rest of the last field. */
const keepToken = [
  `client.global.set("accessToken", response.body.access_token);`,
  `client.global.set("accessTokenEndsAt", String(Date.now() + response.body.expires_in * 1000));`,
].join(" ");

/**
 * Every request as a `.http` file that VS Code (REST Client) and JetBrains' editors read alike. Both keep the token of
 * the first request for the others: the one by the line `@accessToken`, the other by the script below the request,
 * which also keeps when it ends.
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
    ...packageLines(words, chosen),
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
    `> {% ${keepToken} %}`,
  ];
  const keep = ["###", "@accessToken = {{token.response.body.access_token}}"];
  return [[...head, "", ...variables], token, keep, ...requestLines(values, words, chosen, "{{accessToken}}")]
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** The place of the package that other requests work with, where one of those chosen opens it. */
export function packageLines(words: FileWords, chosen: typeof operations) {
  const isOpened = chosen.some(({ id }) => id === "offerPackages.create");
  return isOpened ? ["", `# ${words.http.package}`, `@${packageVariable} = your-package-id`] : [];
}

/** The lines of every request, each with its folder in its title; `token` stands where the token is filled in. */
export function requestLines(
  values: CallValues,
  words: FileWords,
  chosen: typeof operations,
  token: string,
  /** What is run after the request that opens a package. */
  keepPackage = "",
): string[][] {
  return foldersOf(chosen, values, words).flatMap(({ name, requests }) =>
    requests.map((request) => [
      ...linesOf(request, name, words, token),
      ...(keepPackage && request.id === "offerPackages.create" ? ["", keepPackage] : []),
    ]),
  );
}

function linesOf(request: FileRequest, folder: string, words: FileWords, token: string) {
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
    `Authorization: Bearer ${token}`,
    "SellerId: {{sellerId}}",
    "Accept: application/json",
    ...headers.map(([key, said]) => `${key}: ${said}`),
    ...(body === undefined ? [] : ["", JSON.stringify(body, null, 2)]),
  ];
}
