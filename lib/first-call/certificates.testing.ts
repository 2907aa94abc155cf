import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** A certificate and its key, as `node:tls` takes them. */
export type Certificate = { cert: string; key: string };
type Authority = Certificate & { privateKey: KeyObject; subject: string };
type Wanted = { subject?: string; names?: string[]; ips?: string[]; from?: Date; until?: Date };

const day = 86_400_000;

/** An authority that nobody knows unless they are told (RFC 5280), made on the spot. */
export function makeAuthority(subject = "An authority of this test"): Authority {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const wanted = { subject, isAuthority: true };
  return { ...build(publicKey, privateKey, wanted, subject, privateKey), privateKey, subject };
}

/** A server's certificate, signed by the authority. */
export function makeCertificate(authority: Authority, wanted: Wanted = {}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const whole = { subject: "A server of this test", names: ["localhost"], ...wanted };
  return build(publicKey, privateKey, whole, authority.subject, authority.privateKey);
}

function build(
  publicKey: KeyObject,
  privateKey: KeyObject,
  wanted: Wanted & { isAuthority?: boolean },
  issuer: string,
  signer: KeyObject,
): Certificate {
  const algorithm = der(0x30, Buffer.from("06092a864886f70d01010b0500", "hex"));
  const { from = new Date(Date.now() - day), until = new Date(Date.now() + day) } = wanted;
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(issuer),
    der(0x30, timeOf(from), timeOf(until)),
    nameOf(wanted.subject ?? ""),
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, der(0x30, ...extensionsOf(wanted))),
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", body, signer));
  const lines =
    der(0x30, body, algorithm, signature)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return {
    cert: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
    key: String(privateKey.export({ type: "pkcs8", format: "pem" })),
  };
}

function extensionsOf({ isAuthority, names = [], ips = [] }: Wanted & { isAuthority?: boolean }) {
  const constraints = isAuthority ? der(0x30, der(0x01, Buffer.from([0xff]))) : der(0x30);
  const alternatives = [
    ...names.map((name) => der(0x82, Buffer.from(name))),
    ...ips.map((ip) => der(0x87, Buffer.from(ip.split(".").map(Number)))),
  ];
  return [
    der(0x30, Buffer.from("0603551d13", "hex"), der(0x01, Buffer.from([0xff])), der(0x04, constraints)),
    ...(alternatives.length > 0
      ? [der(0x30, Buffer.from("0603551d11", "hex"), der(0x04, der(0x30, ...alternatives)))]
      : []),
  ];
}

const nameOf = (name: string) =>
  der(0x30, der(0x31, der(0x30, Buffer.from("0603550403", "hex"), der(0x0c, Buffer.from(name)))));

const timeOf = (at: Date) => der(0x18, Buffer.from(at.toISOString().replace(/[-:T]|\.\d+/g, "")));

function der(tag: number, ...parts: Buffer[]) {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
