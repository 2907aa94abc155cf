import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import type { Rows } from "./check";
import type { World } from "./household";
import { makeJournal } from "./journal";
import { startMailSink } from "./mail-sink";
import { Product } from "./product";
import { makeRandom } from "./random";
import { Receiver } from "./receiver";

/** The product on a data folder of its own with all that is around it, and how to look into its database. */
export type Stage = Awaited<ReturnType<typeof setStage>>;

/**
 * Starts the product with everything it talks to, all of it on this machine, without limits. `strike` takes it down;
 * `isOver` says whether those who wait for an answer may stop.
 */
export async function setStage(
  name: string,
  seed: number,
  settings: Record<string, string | undefined> = {},
  Kind: typeof Product = Product,
) {
  const dataDir = resolve(".cache", `chaos-${name}-${process.pid}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const [journal, receiver, mail] = [
    makeJournal(),
    new Receiver(makeRandom(seed + 1)),
    await startMailSink(),
  ];
  await receiver.start();
  const product = new Kind(dataDir, {
    DATA_DIR: dataDir,
    MODE: "demo",
    LIMITS: "off",
    TOKENS_PER_HOUR: "1000000000",
    WEBHOOK_ALLOW_PRIVATE: "1",
    SMTP_URL: mail.url,
    LOG_LEVEL: "warn",
    PORTAL_LOG_FILE: resolve(dataDir, "processes.log"),
    ...settings,
  });
  let sql: { url: string; connection: Sql } | undefined;
  let over = false;

  async function look<T>(ask: (connection: Sql) => Promise<T>): Promise<T> {
    const url = settings.DATABASE_OWNER_URL ?? product.databaseUrl();
    if (sql?.url !== url) {
      void sql?.connection.end({ timeout: 0 }).catch(() => {});
      sql = {
        url,
        connection: postgres(url, { max: 4, connect_timeout: 3, backoff: () => 0.1, onnotice: () => {} }),
      };
    }
    return ask(sql.connection);
  }
  const rows: Rows = (query, organisationId) =>
    look((connection) =>
      drizzle(connection).transaction(async (tx) => {
        if (organisationId) await tx.execute(inNameOf(organisationId));
        return [...(await tx.execute(query))] as never;
      }),
    );

  const startMs = await product.start();
  const world: World = { product, journal, receiver, look, isOver: () => over };
  return {
    world,
    rows,
    mail,
    startMs,
    /** Nobody waits for an answer from here on. */
    close: () => {
      over = true;
    },
    /** Stops everything; the data stay where something was wrong. */
    async strike() {
      over = true;
      await sql?.connection.end({ timeout: 1 }).catch(() => {});
      await product.stop();
      await Promise.all([receiver.stop(), mail.stop()]);
      if (journal.violations.length === 0) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What every page's transaction begins with. */
function inNameOf(organisationId: string) {
  return `select set_config('role', 'portal_app', true), set_config('app.organisation_id', '${organisationId}', true)`;
}
