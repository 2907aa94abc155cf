import { operations } from "../seller-data/operations";
import type { CallValues } from "./curl";
import type { FileWords } from "./file-words";
import { type FileRequest, foldersOf, packageVariable } from "./folders";
import { checkAnswer, fetchToken, keepToken } from "./postman-scripts";

const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
const accept = { key: "Accept", value: "application/json" };

type Pair = { key: string; value: string; type?: string };
type Described = Pair & { description: string; disabled?: true };

/** One request of the collection, in the parts of the format that are used. */
export type PostmanItem = {
  name: string;
  event: ReturnType<typeof script>[];
  request: {
    method: string;
    description?: string;
    auth?: { type: string };
    header: Pair[];
    body?:
      | { mode: "urlencoded"; urlencoded: Pair[] }
      | { mode: "raw"; raw: string; options: { raw: { language: "json" } } };
    url: { raw: string; host: string[]; path?: string[]; query?: Described[]; variable?: Described[] };
  };
  response: [];
};

/**
 * A collection (Postman format 2.1.0) that gets, keeps and renews its token by itself: every operation, or those
 * chosen, in folders by area. It names no client and holds no secret, so it can be given to anybody; what is personal
 * is in the environment.
 */
export function postmanCollection(values: CallValues, words: FileWords, chosen = operations) {
  return {
    info: { name: "Seller API", description: words.about, schema },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{accessToken}}", type: "string" }] },
    event: [script("prerequest", fetchToken(words))],
    // What the environment says goes before these.
    variable: [
      { key: "tokenUrl", value: values.tokenUrl, type: "string" },
      { key: "sellerApiUrl", value: values.sellerApiUrl, type: "string" },
    ],
    item: [
      { name: "Token", item: [tokenItem(words)] },
      ...foldersOf(chosen, values, words).map(({ name, requests }) => ({
        name,
        item: requests.map((request) => itemOf(request, words)),
      })),
    ],
  };
}

function tokenItem(words: FileWords): PostmanItem {
  const field = (key: string, value: string) => ({ key, value, type: "text" });
  return {
    name: words.token,
    event: [script("test", keepToken(words))],
    request: {
      method: "POST",
      auth: { type: "noauth" },
      header: [accept],
      body: {
        mode: "urlencoded",
        urlencoded: [
          field("grant_type", "client_credentials"),
          field("client_id", "{{clientId}}"),
          field("client_secret", "{{clientSecret}}"),
        ],
      },
      url: { raw: "{{tokenUrl}}", host: ["{{tokenUrl}}"] },
    },
    response: [],
  };
}

function itemOf(request: FileRequest, words: FileWords): PostmanItem {
  const { name, about, method, path, parameters, headers, body } = request;
  const pair = ({ name: key, value, description }: FileRequest["parameters"][number]) => ({
    key,
    value,
    description,
  });
  const query = parameters
    .filter((one) => one.in === "query")
    .map((one) => ({ ...pair(one), ...(!one.isOn && { disabled: true as const }) }));
  const variable = parameters.filter((one) => one.in === "path").map(pair);
  const target = path.replace(/\{(\w+)\}/g, ":$1");
  const sent = query.filter((one) => !one.disabled).map(({ key, value }) => `${key}=${value}`);
  return {
    name,
    event: [script("test", checkAnswer(words, request))],
    request: {
      method,
      description: about,
      header: [
        { key: "SellerId", value: "{{sellerId}}" },
        accept,
        ...headers.map(([key, value]) => ({ key, value })),
      ],
      ...(body !== undefined && {
        body: {
          mode: "raw",
          raw: JSON.stringify(body, null, 2),
          options: { raw: { language: "json" } },
        },
      }),
      url: {
        raw: `{{sellerApiUrl}}${target}${sent.length > 0 ? `?${sent.join("&")}` : ""}`,
        host: ["{{sellerApiUrl}}"],
        path: target.split("/").slice(1),
        ...(query.length > 0 && { query }),
        ...(variable.length > 0 && { variable }),
      },
    },
    response: [],
  };
}

/**
 * The environment of one client and one seller account. `clientSecret` is there, empty and of the type that Postman
 * hides; so is the place of the token.
 */
export function postmanEnvironment({ clientId, sellerId, tokenUrl, sellerApiUrl }: CallValues) {
  const variable = (key: string, value: string, type: "default" | "secret" = "default") => ({
    key,
    value,
    type,
    enabled: true,
  });
  return {
    name: `Seller API: ${clientId}`,
    values: [
      variable("clientId", clientId),
      variable("clientSecret", "", "secret"),
      variable("sellerId", sellerId),
      variable("tokenUrl", tokenUrl),
      variable("sellerApiUrl", sellerApiUrl),
      variable("accessToken", "", "secret"),
      variable(packageVariable, ""),
    ],
    _postman_variable_scope: "environment",
  };
}

function script(listen: "prerequest" | "test", source: string) {
  return { listen, script: { type: "text/javascript", exec: source.trim().split("\n") } };
}
