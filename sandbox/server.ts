import { disconnect } from "@/db/client";
import { outliveStrayLosses } from "@/db/outlive-connection";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { flushUses } from "@/lib/tokens/record-uses";
import { createSandbox, mostWaiting } from "./create-sandbox";

const patienceMs = 600;
const { SANDBOX_PORT, MODE } = env();
const server = createSandbox();
server.listen(SANDBOX_PORT, MODE === "demo" ? "127.0.0.1" : "0.0.0.0", mostWaiting, () =>
  log.info({ port: SANDBOX_PORT, mode: MODE }, "sandbox listens"),
);

outliveStrayLosses((err) => log.warn({ err }, "a connection to the database was lost"));

let stopping = false;
process.on("SIGTERM", stop);
process.on("SIGINT", stop);

/** Lets running requests finish for a moment, writes the last-use times that wait, and leaves within a second. */
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), patienceMs + 300).unref();
  const drained = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  server.closeAllConnections();
  await flushUses();
  await disconnect();
  process.exit(0);
}
