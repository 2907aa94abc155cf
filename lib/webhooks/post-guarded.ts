import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { type AddressFault, codeOf, findAddress, type GuardOptions } from "./find-address";
import { literalOf } from "./resolve-host";

/** One message on its way out; `headers` hold its signature. */
export type Post = { url: string; headers: Record<string, string>; body: string };

/** Why a message counts as not delivered: not called at all, where the connection broke, or what was answered. */
export type PostFault =
  | AddressFault
  | "connect"
  | "tls"
  | "no_answer"
  | "bad_answer"
  | "too_big"
  | "redirect"
  | "gone"
  | "status";

/** What became of one try. `fault` is null after a 2xx only; `cause` is a code, never the other side's words. */
export type Posted = {
  ok: boolean;
  fault: PostFault | null;
  status: number | null;
  address: string | null;
  cause: string | null;
  ms: number;
};

/** What a test replaces; a delivery leaves all of it alone. */
export type PostOptions = GuardOptions & { deadlineMs?: number; ca?: string };

/** So much of an answer is read, in bytes, headers and body each. Nobody keeps it. */
export const answerCap = 16 * 1024;
const interimCap = 8;

/**
 * Posts one message to an address that a person typed, if the guard admits it: its name is resolved once and the
 * connection goes to that very address, with the certificate checked against the name. No redirect is followed.
 * Ends within ten seconds and never throws for what the other side does.
 */
export async function postGuarded(post: Post, options: PostOptions = {}): Promise<Posted> {
  const begun = performance.now();
  const tried = await tryOnce(post, AbortSignal.timeout(options.deadlineMs ?? 10_000), options);
  const { fault = null, status = null, address = null, cause = null } = tried;
  return { ok: fault === null, fault, status, address, cause, ms: Math.round(performance.now() - begun) };
}

type Try = { fault?: PostFault; status?: number; address?: string; cause?: string };

async function tryOnce(post: Post, signal: AbortSignal, options: PostOptions): Promise<Try> {
  const found = await findAddress(post.url, signal, options);
  if (!found.ok) return found;
  const { url, address } = found;
  return { address, ...(await send(url, address, post, signal, options.ca)) };
}

/** The status alone says whether a message arrived; a body that never ends or breaks off takes nothing away. */
function send(url: URL, address: string, { headers, body }: Post, signal: AbortSignal, ca?: string) {
  return new Promise<Try>((resolve) => {
    const secure = url.protocol === "https:";
    let reached: "connect" | "tls" | "no_answer" = "connect";
    let interim = 0;
    let status: number | undefined;
    let failure: unknown;
    const outgoing = (secure ? tlsRequest : plainRequest)({
      method: "POST",
      // The judged address itself, so that no second resolution can lead elsewhere.
      host: address,
      port: url.port || (secure ? 443 : 80),
      path: url.pathname + url.search,
      // A server name must be a name (RFC 6066 3); the certificate is checked against it, else against the address.
      servername: literalOf(url) ? "" : url.hostname,
      headers: { ...common, "content-length": Buffer.byteLength(body), ...headers, host: url.host },
      agent: false,
      signal,
      ca,
      maxHeaderSize: answerCap,
      rejectUnauthorized: true,
    });
    outgoing.on("socket", (socket) => {
      socket.on("connect", () => {
        reached = secure ? "tls" : "no_answer";
      });
      socket.on("secureConnect", () => {
        reached = "no_answer";
      });
    });
    outgoing.on("information", () => {
      if (++interim > interimCap) outgoing.destroy();
    });
    outgoing.on("response", (incoming) => {
      status = incoming.statusCode ?? 0;
      let size = 0;
      incoming.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > answerCap) outgoing.destroy();
      });
      incoming.on("error", () => {});
    });
    outgoing.on("error", (error) => {
      failure ??= error;
    });
    // The last event of every request, however it went.
    outgoing.on("close", () => {
      if (status !== undefined) resolve({ status, fault: faultOfStatus(status) });
      else resolve({ fault: signal.aborted ? "timeout" : faultOf(failure, reached), cause: codeOf(failure) });
    });
    outgoing.end(body);
  });
}

const common = {
  accept: "*/*",
  "accept-encoding": "identity",
  connection: "close",
  "content-type": "application/json",
  "user-agent": "seller-portal-webhooks",
};

function faultOfStatus(status: number): PostFault | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return "redirect";
  return status === 410 ? "gone" : "status";
}

function faultOf(failure: unknown, reached: "connect" | "tls" | "no_answer"): PostFault {
  const code = codeOf(failure) ?? "";
  if (code === "ETIMEDOUT") return "timeout";
  if (code === "HPE_HEADER_OVERFLOW") return "too_big";
  return code.startsWith("HPE_") ? "bad_answer" : reached;
}
