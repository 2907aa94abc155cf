import { afterEach, describe, expect, it } from "vitest";
import { asVisitor } from "@/db/client";
import { makeActor, makeSeller, rolledBack } from "@/db/testing";
import { env } from "../env";
import { newId } from "../id";
import type { Actor } from "./actor";
import { countWrongCode } from "./claim-code";
import { askCode, prove } from "./claims-scene.testing";

afterEach(() => void Object.assign(env(), { LIMITS: "on" }));

/** Somebody with a claim and its right code, at an address. */
async function makeClaimer(address: string) {
  const actor = { ...(await makeActor()), address };
  const seller = await makeSeller(null);
  const { id, code } = await askCode(actor, seller);
  const wrong = code === "000000" ? "000001" : "000000";
  return {
    actor,
    type: () => prove(actor, id, code),
    mistype: () => prove(actor, id, wrong),
  };
}

/** Wrong codes of as many people, each from the address of its number. */
async function countMany(actor: Actor, times: number, addressOf: (n: number) => string) {
  await asVisitor(async (tx) => {
    for (let n = 0; n < times; n++) {
      await countWrongCode(tx, { ...actor, personId: newId(), address: addressOf(n) });
    }
  });
}

describe("after too many wrong codes in an hour not even a right one is looked at", () => {
  it(
    "of one person, wherever they are",
    rolledBack(async () => {
      const { actor, type, mistype } = await makeClaimer("198.51.100.1");
      expect(await mistype()).toMatchObject({ code: "invalid" });
      await asVisitor(async (tx) => {
        for (let n = 2; n < 10; n++) await countWrongCode(tx, { ...actor, address: `198.51.100.${n}` });
      });
      expect(await mistype()).toMatchObject({ code: "invalid", facts: { left: "3" } });
      expect(await type()).toMatchObject({ code: "too_many", facts: { minutes: "60" } });
      const other = await makeClaimer("198.51.100.1");
      expect(await other.type()).toMatchObject({ ok: true });
    }),
  );

  it(
    "of one network",
    rolledBack(async () => {
      const { actor, type } = await makeClaimer("2001:db8:0:1::ffff");
      await countMany(actor, 20, (n) => `2001:db8:0:1::${n}`);
      expect(await type()).toMatchObject({ code: "too_many" });
      const other = await makeClaimer("2001:db8:0:2::ffff");
      expect(await other.type()).toMatchObject({ ok: true });
    }),
  );

  it(
    "of everybody together",
    rolledBack(async () => {
      const { actor, type } = await makeClaimer("203.0.113.9");
      const another = await makeClaimer("203.0.113.10");
      await countMany(actor, 299, (n) => `2001:db8:${n.toString(16)}:3::1`);
      expect(await another.type()).toMatchObject({ ok: true });
      await countMany(actor, 1, () => "198.51.100.77");
      expect(await type()).toMatchObject({ code: "too_many" });
      Object.assign(env(), { LIMITS: "off" });
      expect(await type()).toMatchObject({ ok: true });
    }),
  );
});
