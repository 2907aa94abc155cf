import type { CallValues } from "./curl";

const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
const tokenRequest = "Get a token";

/**
 * Fetches a token when there is none for this client, or the last one has less than a minute left. It stands at the
 * collection, so every request below has a good token without anybody thinking of it.
 */
const fetchToken = `
const value = (name) => pm.variables.get(name) || "";
const holder = value("clientId") + " " + value("tokenUrl");
const isGood =
  value("accessToken") &&
  value("accessTokenFor") === holder &&
  Number(value("accessTokenEndsAt")) - 60000 > Date.now();

if (!isGood && pm.info.requestName !== "${tokenRequest}") {
  pm.environment.set("accessToken", "");
  if (!value("clientSecret")) {
    throw new Error("Choose the environment and put your clientSecret into its variable clientSecret.");
  }
  const form = {
    grant_type: "client_credentials",
    client_id: value("clientId"),
    client_secret: value("clientSecret"),
  };
  const request = {
    url: value("tokenUrl"),
    method: "POST",
    header: { Accept: "application/json" },
    body: { mode: "urlencoded", urlencoded: Object.keys(form).map((key) => ({ key, value: form[key] })) },
  };
  pm.sendRequest(request, (error, response) => {
    if (error) throw new Error("The token endpoint cannot be reached: " + error.message);
    if (response.code !== 200) throw new Error("No token: HTTP " + response.code + " " + response.text());
    const answer = response.json();
    pm.environment.set("accessToken", answer.access_token);
    pm.environment.set("accessTokenFor", holder);
    pm.environment.set("accessTokenEndsAt", String(Date.now() + answer.expires_in * 1000));
  });
}`;

/** The token request sent by hand fills the same places, so that the next request uses its token. */
const keepToken = `
pm.test("a token was given", () => pm.response.to.have.status(200));
if (pm.response.code === 200) {
  const answer = pm.response.json();
  pm.environment.set("accessToken", answer.access_token);
  pm.environment.set("accessTokenFor", pm.variables.get("clientId") + " " + pm.variables.get("tokenUrl"));
  pm.environment.set("accessTokenEndsAt", String(Date.now() + answer.expires_in * 1000));
}`;

const checkSeller = `
pm.test("the Seller API answers 200", () => pm.response.to.have.status(200));`;

/**
 * A collection (Postman format 2.1.0) that gets, keeps and renews its token by itself. It names no client and holds
 * no secret, so it can be given to anybody; what is personal is in the environment.
 */
export function postmanCollection({ tokenUrl, sellerApiUrl }: Pick<CallValues, "tokenUrl" | "sellerApiUrl">) {
  return {
    info: {
      name: "Seller API",
      description:
        "Choose the environment, put your clientSecret into its variable clientSecret, and send a request. " +
        "The token is fetched by itself and renewed a minute before it ends.",
      schema,
    },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{accessToken}}", type: "string" }] },
    event: [script("prerequest", fetchToken)],
    // What the environment says goes before these.
    variable: [
      { key: "tokenUrl", value: tokenUrl, type: "string" },
      { key: "sellerApiUrl", value: sellerApiUrl, type: "string" },
    ],
    item: [
      { name: "Token", item: [tokenItem()] },
      { name: "Seller Info", item: [sellerItem()] },
    ],
  };
}

function tokenItem() {
  const field = (key: string, value: string) => ({ key, value, type: "text" });
  return {
    name: tokenRequest,
    event: [script("test", keepToken)],
    request: {
      method: "POST",
      auth: { type: "noauth" },
      header: [{ key: "Accept", value: "application/json" }],
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

function sellerItem() {
  return {
    name: "Get Seller Informations",
    event: [script("test", checkSeller)],
    request: {
      method: "GET",
      header: [
        { key: "SellerId", value: "{{sellerId}}" },
        { key: "Accept", value: "application/json" },
      ],
      url: { raw: "{{sellerApiUrl}}/sellers", host: ["{{sellerApiUrl}}"], path: ["sellers"] },
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
    ],
    _postman_variable_scope: "environment",
  };
}

function script(listen: "prerequest" | "test", source: string) {
  return { listen, script: { type: "text/javascript", exec: source.trim().split("\n") } };
}
