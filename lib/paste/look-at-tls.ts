import { isIP } from "node:net";
import { connect, type DetailedPeerCertificate, type TLSSocket } from "node:tls";
import { now } from "../clock";
import { exchange } from "../first-call/exchange";
import { judgeFault } from "../first-call/judge-fault";
import type { VerdictCode } from "../first-call/verdicts";

/** One certificate of a chain, the host's own first. */
export type CertificateView = { subject: string; issuer: string; from: string; until: string };

/** What this server saw when it shook hands with one of the configured hosts. */
export type HandshakeView = {
  host: string;
  /** An address without TLS has nothing to shake. */
  isSecure: boolean;
  protocol: string;
  names: string;
  chain: CertificateView[];
  /** `ok`, or why it failed from here. */
  code: VerdictCode;
  cause: string;
  /** How far the host's clock is ahead of ours, in seconds; null where it did not say. */
  clockOffSeconds: number | null;
};

const deadlineMs = 5000;
const longestChain = 6;

/**
 * Shakes hands with each of these addresses and shows the certificates, whether they could be verified or not.
 * Verification is never switched off: a chain that fails is read before the connection is given up.
 */
export async function lookAtTls(urls: string[]): Promise<HandshakeView[]> {
  const origins = [...new Set(urls.map((url) => new URL(url).origin))];
  return Promise.all(origins.map((origin) => lookAt(new URL(origin))));
}

async function lookAt(origin: URL): Promise<HandshakeView> {
  const isSecure = origin.protocol === "https:";
  const seen = isSecure ? await shakeHands(origin) : plain;
  const clockOffSeconds = seen.code === "ok" ? await compareClocks(origin) : null;
  return { host: origin.host, isSecure, ...seen, clockOffSeconds };
}

type Seen = Pick<HandshakeView, "protocol" | "names" | "chain" | "code" | "cause">;
const plain: Seen = { protocol: "", names: "", chain: [], code: "ok", cause: "" };

function shakeHands({ hostname, port }: URL): Promise<Seen> {
  const host = hostname.replace(/^\[|\]$/g, "");
  return new Promise((resolve) => {
    let certificate: Pick<Seen, "protocol" | "names" | "chain"> = { protocol: "", names: "", chain: [] };
    // A server name must be a name (RFC 6066 3).
    const servername = isIP(host) ? "" : host;
    const socket = connect({ host, port: Number(port || 443), servername, rejectUnauthorized: true });
    const finish = (code: VerdictCode, cause: string) => {
      socket.destroy();
      resolve({ ...certificate, code, cause });
    };
    socket.setTimeout(deadlineMs, () => finish("net.timeout", ""));
    // Before Node's own listener, which closes the connection where the chain cannot be verified.
    socket.prependListener("secure", () => {
      certificate = readCertificate(socket);
    });
    socket.on("secureConnect", () => finish("ok", ""));
    socket.on("error", (error) => {
      const { code, facts } = judgeFault(error, false);
      finish(code, facts.cause ?? "");
    });
  });
}

function readCertificate(socket: TLSSocket) {
  const chain: CertificateView[] = [];
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  const names = (next?.subjectaltname ?? "").replaceAll(/\bDNS:|\bIP Address:/g, "").slice(0, 300);
  while (next?.subject && chain.length < longestChain) {
    const { subject, issuer, valid_from: from, valid_to: until }: DetailedPeerCertificate = next;
    chain.push({ subject: nameOf(subject), issuer: nameOf(issuer), from: iso(from), until: iso(until) });
    // The last one vouches for itself.
    next = next.issuerCertificate === next ? undefined : next.issuerCertificate;
  }
  return { protocol: socket.getProtocol() ?? "", names, chain };
}

const nameOf = (name: { CN?: string | string[]; O?: string | string[] } | undefined) =>
  [name?.CN, name?.O].flat().filter(Boolean).join(", ").slice(0, 200);
const iso = (text: string) => {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? "" : at.toISOString();
};

/** The host's clock, as its answer to anything dates itself (RFC 9110 6.6.1). */
async function compareClocks({ origin }: URL): Promise<number | null> {
  try {
    const answer = await exchange(
      { method: "GET", url: `${origin}/`, headers: {} },
      AbortSignal.timeout(deadlineMs),
    );
    const at = new Date(answer.headers.date ?? "").getTime();
    return Number.isNaN(at) ? null : Math.round((at - now().getTime()) / 1000);
  } catch {
    return null;
  }
}
