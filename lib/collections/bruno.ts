import { operations } from "../seller-data/operations";
import type { CallValues } from "./curl";
import type { FileWords } from "./file-words";
import { type FileRequest, foldersOf, packageVariable } from "./folders";

/**
 * A collection of Bruno as one file, as Bruno itself exports it: the same folders and requests as for Postman, with
 * the environment inside. Bruno's own OAuth 2.0 fetches the token and fetches another when it ended.
 */
export function brunoCollection(values: CallValues, words: FileWords, chosen = operations) {
  return {
    name: "Seller API",
    version: "1",
    items: foldersOf(chosen, values, words).map(({ name, requests }, at) => ({
      type: "folder",
      name,
      seq: at + 1,
      items: requests.map((request, place) => itemOf(request, words, place + 1)),
    })),
    environments: [{ name: "Seller API", variables: variablesOf(values) }],
    root: {
      request: {
        headers: [header("SellerId", "{{sellerId}}"), header("Accept", "application/json")],
        auth: {
          mode: "oauth2",
          oauth2: {
            grantType: "client_credentials",
            accessTokenUrl: "{{tokenUrl}}",
            clientId: "{{clientId}}",
            clientSecret: "{{clientSecret}}",
            scope: "",
            credentialsPlacement: "body",
            credentialsId: "credentials",
            tokenPlacement: "header",
            tokenHeaderPrefix: "Bearer",
            autoFetchToken: true,
            autoRefreshToken: true,
          },
        },
      },
      docs: words.about,
    },
    brunoConfig: { version: "1", name: "Seller API", type: "collection", ignore: ["node_modules", ".git"] },
  };
}

const header = (name: string, value: string) => ({ name, value, enabled: true });

function variablesOf({ clientId, sellerId, tokenUrl, sellerApiUrl }: CallValues) {
  const variable = (name: string, value: string, secret = false) => ({
    name,
    value,
    type: "text",
    enabled: true,
    secret,
  });
  return [
    variable("clientId", clientId),
    variable("clientSecret", "", true),
    variable("sellerId", sellerId),
    variable("tokenUrl", tokenUrl),
    variable("sellerApiUrl", sellerApiUrl),
  ];
}

function itemOf(request: FileRequest, words: FileWords, seq: number) {
  const { id, name, about, method, path, status, parameters, headers, body } = request;
  const params = parameters
    .filter((one) => one.in !== "header")
    .map((one) => ({
      name: one.name,
      value: one.value,
      type: one.in,
      enabled: one.isOn,
      description: one.description,
    }));
  const sent = params
    .filter((one) => one.type === "query" && one.enabled)
    .map((one) => `${one.name}=${one.value}`);
  const url = `{{sellerApiUrl}}${path.replace(/\{(\w+)\}/g, ":$1")}${sent.length > 0 ? `?${sent.join("&")}` : ""}`;
  const keep = `if (res.status === 201) bru.setVar("${packageVariable}", res.body.packageId);`;
  return {
    type: "http-request",
    // Names are files in Bruno.
    name: name.replace(/[<>:"/\\|?*]/g, "-"),
    seq,
    request: {
      url,
      method,
      headers: headers.map(([key, value]) => header(key, value)),
      params,
      auth: { mode: "inherit" },
      body: body === undefined ? { mode: "none" } : { mode: "json", json: JSON.stringify(body, null, 2) },
      script: id === "offerPackages.create" ? { res: keep } : {},
      vars: {},
      assertions: [],
      tests: `test(${JSON.stringify(`${words.answers} ${status}`)}, function () {\n  expect(res.status).to.equal(${status});\n});`,
      docs: about,
    },
  };
}
