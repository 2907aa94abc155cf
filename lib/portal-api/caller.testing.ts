import { makeClient, makeOrganisation } from "@/db/testing";
import { now } from "../clock";
import { issueToken } from "../tokens/issue-token";
import { answerPortalApi } from "./answer-portal-api";
import { findMisfits } from "./check-shape.testing";

type Headers = Record<string, string>;
type Json = Record<string, unknown>;

/** One call, and its answer: checked against the description of the API each time. */
export async function callApi(method: string, path: string, headers: Headers = {}, body?: unknown) {
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: { ...(text === undefined ? {} : { "content-type": "application/json" }), ...headers },
    body: text as string | undefined,
  });
  const answer = await answerPortalApi(request);
  const said = await answer.text();
  const json = said === "" ? null : (JSON.parse(said) as Json);
  const misfits = findMisfits(method, path.split("?", 1)[0] ?? "", answer.status, json);
  if (misfits.length > 0) throw new Error(`${method} ${path} ${answer.status}: ${misfits.join("; ")}`);
  return { status: answer.status, headers: answer.headers, body: (json ?? {}) as Json & { items: Json[] } };
}

type Over = { kind?: "partner" | "aggregator" | "seller"; client?: Parameters<typeof makeClient>[1] };

/** A client with the portal API switched on, with a token it got since; and its calls. */
export async function makeCaller({ kind = "partner", client: more }: Over = {}) {
  const organisation = await makeOrganisation({ kind });
  const client = await makeClient(organisation, { portalApiSince: now(), ...more });
  const holder = { id: client.id, clientId: client.clientId, provedAt: now(), hasPortalApi: true };
  const { accessToken: token } = await issueToken(holder, "", "127.0.0.1");
  const call = (method: string, path: string, body?: unknown, headers: Headers = {}) =>
    callApi(method, path, { authorization: `Bearer ${token}`, ...headers }, body);
  return { client, organisation, token, call };
}
