import pino from "pino";
import { logLevel } from "./env";
import { redactText } from "./redact";

/**
 * One JSON line per entry, on standard output. Known secret fields are dropped by name, and whatever still
 * looks like a secret, a token or a password in a string is masked before it is written.
 */
export const log = pino({
  level: logLevel(),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      "password",
      "secret",
      "clientSecret",
      "token",
      "authorization",
      "cookie",
      "*.password",
      "*.secret",
    ],
    censor: "[redacted]",
  },
  serializers: {
    err: (error: unknown) => {
      const plain = pino.stdSerializers.err(error as Error);
      // A failed query carries its parameters in its message: names and addresses of people, hashes.
      const cut = (text: string) => text.replace(/\nparams: [^\n]*/g, "");
      return { type: plain.type, message: cut(plain.message ?? ""), stack: cut(plain.stack ?? "") };
    },
  },
  hooks: {
    streamWrite: (line) => redactText(line),
  },
});
