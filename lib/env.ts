import { isIP } from "node:net";
import { z } from "zod";

/** The environment of one process, as `.env.example` describes it. Nothing else reads `process.env`. */
export type Env = ReturnType<typeof readEnv>;

const port = (fallback: number) =>
  z.coerce
    .number("a port number")
    .int()
    .min(1, "a port number")
    .max(65535, "a port number")
    .default(fallback);
const origin = z
  .url({ protocol: /^https?$/, error: "an address such as https://portal.example" })
  .refine((url) => new URL(url).href === `${new URL(url).origin}/`, "an origin alone, without a path")
  .transform((url) => new URL(url).origin);
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "an address such as postgres://user:password@host/name",
});
const optional = z.string().min(1).optional();
const keyList = z
  .string()
  .transform((list) => list.split(",").map((entry) => entry.trim().split(":")))
  .refine(
    (keys) => keys.every(([id, key]) => id && key && Buffer.from(key, "base64").length === 32),
    "a comma list of id:base64(32 bytes), newest first",
  )
  .transform((keys) => keys.map(([id, key]) => ({ id: id ?? "", key: Buffer.from(key ?? "", "base64") })));

const nameServers = z
  .string()
  .transform((list) => list.split(",").map((server) => server.trim()))
  .refine(
    (servers) => servers.every(isNameServer),
    "a comma list of addresses such as 9.9.9.9 or [2620:fe::fe]:53",
  );

/** An address, or one with its port, which puts the longer kind into brackets. */
function isNameServer(server: string) {
  const [, long, short, port = "0"] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(server) ?? [];
  const host = long ?? short ?? server;
  return isIP(host) > 0 && Number(port) <= 65_535;
}

const variables = z.object({
  MODE: z.enum(["demo", "production"]).optional(),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_MACHINE_URL: postgresUrl.optional(),
  DATA_DIR: z.string().default(".data"),
  PORT: port(3000),
  SANDBOX_PORT: port(3001),
  PUBLIC_URL: origin.optional(),
  SANDBOX_URL: origin.optional(),
  AUTHORITY: z.enum(["builtin"]).default("builtin"),
  TOKEN_URL: z.url().optional(),
  SELLER_API_URL: z.url().optional(),
  STARTER_CLIENT_ID: optional,
  STARTER_CLIENT_SECRET: optional,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("Seller portal <no-reply@localhost>"),
  SECURITY_CONTACT: z
    .string()
    .regex(
      /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
      "an address such as mailto:security@portal.example or https://...",
    )
    .optional(),
  SESSION_SECRET: z.string().min(32, "at least 32 characters"),
  SECRET_PEPPER: keyList,
  KEYS: keyList,
  TOKEN_TTL_SECONDS: z.coerce.number().int().min(30).max(86_400).default(7200),
  TOKENS_PER_HOUR: z.coerce.number().int().min(1).default(500),
  LIMITS: z.enum(["on", "off"]).default("on"),
  WEBHOOK_ALLOW_PRIVATE: z.literal("1", "1, or not set").optional(),
  DNS_SERVERS: nameServers.optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  NEXTAUTH_URL: optional,
  PORTAL_DEV: z.literal("1").optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** Parses a raw environment. Throws `EnvError`, whose message is a table an operator can read. */
export function readEnv(raw: Record<string, string | undefined>) {
  // An empty line in a .env file means "not set", not "set to nothing".
  const set = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ""));
  const parsed = variables.safeParse(set);
  if (!parsed.success) {
    throw new EnvError(
      parsed.error.issues.map((issue) => {
        const missing = issue.code === "invalid_type" && set[String(issue.path[0])] === undefined;
        return [issue.path.join("."), missing ? "is missing" : issue.message];
      }),
    );
  }
  const values = parsed.data;
  const mode = values.MODE ?? (raw.EMBEDDED_DATABASE === "1" ? "demo" : "production");
  const publicUrl = values.PUBLIC_URL ?? `http://localhost:${values.PORT}`;
  const sandboxUrl = values.SANDBOX_URL ?? `http://localhost:${values.SANDBOX_PORT}`;
  const env = {
    ...values,
    MODE: mode,
    PUBLIC_URL: publicUrl,
    SANDBOX_URL: sandboxUrl,
    TOKEN_URL: values.TOKEN_URL ?? `${sandboxUrl}/auth/realms/maas/protocol/openid-connect/token`,
    SELLER_API_URL: (values.SELLER_API_URL ?? `${sandboxUrl}/seller/v2`).replace(/\/+$/, ""),
    DATABASE_OWNER_URL: values.DATABASE_OWNER_URL ?? values.DATABASE_URL,
    DATABASE_MACHINE_URL: values.DATABASE_MACHINE_URL ?? values.DATABASE_URL,
  };
  const nonsense = findNonsense(env);
  if (nonsense.length > 0) throw new EnvError(nonsense);
  return env;
}

/** Pairs of settings that are each fine alone and dangerous or useless together. */
function findNonsense(env: z.output<typeof variables> & { TOKEN_URL: string; SELLER_API_URL: string }) {
  const rows: [string, string][] = [];
  if (Boolean(env.STARTER_CLIENT_ID) !== Boolean(env.STARTER_CLIENT_SECRET)) {
    rows.push(["STARTER_CLIENT_SECRET", "set it together with STARTER_CLIENT_ID, or neither"]);
  }
  if (env.MODE === "production" && env.LIMITS === "off") rows.push(["LIMITS", "off works in demo mode only"]);
  if (env.MODE === "production" && env.PORTAL_DEV)
    rows.push(["PORTAL_DEV", "npm run dev works in demo mode only"]);
  if (env.MODE === "production" && env.WEBHOOK_ALLOW_PRIVATE)
    rows.push(["WEBHOOK_ALLOW_PRIVATE", "works in demo mode only"]);
  if (env.MODE === "production" && !env.SMTP_URL)
    rows.push(["SMTP_URL", "production must be able to send mail"]);
  for (const name of ["TOKEN_URL", "SELLER_API_URL"] as const) {
    const url = new URL(env[name]);
    const own = url.origin === env.SANDBOX_URL;
    if (env.AUTHORITY === "builtin" && !own && !isLoopback(url.hostname)) {
      rows.push([name, `${url.origin} is neither the sandbox (${env.SANDBOX_URL}) nor on this machine`]);
    }
  }
  return rows;
}

/** Whether a host name stands for this machine. */
export function isLoopback(hostname: string) {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** The configuration cannot be used; `message` is a two-column table of names and reasons. */
export class EnvError extends Error {
  constructor(rows: string[][]) {
    const width = Math.max(...rows.map(([name = ""]) => name.length));
    const lines = rows.map(([name = "", reason = ""]) => `  ${name.padEnd(width)}  ${reason}`);
    super(`The configuration cannot be used:\n${lines.join("\n")}`);
    this.name = "EnvError";
  }
}

let cached: Env | undefined;

/** This process's configuration, parsed at first use. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** How much to log. Apart from the rest, so that a wrong configuration can still be logged. */
export function logLevel() {
  return process.env.LOG_LEVEL || "info";
}
