import { basename } from "node:path";
import pino from "pino";
import { logLevel } from "./env";
import { redactText } from "./redact";

/**
 * One JSON line per entry, on standard output. Known secret fields are dropped by name, and whatever still
 * looks like a secret, a token or a password in a string is masked before it is written.
 */
export const log = pino({
  level: logLevel(),
  // Which program it is that speaks: portal, sandbox, worker, or a command.
  base: { process: basename(process.argv[1] ?? "", ".mjs") },
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
      return {
        type: plain.type,
        message: cut(plain.message ?? ""),
        stack: cutStack(error, plain.stack ?? ""),
      };
    },
  },
  hooks: {
    streamWrite: (line) => redactText(line),
  },
});

/** A failed query carries its parameters at the end of its message: names and addresses of people, whole letters. */
function cut(message: string) {
  return message.replace(/\nparams: .*$/s, "");
}

/** The same for each message that a stack begins with or says as a cause; a parameter may look like a stack itself. */
function cutStack(error: unknown, stack: string) {
  let text = stack;
  let one = error;
  for (let depth = 0; depth < 5 && one instanceof Error; depth++) {
    const { message, cause } = one;
    if (message) text = text.replaceAll(message, () => cut(message));
    one = cause;
  }
  return text.replace(/\nparams: [^\n]*/g, "");
}
