import { decodeProtectedHeader } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asFounder, asWorker } from "@/db/client";
import { signingKeys } from "@/db/schema";
import { ownDatabase } from "@/db/testing";
import { moveClock, now } from "../clock";
import { newId } from "../id";
import { issueToken } from "./issue-token";
import { listPublishedKeys, reloadKeys } from "./key-ring";
import { rotateSigningKeys } from "./rotate-signing-keys";
import { useNextKey } from "./use-next-key";
import { verifyToken } from "./verify-token";

beforeEach(async () => {
  await ownDatabase();
  await asWorker(rotateSigningKeys);
  await reloadKeys();
});
afterEach(() => moveClock(0));

const rows = () => asWorker((tx) => tx.select().from(signingKeys).orderBy(signingKeys.activeAt));
const use = (cut = false) => asFounder((tx) => useNextKey(tx, { cut }));
const issue = async () =>
  (await issueToken({ id: newId(), clientId: "test-client", provedAt: now() }, "", "127.0.0.1")).accessToken;
const kidOf = (token: string) => decodeProtectedHeader(token).kid;
const judge = async (token: string) => {
  const verified = await verifyToken(token);
  return verified.ok ? "ok" : verified.reason;
};

test("the next key signs once it has been shown for an hour, and not before; asking again puts nothing off", async () => {
  const [first, next] = await rows();
  const old = await issue();
  const { kid, activeAt } = await use();
  expect([kid, activeAt.getTime()]).toEqual([next?.kid, (next?.createdAt.getTime() ?? 0) + 3_600_000]);
  moveClock(1800);
  expect((await use()).activeAt).toEqual(activeAt);
  await reloadKeys();
  expect(kidOf(await issue())).toBe(first?.kid);
  moveClock(3601);
  expect(kidOf(await issue())).toBe(next?.kid);
  expect(await judge(old)).toBe("ok");
  expect((await listPublishedKeys()).map((key) => key.kid)).toContain(first?.kid);
});

test("one that has long been shown signs at once, on processes that know it already, and has a successor", async () => {
  const [first, next] = await rows();
  moveClock(7200);
  expect(kidOf(await issue())).toBe(first?.kid);
  expect((await use()).kid).toBe(next?.kid);
  await reloadKeys();
  expect(kidOf(await issue())).toBe(next?.kid);
  const after = await rows();
  expect(after.map(({ kid }) => kid)).toEqual([first?.kid, next?.kid, after[2]?.kid]);
  expect((after[2]?.activeAt.getTime() ?? 0) - now().getTime()).toBeGreaterThanOrEqual(3_600_000);
});

test("cut off, the old key goes at once, and its tokens with it", async () => {
  const [first, next] = await rows();
  const old = await issue();
  await use(true);
  await reloadKeys();
  expect(kidOf(await issue())).toBe(next?.kid);
  expect(await judge(old)).toBe("token_invalid");
  expect((await rows()).map(({ kid }) => kid)).not.toContain(first?.kid);
  expect(await rows()).toHaveLength(2);
});
