import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { envFile, secretJson } from "./env-file";

const urls = {
  tokenUrl: "http://localhost:3001/token?a=1&b=2",
  sellerApiUrl: "http://localhost:3001/seller/v2",
};
const folder = mkdtempSync(join(tmpdir(), "env-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

const typed = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));

it("is read by a shell as it was meant", () => {
  fc.assert(
    fc.property(typed, typed, (clientId, clientSecret) => {
      const path = join(folder, "portal.env");
      writeFileSync(path, envFile({ clientId, clientSecret, sellerId: 104512, ...urls }));
      const script = `. "$1"; printf '%s\\0' "$CLIENT_ID" "$CLIENT_SECRET" "$SELLER_ID" "$TOKEN_URL"`;
      const read = execFileSync("/bin/sh", ["-c", script, "sh", path]).toString("utf8").split("\0");
      expect(read).toEqual([clientId, clientSecret, "104512", urls.tokenUrl, ""]);
    }),
    { numRuns: 60, examples: [["O'Neil", "$(id) `id` \\ \"x\" 'y'"]] },
  );
});

it.each(["my client", "O'Neil & Sons", "a # b", "$HOME"])(
  "is read by a loader as it was meant: %s",
  (clientId) => {
    const file = envFile({ clientId, clientSecret: "", sellerId: 104512, ...urls });
    expect(parseEnv(file)).toEqual({
      CLIENT_ID: clientId,
      CLIENT_SECRET: "",
      SELLER_ID: "104512",
      TOKEN_URL: urls.tokenUrl,
      SELLER_API_URL: urls.sellerApiUrl,
    });
  },
);

it("names no SellerId where there is none", () => {
  const values = { clientId: "my client", clientSecret: "s", ...urls };
  expect(envFile(values)).not.toContain("SELLER_ID");
  expect(JSON.parse(secretJson(values))).toEqual(values);
  expect(JSON.parse(secretJson({ ...values, sellerId: 104512 }))).toEqual({ ...values, sellerId: 104512 });
});
