import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { down as fr } from "@/app/_text/fr/down";
import { noteUnreadable, withNote } from "@/lib/last-refusal";
import { seeOther } from "./see-other";
import { settleHead } from "./settle-head";
import { showWholePages } from "./show-whole-pages";

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

let server: Server;
afterEach(() => server.close());

async function serve(answer: Answer) {
  server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((up) => server.once("listening", up));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const html = { accept: "text/html" };

describe("showWholePages", () => {
  const pages: Answer = async (request, response) => {
    const isThere = request.url === "/there";
    response.statusCode = isThere ? 200 : request.url === "/broken" ? 500 : 404;
    response.setHeader("content-encoding", "identity");
    if (request.url !== "/nothing-here") response.setHeader("x-left", "over");
    response.write(request.url === "/nothing-here" ? "the whole page" : "half ");
    response.end(isThere ? "and half" : "");
  };
  const portal: Answer = (request, response) => {
    response.setHeader("x-ours", "kept");
    return showWholePages(pages, request, response);
  };

  it("shows it also in place of an answer that is over only once it was sent", async () => {
    const handler: Answer = async (request, response) => {
      if (request.url === "/nothing-here") return pages(request, response);
      response.statusCode = 404;
      response.flushHeaders();
      response.write("of a route handler");
      response.end();
      await new Promise((sent) => response.once("finish", sent));
    };
    const answer = await fetch(
      `${await serve((request, response) => showWholePages(handler, request, response))}/missing`,
      { headers: html },
    );
    expect([answer.status, await answer.text()]).toEqual([404, "the whole page"]);
  });

  it("lets a page that is there pass untouched", async () => {
    const answer = await fetch(`${await serve(portal)}/there`, { headers: html });
    expect([answer.status, await answer.text()]).toEqual([200, "half and half"]);
  });

  it("shows the whole not-found page, with our headers and none of the first answer", async () => {
    const answer = await fetch(`${await serve(portal)}/missing`, { headers: html });
    expect([answer.status, await answer.text()]).toEqual([404, "the whole page"]);
    expect([answer.headers.get("x-ours"), answer.headers.get("x-left")]).toEqual(["kept", null]);
  });

  it("says plainly where a page broke, with the reference that is logged", async () => {
    const headers = { ...html, "x-request-id": "the-reference" };
    const answer = await fetch(`${await serve(portal)}/broken`, { headers });
    const page = await answer.text();
    expect([answer.status, answer.headers.get("x-left")]).toEqual([500, null]);
    expect(page).toContain("<code>the-reference</code>");
    expect(page).not.toContain("half");
  });

  it("says it in the browser's language", async () => {
    const headers = { ...html, "x-request-id": "the-reference", "x-portal-language": "fr" };
    const page = await (await fetch(`${await serve(portal)}/broken`, { headers })).text();
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain(fr.broken.title);
  });

  it("says that a form cannot be read where that is why a page broke, to scripts by the status", async () => {
    const unread: Answer = (request, response) => {
      noteUnreadable();
      return pages(request, response);
    };
    const url = await serve((request, response) => withNote(() => showWholePages(unread, request, response)));
    const read = await fetch(`${url}/broken`, { method: "POST", headers: html });
    expect([read.status, (await read.text()).includes("This form cannot be read")]).toEqual([400, true]);
    const headers = { "next-action": "x" };
    expect((await fetch(`${url}/broken`, { method: "POST", headers })).status).toBe(400);
    expect((await fetch(`${url}/there`, { method: "POST", headers })).status).toBe(200);
  });

  it("leaves what scripts ask for alone", async () => {
    const answer = await fetch(`${await serve(portal)}/missing`, { headers: { accept: "*/*" } });
    expect([answer.status, await answer.text()]).toEqual([404, "half "]);
  });
});

describe("seeOther", () => {
  const portal: Answer = async (request, response) => {
    seeOther(request, response);
    response.statusCode = 307;
    response.setHeader("location", "/sign-in");
    response.end();
  };

  it("answers a sent form with 303 and a read page with 307", async () => {
    const url = await serve(portal);
    const statuses = ["POST", "GET"].map(async (method) => {
      const { status } = await fetch(url, { method, redirect: "manual" });
      return status;
    });
    expect(await Promise.all(statuses)).toEqual([303, 307]);
  });
});

describe("settleHead", () => {
  const answering = (headers: Record<string, string>): Answer => {
    return async (_, response) => {
      settleHead(response);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.end();
    };
  };
  const told = async (headers: Record<string, string>) => {
    const answer = await fetch(await serve(answering(headers)));
    return [answer.headers.get("cache-control"), answer.headers.get("clear-site-data")];
  };

  it("lets nobody keep what says nothing, and leaves what says something", async () => {
    expect(await told({})).toEqual(["private, no-store", null]);
    expect(await told({ "cache-control": "public, max-age=60" })).toEqual(["public, max-age=60", null]);
  });

  it("has the browser forget our pages where its session ends, and only there", async () => {
    const ended = "portal-session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
    for (const cookie of [ended, `__Host-${ended}`])
      expect((await told({ "set-cookie": cookie }))[1]).toBe('"cache", "storage"');
    for (const cookie of ["portal-session=x; Path=/", "portal-visitor=; Path=/", "x=portal-session=;"])
      expect((await told({ "set-cookie": cookie }))[1]).toBeNull();
  });
});
