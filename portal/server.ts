import { createServer } from "node:http";
import next from "next";
import { disconnect } from "@/db/client";
import { env } from "@/lib/env";
import { withNote } from "@/lib/last-refusal";
import { log } from "@/lib/log";
import { answerPlainly } from "./answer-plainly";
import { armour } from "./armour";
import { cutUploads } from "./cut-uploads";
import { admit, mostBodyBytes } from "./gate";
import { acceptOldAddress } from "./old-addresses";
import { seeOther } from "./see-other";
import { settleHead } from "./settle-head";
import { showWholePages } from "./show-whole-pages";

/**
 * The portal: Next behind one small gate, which settles what Next must never guess: whose host this is, where the
 * call came from, which browser it is, and whether the database is there.
 */
async function main() {
  const { PORT, MODE, PORTAL_DEV, PUBLIC_URL } = env();
  const dev = PORTAL_DEV === "1";
  const host = MODE === "demo" ? "127.0.0.1" : "0.0.0.0";
  const app = next({ dev, dir: process.cwd(), hostname: new URL(PUBLIC_URL).hostname, port: PORT });
  const handle = app.getRequestHandler();
  await app.prepare();

  const server = createServer(async (request, response) => {
    try {
      armour(request, response, dev);
      settleHead(response);
      acceptOldAddress(request);
      if (!(await admit(request, response))) return;
      seeOther(request, response);
      const isLarge = Number(request.headers["content-length"] ?? 0) > mostBodyBytes;
      const taken = isLarge ? await cutUploads(request) : request;
      if (!taken) return answerPlainly(response, 413, "tooLarge");
      await withNote(() => showWholePages(handle, taken, response));
    } catch (error) {
      // Whoever goes away while sending is nobody's failure.
      if (request.destroyed && !request.complete) log.warn("a request broke off");
      else log.error({ err: error }, "a request failed outside Next");
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end();
    }
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  if (dev) server.on("upgrade", app.getUpgradeHandler());
  server.listen(PORT, host, () => log.info({ port: PORT, mode: MODE }, "portal listens"));

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1000).unref();
    await disconnect();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

await main();
