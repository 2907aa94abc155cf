import { expect } from "vitest";
import { findMisfits } from "./check-answer.testing";

type Json = Record<string, unknown> & { items: Record<string, unknown>[]; errors: Record<string, string[]> };
export type More = { seller?: number; as?: string; headers?: Record<string, string> };
export type Call = (
  method: string,
  target: string,
  body?: unknown,
  more?: More,
) => ReturnType<typeof callApi>;

/** Calls the Seller API with one of the tokens, and holds the answer against its description. */
export async function callApi(
  origin: string,
  tokens: Record<string, string>,
  method: string,
  target: string,
  body?: unknown,
  { seller = 104512, as = "mine", headers }: More = {},
) {
  const url = target.startsWith("http") ? target : `${origin}/seller/v2${target}`;
  const answer = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${tokens[as]}`,
      SellerId: String(seller),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const json = (text ? JSON.parse(text) : null) as Json;
  const path = new URL(url).pathname.replace("/seller/v2", "");
  if (answer.status !== 404 && answer.status !== 405)
    expect(findMisfits(path, answer.status, json, method.toLowerCase())).toEqual([]);
  return { status: answer.status, body: json, headers: answer.headers };
}
