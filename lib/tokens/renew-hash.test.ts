import { afterEach, expect, it, vi } from "vitest";
import { env } from "../env";
import { log } from "../log";
import { makeSecret } from "../secrets";
import { renewHash } from "./renew-hash";

const asked = vi.hoisted(() => vi.fn(async () => [] as unknown));
vi.mock("./ask", async (importOriginal) => ({
  ...(await importOriginal<typeof import("./ask")>()),
  ask: asked,
}));
vi.mock("@/db/client", () => ({
  asMachine:
    () =>
    (_text: unknown, ...values: unknown[]) =>
      values,
}));

const { SECRET_PEPPER } = env();
afterEach(() => {
  env().SECRET_PEPPER = SECRET_PEPPER;
  vi.restoreAllMocks();
  asked.mockReset();
});

const row = { id: "secret-1", pepperId: "p0", hash: Buffer.alloc(32) };

it("a secret that proved itself under an older pepper is kept under the newest", async () => {
  await renewHash(makeSecret("demo"), row);
  expect(asked.mock.calls[0]).toMatchObject([["secret-1", "p0", row.hash, "p1", expect.any(Buffer), {}]]);
});

it("nothing is asked where it is kept so already, or where there is no pepper", async () => {
  await renewHash(makeSecret("demo"), { ...row, pepperId: "p1" });
  env().SECRET_PEPPER = [];
  await renewHash(makeSecret("demo"), row);
  expect(asked).not.toHaveBeenCalled();
});

it("a database that is away is no news, anything else is logged, and neither keeps anybody from a token", async () => {
  const { Unavailable } = await import("./ask");
  const error = vi.spyOn(log, "error").mockImplementation(() => {});
  asked.mockRejectedValueOnce(new Unavailable("away"));
  await renewHash(makeSecret("demo"), row);
  expect(error).not.toHaveBeenCalled();
  asked.mockRejectedValueOnce(new Error("something else"));
  await renewHash(makeSecret("demo"), row);
  expect(error).toHaveBeenCalledTimes(1);
});
