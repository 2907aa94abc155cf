import { sign } from "node:crypto";
import { promisify } from "node:util";
import type { SigningKey } from "./key-ring";

// On the thread pool: one RSA signature would hold up every other request for half a millisecond.
const signOnPool = promisify(sign) as unknown as (
  algorithm: string,
  data: Buffer,
  key: ReturnType<SigningKey["openPrivateKey"]>,
) => Promise<Buffer>;

/** A JWT in compact form (RFC 7519), signed RS256 (RFC 7518 3.3). */
export async function signJwt(payload: object, key: SigningKey): Promise<string> {
  const head = encode({ alg: "RS256", typ: "JWT", kid: key.kid });
  const signed = `${head}.${encode(payload)}`;
  const signature = sign("RSA-SHA256", Buffer.from(signed), key.openPrivateKey());
  return `${signed}.${signature.toString("base64url")}`;
}

function encode(value: object) {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
