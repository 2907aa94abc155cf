import { operations } from "../seller-data/operations";
import type { CallValues } from "./curl";
import type { FileWords } from "./file-words";
import { packageVariable } from "./folders";
import { packageLines, requestLines } from "./http-file";

/** The name of the environment, and of the way to a token in it. */
const name = "seller-api";
/** What the editor keeps goes before what the file says. */
const keepPackage = `> {% client.global.set("${packageVariable}", response.body.packageId); %}`;

/**
 * Every request as a `.http` file for JetBrains' editors alone: their own OAuth 2.0 fetches the token when a request
 * needs one and another when it ended, by what the environment beside the file says.
 */
export function jetbrainsFile(values: CallValues, words: FileWords, chosen = operations): string {
  const { sellerId, sellerApiUrl } = values;
  const head = [
    ...words.http.jetbrains.map((line) => `# ${line}`),
    "",
    `@sellerId = ${sellerId}`,
    `@sellerApiUrl = ${sellerApiUrl}`,
    ...packageLines(words, chosen),
  ];
  const token = `{{$auth.token("${name}")}}`;
  return [head, ...requestLines(values, words, chosen, token, keepPackage)]
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** The environment that the editors look for beside the file under this very name, with an empty place for the secret. */
export function jetbrainsEnvironment({ clientId, tokenUrl }: CallValues) {
  const auth = {
    Type: "OAuth2",
    "Grant Type": "Client Credentials",
    "Token URL": tokenUrl,
    "Client ID": clientId,
    "Client Secret": "",
    "Client Credentials": "in body",
  };
  return { [name]: { Security: { Auth: { [name]: auth } } } };
}
