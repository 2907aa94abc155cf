import { expect, test } from "vitest";
import { helpHref, offersHelp } from "./help-href";

test("carries what is known, and nothing that is not", () => {
  expect(helpHref()).toBe("/help");
  expect(helpHref({ path: "/links", code: null, reference: "" })).toBe("/help?path=%2Flinks");
  expect(helpHref({ clientId: "a client & co", sellerId: "104512" })).toBe(
    "/help?clientId=a+client+%26+co&sellerId=104512",
  );
});

test.each(["verify", "reset", "i", "hand-over", "join"])("never carries the token of /%s", (name) => {
  expect(helpHref({ path: `/${name}/AbCdEfGhIjKlMnOpQrSt` })).toBe(`/help?path=%2F${name}`);
});

test("is offered where somebody can ask, and can be answered", () => {
  expect(["/", "/links", "/i/token", "/clients/1", "/helpful"].every(offersHelp)).toBe(true);
  expect(["/help", "/help/1", "/operator/reviews", "/sign-in", "/reset/x"].some(offersHelp)).toBe(false);
});
