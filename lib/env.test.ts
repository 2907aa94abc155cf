import { describe, expect, it } from "vitest";
import { EnvError, readEnv } from "./env";

const key = Buffer.alloc(32, 7).toString("base64");
const least = {
  MODE: "demo",
  DATABASE_URL: "postgres://u:p@127.0.0.1/db",
  SESSION_SECRET: "x".repeat(32),
  SECRET_PEPPER: `p1:${key}`,
  KEYS: `k2:${key},k1:${key}`,
};
const complaint = (raw: Record<string, string | undefined>) => {
  try {
    readEnv(raw);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return "accepted";
};

describe("the configuration", () => {
  it("fills in what follows from ports", () => {
    const env = readEnv({ ...least, PORT: "4000", SANDBOX_PORT: "4001" });
    expect(env.PUBLIC_URL).toBe("http://localhost:4000");
    expect(env.TOKEN_URL).toBe("http://localhost:4001/auth/realms/maas/protocol/openid-connect/token");
    expect(env.SELLER_API_URL).toBe("http://localhost:4001/seller/v2");
    expect(env.KEYS.map(({ id }) => id)).toEqual(["k2", "k1"]);
  });

  it("is production as soon as the database is somebody else's", () => {
    const { MODE: _, ...rest } = least;
    expect(readEnv({ ...rest, SMTP_URL: "smtp://mail.example" }).MODE).toBe("production");
    expect(readEnv({ ...rest, EMBEDDED_DATABASE: "1" }).MODE).toBe("demo");
  });

  it("takes an empty line for not set", () => {
    expect(readEnv({ ...least, PORT: "", TOKEN_TTL_SECONDS: "" }).TOKEN_TTL_SECONDS).toBe(7200);
  });

  it.each([
    ["DATABASE_URL", { DATABASE_URL: undefined }, "is missing"],
    ["DATABASE_URL", { DATABASE_URL: "mysql://a/b" }, "postgres://"],
    ["PORT", { PORT: "0" }, "a port number"],
    ["PORT", { PORT: "eighty" }, "a port number"],
    ["PUBLIC_URL", { PUBLIC_URL: "http://localhost:3000/path" }, "without a path"],
    ["PUBLIC_URL", { PUBLIC_URL: "javascript:alert(1)" }, "https://"],
    ["SESSION_SECRET", { SESSION_SECRET: "short" }, "32 characters"],
    ["KEYS", { KEYS: "k1:abc" }, "base64(32 bytes)"],
    ["SECRET_PEPPER", { SECRET_PEPPER: undefined }, "is missing"],
    ["TOKEN_URL", { TOKEN_URL: "https://auth.elsewhere.example/token" }, "neither the sandbox"],
    ["SELLER_API_URL", { SELLER_API_URL: "https://api.elsewhere.example/seller/v2" }, "neither the sandbox"],
    ["STARTER_CLIENT_SECRET", { STARTER_CLIENT_ID: "only-half" }, "together"],
    ["LIMITS", { MODE: "production", SMTP_URL: "smtp://m", LIMITS: "off" }, "demo mode only"],
    [
      "WEBHOOK_ALLOW_PRIVATE",
      { MODE: "production", SMTP_URL: "smtp://m", WEBHOOK_ALLOW_PRIVATE: "1" },
      "demo mode only",
    ],
    ["PORTAL_DEV", { MODE: "production", SMTP_URL: "smtp://m", PORTAL_DEV: "1" }, "demo mode only"],
    ["WEBHOOK_ALLOW_PRIVATE", { WEBHOOK_ALLOW_PRIVATE: "yes" }, "1, or not set"],
    ["SMTP_URL", { MODE: "production" }, "send mail"],
  ])("refuses a bad %s by name", (name, change, why) => {
    const said = complaint({ ...least, ...change });
    expect(said).toContain(name);
    expect(said).toContain(why);
  });

  it("may point the tester at another port of this machine", () => {
    expect(complaint({ ...least, TOKEN_URL: "http://127.0.0.1:9/token" })).toBe("accepted");
  });

  it("never repeats a value in its complaint", () => {
    expect(complaint({ ...least, SESSION_SECRET: "hunter2" })).not.toContain("hunter2");
  });

  it("takes name servers by address, with or without a port", () => {
    const DNS_SERVERS = "9.9.9.9, 127.0.0.1:5353,2620:fe::fe,[2620:fe::fe]:53";
    expect(readEnv({ ...least, DNS_SERVERS }).DNS_SERVERS).toEqual(DNS_SERVERS.split(/, ?/));
    expect(readEnv(least).DNS_SERVERS).toBeUndefined();
    for (const wrong of [
      "dns.example",
      "9.9.9.9:",
      "9.9.9.9:port",
      "9.9.9.9:70000",
      "1.2.3",
      ",",
      "[9.9.9.9",
    ])
      expect(complaint({ ...least, DNS_SERVERS: wrong })).toContain("DNS_SERVERS");
  });
});
