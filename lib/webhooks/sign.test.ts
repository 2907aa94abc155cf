import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { moveClock } from "../clock";
import { makeWebhookKey, signWebhook } from "./sign";

afterEach(() => moveClock(0));

const message = { id: "msg_1", body: '{"type":"link.created","data":{"shopName":"Léa & fils ✓"}}' };
const verified = (key: string, headers: Record<string, string>, body = message.body) => {
  try {
    return new Webhook(key).verify(body, headers);
  } catch (error) {
    return (error as Error).message;
  }
};

describe("a signature", () => {
  it("is the one of the public example", () => {
    const example = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}' };
    const at = new Date(1_614_265_330_999);
    expect(signWebhook(example, ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], at)).toEqual({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  it("is accepted by an independent verifier, and only with its key, its body and in its time", () => {
    const key = makeWebhookKey();
    const headers = signWebhook(message, [key]);
    expect(verified(key, headers)).toEqual(JSON.parse(message.body));
    expect(verified(makeWebhookKey(), headers)).toBe("No matching signature found");
    expect(verified(key, headers, `${message.body} `)).toBe("No matching signature found");
    expect(verified(key, { ...headers, "webhook-id": "msg_2" })).toBe("No matching signature found");
    moveClock(-600);
    expect(verified(key, signWebhook(message, [key]))).toBe("Message timestamp too old");
  });

  it("fits the old key and the new one while they change", () => {
    const [young, old] = [makeWebhookKey(), makeWebhookKey()];
    const headers = signWebhook(message, [young, old]);
    expect(headers["webhook-signature"].split(" ")).toHaveLength(2);
    for (const key of [young, old]) expect(verified(key, headers)).toEqual(JSON.parse(message.body));
  });

  it.each([
    ["no key", message, []],
    ["a key without its prefix", message, ["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]],
    ["a short key", message, ["whsec_aGVsbG8="]],
    ["an id that could end early", { id: "msg.1", body: "" }, [makeWebhookKey()]],
    ["an id with a line of its own", { id: "msg_1\n", body: "" }, [makeWebhookKey()]],
  ])("is not made with %s", (_what, one, keys) => {
    expect(() => signWebhook(one, keys)).toThrow("a webhook");
  });
});

describe("a new key", () => {
  it("has 32 random bytes", () => {
    const keys = Array.from({ length: 100 }, makeWebhookKey);
    expect(new Set(keys).size).toBe(100);
    for (const key of keys) expect(key).toMatch(/^whsec_[0-9A-Za-z+/]{43}=$/);
  });
});
