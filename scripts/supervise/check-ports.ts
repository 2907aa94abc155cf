import { createServer } from "node:net";
import type { Env } from "@/lib/env";
import { Plain } from "../start/step.mjs";

/** Throws a sentence that names the port, and the variable that moves it, where another program listens there. */
export async function checkPorts(env: Env) {
  const host = env.MODE === "demo" ? "127.0.0.1" : "0.0.0.0";
  if (env.PORT === env.SANDBOX_PORT) throw new Plain("PORT and SANDBOX_PORT must differ.");
  for (const name of ["PORT", "SANDBOX_PORT"] as const) {
    const code = await tryPort(env[name], host);
    if (code === "EADDRINUSE")
      throw new Plain(
        `Port ${env[name]} is used by another program: stop that one, or set ${name} to a free port.`,
      );
    if (code) throw new Plain(`Port ${env[name]} cannot be used (${code}): set ${name} to another one.`);
  }
}

function tryPort(port: number, host: string) {
  return new Promise<string | null>((answer) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => answer(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => answer(null)));
  });
}
