import type { IncomingHttpHeaders } from "node:http";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { chooseLanguage } from "./choose-language";

function choose(url: string, headers: IncomingHttpHeaders = {}, method = "GET") {
  const request = Object.assign(new IncomingMessage(new Socket()), { method, url, headers: { ...headers } });
  const response = new ServerResponse(request);
  chooseLanguage(request, response);
  return {
    chosen: request.headers["x-portal-language-chosen"],
    visitor: request.headers["x-portal-language"],
    cookie: response.getHeader("set-cookie"),
  };
}

const french = "portal-language=fr; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000";

describe("chooseLanguage", () => {
  it("takes a choice out of the address, and remembers it", () => {
    const choice = { chosen: "fr", visitor: "fr", cookie: french };
    expect(choose("/?lang=fr")).toEqual(choice);
    expect(choose("/start?who=seller&lang=fr", { cookie: "portal-language=en" })).toEqual(choice);
  });

  it("keeps to a choice that was made before, and does not say it again", () => {
    const before = { cookie: "a=b; portal-language=fr", "accept-language": "en" };
    expect(choose("/", before)).toEqual({ chosen: "fr", visitor: "fr", cookie: undefined });
    expect(choose("/?lang=fr", before)).toEqual({ chosen: "fr", visitor: "fr", cookie: undefined });
  });

  it("without a choice follows the browser, then English", () => {
    expect(choose("/", { "accept-language": "fr-FR,en;q=0.5" })).toMatchObject({
      chosen: undefined,
      visitor: "fr",
    });
    expect(choose("/")).toEqual({ chosen: undefined, visitor: "en", cookie: undefined });
  });

  it.each(["/?lang=de", "/?lang=", "/?lang=FR", "/?lang=fr%0d%0aX:1", "/?notlang=fr", "/lang=fr"])(
    "takes %s for no choice",
    (url) => {
      expect(choose(url, { cookie: "portal-language=xx" })).toEqual({
        chosen: undefined,
        visitor: "en",
        cookie: undefined,
      });
    },
  );

  it("remembers nothing where no page is read", () => {
    expect(choose("/sign-up?lang=fr", {}, "POST")).toMatchObject({ chosen: "fr", cookie: undefined });
    expect(choose("/api/health?lang=fr")).toMatchObject({ cookie: undefined });
  });
});
