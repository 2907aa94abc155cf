import { describe, expect, it } from "vitest";
import { verdicts } from "@/lib/first-call/verdicts";
import { type ProblemCode as Answered, tellProblem } from "@/sandbox/seller-api/problem";
import { texts } from "../../_text/texts";
import { type ProblemCode, problems } from "./problems";
import { readCode } from "./read-code";

const codes = [...Object.keys(verdicts), ...Object.keys(problems)];

describe.each(Object.entries(texts))("the page about each code in %s", (_language, t) => {
  it.each(codes)("%s says how it shows, why, and what to do", (code) => {
    const words = readCode(t, code);
    for (const said of [words?.title, words?.seen, words?.why, words?.todo]) expect(said).toMatch(/\w/);
  });

  it("knows no other code", () => {
    for (const code of ["", "nothing", "token", "__proto__", "constructor", "OK", "../ok"])
      expect(readCode(t, code)).toBeNull();
  });

  it("never tells anybody to switch the checking of certificates off", () => {
    const all = codes.map((code) => JSON.stringify(readCode(t, code))).join("\n");
    expect(all).not.toMatch(/insecure|verify\s*=\s*false|rejectUnauthorized|NODE_TLS|SSL_VERIFYPEER/i);
  });
});

it("every problem the Seller API can tell has a page, under the address it tells", () => {
  // A code that is missing on one side does not compile.
  const known: Record<Answered, { status: number }> = problems;
  const answered: Record<ProblemCode, unknown> = known;
  for (const code of Object.keys(answered) as Answered[]) {
    const { status, body } = tellProblem({ requestId: "1", path: "/seller/v2/sellers" }, code);
    expect([status, JSON.parse(String(body)).type]).toEqual([known[code].status, `/guide/errors/${code}`]);
  }
});
