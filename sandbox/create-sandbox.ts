import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { clientAddress } from "@/lib/client-address";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { log } from "@/lib/log";
import { type Answer, transport, writeAnswer } from "./answer";
import { answerProbe } from "./answer-probe";
import { type Call, splitTarget } from "./call";
import { Places } from "./places";
import { answerSellerApi } from "./seller-api/answer-seller-api";
import { tellProblem } from "./seller-api/problem";
import { answerRealm, isRealmPath } from "./token/answer-realm";
import { refuseForNow, refuseToken } from "./token/answers";
import { Turnstile } from "./turnstile";
import { Busy, Visit } from "./visit";

const mostUrlBytes = 8 * 1024;
const mostHeaderBytes = 16 * 1024;

/** So many connections may wait to be taken in: of a burst beyond it, each is lost for a second or more. */
export const mostWaiting = 4096;

/** Connections that wait for an answer of ours: nothing else may be written into those. */
const answering = new WeakSet<Socket>();

/** The sandbox's HTTP server, not listening yet: token endpoint and Seller API on one origin, no framework. */
export function createSandbox(): Server {
  const [places, turnstile] = [new Places(), new Turnstile()];
  const server = createServer(
    // Far above our own limits, so that it is us who answers what is too large.
    { maxHeaderSize: 256 * 1024, requireHostHeader: false, connectionsCheckingInterval: 2000 },
    (request, response) => void handle(request, response),
  );
  // By count nothing is dropped: behind the limit a second token or SellerId would go unseen.
  server.maxHeadersCount = 0;
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  // Any Expect but 100-continue would get a bare 417; it is ignored instead, as RFC 9110 10.1.1 allows.
  server.on("checkExpectation", (request, response) => void handle(request, response));
  server.on("clientError", answerBroken);
  return server;

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const requestId = newId();
    const { socket } = request;
    answering.add(socket);
    response.once("close", () => answering.delete(socket));
    const call = toCall(request, requestId, places);
    try {
      const early = refuseSize(call) ?? (await answerProbe(call));
      if (early) return writeAnswer(response, requestId, early);
      if (!call.visit.enter()) return sendAway(call, response);
      const answer = await (isRealmPath(call.path) ? answerRealm(call) : answerSellerApi(call));
      writeAnswer(response, requestId, answer);
    } catch (error) {
      if (error instanceof Busy) return sendAway(call, response);
      log.error({ err: error, requestId }, "a request failed");
      response.destroy();
    } finally {
      call.visit.leave();
    }
  }

  function sendAway(call: Call, response: ServerResponse) {
    const { request } = call;
    response.once("finish", () => {
      // What is left of a body has to be read to its end.
      if (request.complete && response.shouldKeepAlive) turnstile.rest(request.socket);
    });
    writeAnswer(response, call.requestId, refuseBusy(call));
  }
}

function toCall(request: IncomingMessage, requestId: string, places: Places): Call {
  const address = clientAddress(request, env().TRUSTED_PROXY_HOPS);
  const { path, query } = splitTarget(request.url ?? "/");
  const visit = new Visit(places, request, address);
  return { request, requestId, method: request.method ?? "GET", path, query, address, visit };
}

function refuseSize(call: Call): Answer | undefined {
  const { rawHeaders, url = "" } = call.request;
  const headerBytes = rawHeaders.reduce((sum, text) => sum + text.length + 2, 0);
  const status = url.length > mostUrlBytes ? 414 : headerBytes > mostHeaderBytes ? 431 : undefined;
  if (!status) return undefined;
  if (isRealmPath(call.path)) return refuseToken(status, "invalid_request", "Request too large");
  return tellProblem({ ...call, path: call.path.slice(0, 200) }, "too_large", { status });
}

function refuseBusy(call: Call): Answer {
  if (isRealmPath(call.path)) return refuseForNow(503, "The service is busy", 1);
  return tellProblem(call, "unavailable", { headers: { "Retry-After": "1" } });
}

/** What cannot be read as a request still gets one of our own answers, and the connection ends. */
function answerBroken(error: Error & { code?: string }, socket: Socket) {
  if (!socket.writable || answering.has(socket)) return socket.destroy();
  const requestId = newId();
  const call = { requestId, path: "/" };
  const { status, headers, body } =
    error.code === "HPE_HEADER_OVERFLOW"
      ? tellProblem(call, "too_large", { status: 431 })
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? tellProblem(call, "request_timeout")
        : tellProblem(call, "bad_request");
  const lines = Object.entries({
    ...headers,
    "Content-Length": String(Buffer.byteLength(body)),
    "X-Request-Id": requestId,
    "X-Content-Type-Options": "nosniff",
    ...transport(),
    Connection: "close",
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} \r\n${lines.join("")}\r\n${body}`);
}
