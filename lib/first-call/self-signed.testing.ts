import { generateKeyPairSync, sign } from "node:crypto";

/** A certificate for localhost that nobody vouches for, made on the spot (RFC 5280 4.1), and its key. */
export function selfSigned() {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const algorithm = der(0x30, Buffer.from("06092a864886f70d01010b0500", "hex"));
  const commonName = der(0x30, Buffer.from("0603550403", "hex"), der(0x0c, Buffer.from("localhost")));
  const name = der(0x30, der(0x31, commonName));
  const times = ["200101000000Z", "491231235959Z"].map((time) => der(0x17, Buffer.from(time)));
  const spki = publicKey.export({ type: "spki", format: "der" });
  const body = der(0x30, der(0x02, Buffer.from([1])), algorithm, name, der(0x30, ...times), name, spki);
  const signature = der(0x03, Buffer.from([0]), sign("sha256", body, privateKey));
  const lines =
    der(0x30, body, algorithm, signature)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  const cert = ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----"].join("\n");
  return { cert, key: privateKey.export({ type: "pkcs8", format: "pem" }) };
}

function der(tag: number, ...parts: Buffer[]) {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
