import { globalAgent, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { selfSigned } from "../first-call/self-signed.testing";
import { answerCap, postGuarded } from "./post-guarded";
import { answering, answeringTls, type Receiver, saying } from "./receiver.testing";
import { askSystem } from "./resolve-host";
import { makeWebhookKey, signWebhook } from "./sign";

const running: Receiver[] = [];
afterEach(async () => {
  for (const receiver of running.splice(0)) await receiver.stop();
});
async function started(receiver: Promise<Receiver>) {
  running.push(await receiver);
  return receiver;
}
const home = { allowHome: true, deadlineMs: 5000 };
const tryHttp = async (receiver: Promise<Receiver>, deadlineMs = 5000) => {
  const url = `http://127.0.0.1:${(await started(receiver)).port}/in?a=1`;
  return postGuarded({ url, headers: {}, body: "{}" }, { ...home, deadlineMs });
};

describe("one message", () => {
  it("arrives as it was signed, on a connection of its own", async () => {
    const got: { url?: string; method?: string; headers: IncomingHttpHeaders }[] = [];
    const receiver = await started(
      answering(({ url, method, headers }, response) => {
        got.push({ url, method, headers });
        response.end("thank you");
      }),
    );
    const body = '{"shopName":"Léa ✓"}';
    const headers = signWebhook({ id: "msg_1", body }, [makeWebhookKey()]);
    const post = { url: `http://localhost:${receiver.port}/in?a=1`, headers, body };
    // The shared agent keeps connections and may be told to use a proxy.
    const shared = vi.spyOn(globalAgent, "createConnection");
    for (let i = 0; i < 2; i++) {
      const posted = await postGuarded(post, home);
      expect(posted).toMatchObject({ ok: true, fault: null, status: 200, cause: null });
      expect(posted.address).toMatch(/^(127\.0\.0\.1|::1)$/);
      expect(posted.ms).toBeLessThan(5000);
    }
    expect([receiver.connections, shared.mock.calls.length]).toEqual([2, 0]);
    shared.mockRestore();
    expect(got[0]).toMatchObject({ url: "/in?a=1", method: "POST" });
    expect(got[0]?.headers).toMatchObject({
      ...headers,
      host: `localhost:${receiver.port}`,
      connection: "close",
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
    });
  });

  it("arrives whole", async () => {
    const body = JSON.stringify({ ids: "é".repeat(9000) });
    let got = "";
    const receiver = await started(
      answering((request, response) => {
        request.setEncoding("utf8").on("data", (chunk) => {
          got += chunk;
        });
        request.on("end", () => response.writeHead(204).end());
      }),
    );
    const url = `http://127.0.0.1:${receiver.port}/`;
    expect(await postGuarded({ url, headers: {}, body }, home)).toMatchObject({ ok: true, status: 204 });
    expect(got).toBe(body);
  });

  it.each([
    [200, null],
    [201, null],
    [299, null],
    [300, "redirect"],
    [304, "redirect"],
    [400, "status"],
    [404, "status"],
    [410, "gone"],
    [429, "status"],
    [500, "status"],
    [503, "status"],
  ])("answered by %d has the fault %s", async (status, fault) => {
    const listener: RequestListener = (_request, response) => response.writeHead(status).end();
    const posted = await tryHttp(answering(listener));
    expect(posted).toMatchObject({ ok: fault === null, status, fault, address: "127.0.0.1" });
  });
});

describe("a receiver that misbehaves", () => {
  it("and never answers is left at the deadline", async () => {
    expect(
      await tryHttp(
        answering(() => {}),
        200,
      ),
    ).toMatchObject({ fault: "timeout", status: null });
  });

  it("and answers one letter at a time is left at the deadline", async () => {
    const slow = answering((request) => {
      request.socket.write("HTTP/1.1 200 OK\r\n");
      const timer = setInterval(() => request.socket.write("x"), 20);
      request.socket.on("close", () => clearInterval(timer));
    });
    const posted = await tryHttp(slow, 300);
    expect(posted).toMatchObject({ fault: "timeout", status: null });
    expect(posted.ms).toBeLessThan(3000);
  });

  it("and sends its body slowly has answered all the same, and is left at the deadline", async () => {
    const slow = answering((_request, response) => {
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    });
    const posted = await tryHttp(slow, 300);
    expect(posted).toMatchObject({ ok: true, status: 200 });
    expect(posted.ms).toBeLessThan(3000);
  });

  it("and sends a body without end is read to the cap and left", async () => {
    let sent = 0;
    const endless = answering((_request, response) => {
      const pour = () => {
        while (!response.destroyed && sent < 4096 * answerCap) {
          sent += answerCap;
          if (!response.write("x".repeat(answerCap))) return void response.once("drain", pour);
        }
      };
      pour();
    });
    const posted = await tryHttp(endless);
    expect(posted).toMatchObject({ ok: true, status: 200 });
    expect(posted.ms).toBeLessThan(4000);
    expect(sent).toBeLessThan(4096 * answerCap);
  });

  it.each([
    ["hangs up without a word", "", "no_answer"],
    ["breaks off in its headers", "HTTP/1.1 200 OK\r\nContent-", "no_answer"],
    ["speaks no HTTP", "220 mail.shop.com ESMTP\r\n", "bad_answer"],
    ["sends two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", "bad_answer"],
    ["sends endless headers", `HTTP/1.1 200 OK\r\nx: ${"y".repeat(20_000)}\r\n\r\n`, "too_big"],
    [
      "changes the protocol",
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
      "no_answer",
    ],
    ["announces and never answers", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(1000), "no_answer"],
    ["says continue and never answers", "HTTP/1.1 100 Continue\r\n\r\n".repeat(1000), "no_answer"],
  ])("and %s", async (_what, bytes, fault) => {
    expect(await tryHttp(saying(bytes))).toMatchObject({ ok: false, status: null, fault });
  });

  it("and announces for ever is left before the deadline", async () => {
    const posted = await tryHttp(saying("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100), false), 4000);
    expect(posted.fault).toBe("no_answer");
  });

  it("and breaks off in its body has answered all the same", async () => {
    const posted = await tryHttp(saying("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"));
    expect(posted).toMatchObject({ ok: true, status: 200 });
  });

  it("and does not listen cannot be reached", async () => {
    const receiver = await answering(() => {});
    await receiver.stop();
    const url = `http://127.0.0.1:${receiver.port}/`;
    const posted = await postGuarded({ url, headers: {}, body: "" }, home);
    expect(posted).toMatchObject({ fault: "connect", cause: "ECONNREFUSED", address: "127.0.0.1" });
  });
});

describe("a name", () => {
  const post = { url: "https://hooks.shop.com/in", headers: {}, body: "{}" };

  it.each([
    [
      "that nobody knows",
      async () => Promise.reject(Object.assign(new Error(), { code: "ENOTFOUND" })),
      "dns",
    ],
    ["without an address", async () => [], "dns"],
    ["that is never answered", () => new Promise<string[]>(() => {}), "timeout"],
  ])("%s leads nowhere", async (_what, resolve, fault) => {
    const posted = await postGuarded(post, { allowHome: false, resolve, deadlineMs: 100 });
    expect(posted).toMatchObject({ ok: false, fault, status: null, address: null });
  });
});

describe("over TLS", () => {
  const certificate = selfSigned();
  const here = async () => ["127.0.0.1"];
  let asked = 0;
  const tryTls = async (host: string, more = {}) => {
    asked = 0;
    const receiver = await started(
      answeringTls(certificate, (_request, response) => {
        asked++;
        response.end();
      }),
    );
    const url = `https://${host}:${receiver.port}/in`;
    return postGuarded({ url, headers: {}, body: "{}" }, { ...home, resolve: here, ...more });
  };

  it("is heard when the certificate fits the name", async () => {
    expect(await tryTls("localhost", { ca: certificate.cert })).toMatchObject({ ok: true, status: 200 });
    expect(asked).toBe(1);
  });

  it.each([
    ["another name", "hooks.shop.com", { ca: certificate.cert }, "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["the bare address", "127.0.0.1", { ca: certificate.cert }, "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["nobody who vouches for it", "localhost", {}, "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ])("says nothing to a certificate of %s", async (_what, host, more, cause) => {
    expect(await tryTls(host, more)).toMatchObject({ ok: false, fault: "tls", cause, status: null });
    expect(asked).toBe(0);
  });

  it("says nothing to a receiver that does not speak it", async () => {
    const { port } = await started(answering(() => {}));
    const url = `https://localhost:${port}/`;
    const posted = await postGuarded({ url, headers: {}, body: "" }, { ...home, resolve: askSystem });
    expect(posted).toMatchObject({ fault: "tls", status: null });
  });
});
