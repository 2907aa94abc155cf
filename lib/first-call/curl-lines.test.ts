import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { curlLines } from "./curl-lines";

const urls = { tokenUrl: "http://localhost:3001/token", callUrl: "http://localhost:3001/seller/v2/sellers" };

it("quotes whatever was typed, so that a shell sees it unchanged", () => {
  const typed = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !text.includes("\0"));
  fc.assert(
    fc.property(typed, typed, (clientId, sellerId) => {
      const { token, call } = curlLines({ ...urls, clientId, sellerId });
      const script = `curl() { printf '%s\\0' "$@"; }\n${token}\n${call}`;
      const env = { CLIENT_SECRET: "from the environment", TOKEN: "t" } as unknown as NodeJS.ProcessEnv;
      const words = execFileSync("/bin/sh", ["-c", script], { env }).toString("utf8").split("\0");
      expect(words).toContain(`client_id=${clientId}`);
      expect(words).toContain("client_secret=from the environment");
      expect(words).toContain(`SellerId: ${sellerId}`);
    }),
    { numRuns: 40 },
  );
});

it("holds placeholders where secret and token go", () => {
  const { token, call } = curlLines({ ...urls, clientId: "my client", sellerId: "98979", scenario: "slow" });
  expect(token).toContain('"client_secret=$CLIENT_SECRET"');
  expect(call).toContain('"Authorization: Bearer $TOKEN"');
  expect(call).toContain("'x-scenario: slow'");
});
