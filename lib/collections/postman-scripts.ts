import type { FileWords } from "./file-words";
import { type FileRequest, packageVariable } from "./folders";

const said = (text: string) => JSON.stringify(text);

/**
 * Fetches a token when there is none for this client, or the last one has less than a minute left. It stands at the
 * collection, so every request below has a good token without anybody thinking of it.
 */
export const fetchToken = ({ token, noSecret, unreachable, noToken }: FileWords) => `
const value = (name) => pm.variables.get(name) || "";
const holder = value("clientId") + " " + value("tokenUrl");
const isGood =
  value("accessToken") &&
  value("accessTokenFor") === holder &&
  Number(value("accessTokenEndsAt")) - 60000 > Date.now();

if (!isGood && pm.info.requestName !== ${said(token)}) {
  pm.environment.set("accessToken", "");
  if (!value("clientSecret")) throw new Error(${said(noSecret)});
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
    if (error) throw new Error(${said(unreachable)} + " " + error.message);
    if (response.code !== 200) {
      throw new Error(${said(noToken)} + " HTTP " + response.code + " " + response.text());
    }
    const answer = response.json();
    pm.environment.set("accessToken", answer.access_token);
    pm.environment.set("accessTokenFor", holder);
    pm.environment.set("accessTokenEndsAt", String(Date.now() + answer.expires_in * 1000));
  });
}`;

/** The token request sent by hand fills the same places, so that the next request uses its token. */
export const keepToken = ({ tokenGiven }: FileWords) => `
pm.test(${said(tokenGiven)}, () => pm.response.to.have.status(200));
if (pm.response.code === 200) {
  const answer = pm.response.json();
  pm.environment.set("accessToken", answer.access_token);
  pm.environment.set("accessTokenFor", pm.variables.get("clientId") + " " + pm.variables.get("tokenUrl"));
  pm.environment.set("accessTokenEndsAt", String(Date.now() + answer.expires_in * 1000));
}`;

/** After each call: is it what it should be? A token that was refused is let go, so that the next call fetches another. */
export const checkAnswer = ({ answers }: FileWords, { id, status }: FileRequest) => `
pm.test(${said(`${answers} ${status}`)}, () => pm.response.to.have.status(${status}));
if (pm.response.code === 401) pm.environment.set("accessToken", "");${
  id === "offerPackages.create"
    ? `
if (pm.response.code === 201) pm.environment.set("${packageVariable}", pm.response.json().packageId);`
    : ""
}`;
