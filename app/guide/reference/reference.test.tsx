import { describe, expect, it, vi } from "vitest";
import { snippetLanguages, snippetNames } from "@/lib/collections/snippets/write-snippet";
import { firstCallInput } from "@/lib/first-call/input";
import { describeApi } from "@/lib/seller-data/open-api";
import { operations } from "@/lib/seller-data/operations";
import { texts } from "../../_text/texts";
import { CallFields, labelsOf } from "../../first-call/call-fields";
import { offeredCalls } from "../../first-call/offered-calls";
import { renderPage } from "../../render-page.testing";
import { isProblem } from "../errors/problems";
import { readCode } from "../errors/read-code";
import { errorsOf } from "./[operation]/errors-of";
import OperationPage from "./[operation]/page";
import { meaningOf } from "./[operation]/parameters";
import { GET } from "./openapi.json/route";
import ReferencePage from "./page";

let language: "en" | "fr" = "en";
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-portal-path": "/guide/reference/here" }),
  cookies: async () => new Map(),
}));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("404");
  },
}));
vi.mock("@/lib/accounts/find-actor", () => ({ findActor: async () => null }));
vi.mock("@/lib/accounts/find-language", () => ({ findLanguage: async () => language }));

const languages = Object.keys(texts) as ("en" | "fr")[];
const open = (operation: string) =>
  renderPage(OperationPage({ params: Promise.resolve({ operation }), searchParams: Promise.resolve({}) }));
const index = (areas?: string) => renderPage(ReferencePage({ searchParams: Promise.resolve({ areas }) }));

describe.each(languages)("every operation has in %s", (name) => {
  const t = texts[name];

  it.each(operations)("$id: words for itself, its parameters and its errors", (operation) => {
    const { title, purpose, watch } = t.reference.operations[operation.id];
    for (const said of [title, purpose, watch]) expect(said.length).toBeGreaterThan(10);
    for (const parameter of operation.parameters) {
      expect(t.reference.parameters.about[parameter.name], parameter.name).toBeTruthy();
      expect(meaningOf(parameter, t)).not.toMatch(/undefined/);
    }
    const { own, every } = errorsOf(operation);
    for (const code of [...own, ...every]) {
      expect(isProblem(code)).toBe(true);
      expect(readCode(t, code)?.title).not.toBe(code);
    }
  });

  it.each(operations)("$id: a page with example, snippets, errors and a way to try it", async (operation) => {
    language = name;
    const html = await open(operation.id);
    for (const language of snippetLanguages) expect(html).toContain(snippetNames[language]);
    for (const code of errorsOf(operation).own) expect(html).toContain(`/guide/errors/${code}`);
    for (const parameter of operation.parameters) expect(html).toContain(parameter.name);
    expect(html).toContain(`/first-call?operation=${operation.id}`);
    expect(html).toContain(operation.role);
    expect(html).toContain("/help?path=%2Fguide%2Freference%2Fhere");
    expect(html).toMatch(/id="example"/);
    expect(html).not.toMatch(/undefined|\[object/);
  });
});

describe("every operation has", () => {
  const described = describeApi().paths as Record<string, Record<string, { operationId: string }>>;
  const t = texts.en;

  it.each(operations)("$id: a description, and a form in the tester", async (operation) => {
    expect(described[operation.path]?.[operation.method.toLowerCase()]?.operationId).toBe(operation.id);
    const { chosen, options } = offeredCalls(t, operation.id, []);
    expect(chosen.id).toBe(operation.id);
    expect(options.map(({ value }) => value)).toContain(operation.id);
    const fields = labelsOf(operation, t);
    for (const { name } of operation.parameters) expect(fields).toHaveProperty([`p-${name}`], name);
    expect("body" in fields).toBe(operation.body !== undefined);
    const form = <CallFields operation={operation} sellerId="98979" t={t} />;
    const html = await renderPage(Promise.resolve(form));
    for (const name of Object.keys(fields)) expect(html).toContain(`name="${name}"`);
    expect(html.match(/ name="/g) ?? []).toHaveLength(Object.keys(fields).length);
    const sent = Object.fromEntries(Object.keys(fields).map((name) => [name, "1"]));
    const typed = { clientId: "c", clientSecret: "s", operation: operation.id, ...sent };
    expect(firstCallInput.safeParse(typed).success).toBe(true);
  });
});

describe("the index", () => {
  it("leads to every operation, or to those of the areas that were asked for", async () => {
    language = "en";
    const linked = (html: string) => [...html.matchAll(/data-operation="([\w.]+)"/g)].map(([, id]) => id);
    expect(linked(await index()).sort()).toEqual(operations.map(({ id }) => id).sort());
    const few = linked(await index("discussions"));
    expect(few).toContain("messages.send");
    expect(few).not.toContain("orders.list");
    expect(await index("discussions")).toContain("The token holds more than what is shown.");
  });

  it("knows no other operation, and hands out the description", async () => {
    for (const id of ["orders", "constructor", "orders.list/"]) await expect(open(id)).rejects.toThrow("404");
    const answer = GET();
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await answer.json()).toMatchObject({ openapi: "3.1.0" });
  });
});
