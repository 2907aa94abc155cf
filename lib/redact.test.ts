import { describe, expect, it } from "vitest";
import { redactText } from "./redact";
import { makeSecret } from "./secrets";

describe("redaction", () => {
  const secret = makeSecret("demo");
  it.each([
    ["a client secret anywhere", `it was ${secret}, they said`, secret],
    ["a client secret behind a letter", `x${secret}`, secret.slice(10)],
    ["a token behind a dash", "token-eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln", "eyJleHAiOjF9"],
    ["a token behind a dot", "at.eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln", "eyJleHAiOjF9"],
    ["a webhook key", "key whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw here", "MfKQ9r8GKY"],
    ["a token", "got eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2lnbmF0dXJl back", "eyJleHAiOjF9"],
    ["a header", "Authorization: Bearer abcdefghijklmnop", "abcdefghijklmnop"],
    ["a form", "client_id=x&client_secret=hunter2hunter2&grant_type=y", "hunter2hunter2"],
    ["JSON", '{"password":"correct horse"}', "correct"],
    [
      "JSON inside of JSON",
      JSON.stringify({ body: JSON.stringify({ clientSecret: "hunter2hunter2" }) }),
      "hunter2",
    ],
    [
      "a one-use link on the way back",
      "GET /sign-in?next=%2Fjoin%2FAbCdEfGhIjKlMnOpQrSt HTTP/1.1",
      "AbCdEfGhIjKlMnOpQrSt",
    ],
    ["a one-use link", "GET /verify/AbCdEfGhIjKlMnOpQrSt HTTP/1.1", "AbCdEfGhIjKlMnOpQrSt"],
  ])("masks %s", (_what, line, hidden) => {
    expect(redactText(line)).not.toContain(hidden);
  });

  it.each(["eyJ-", "eyJ.", "a.", "Bearer ", "client_secret", "client_secret=\\", "/i/", "mps_test_", " "])(
    "of a long line of %j takes no time to speak of",
    (piece) => {
      expect(redactText(piece.repeat(100_000)).length).toBeGreaterThan(0);
    },
  );

  it("leaves an ordinary line as it is", () => {
    const name = "read the eyJournal of www.example.test. Then go on";
    expect(redactText(name)).toBe(name);
    const line = '{"level":30,"requestId":"01a20151-485c-7ead-9e7d-510a327f77c4","msg":"portal listens"}';
    expect(redactText(line)).toBe(line);
  });
});
