import { disconnect } from "@/db/client";
import { ensureFoundations } from "@/db/ensure";
import { migrateDatabase } from "@/db/migrate";
import { newDemoSecret, seedDemo } from "@/db/seed";
import { forgetOldEvents } from "@/lib/audit/forget-old-events";
import { env } from "@/lib/env";

/** Prepares the database and says so in one line of JSON; else one sentence on standard error. */
async function prepare(what: string | undefined) {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_MACHINE_URL } = env();
  await migrateDatabase(DATABASE_OWNER_URL, {
    main: loginOf(DATABASE_URL),
    machine: loginOf(DATABASE_MACHINE_URL),
  });
  await ensureFoundations();
  await forgetOldEvents();
  // Made-up sellers never reach a real database, whatever was asked for.
  if (env().MODE !== "demo" || (what !== "seed" && what !== "new-secret")) return { clientSecret: null };
  const seeded = (await seedDemo()).clientSecret;
  return { clientSecret: what === "new-secret" ? (seeded ?? (await newDemoSecret())) : seeded };
}

function loginOf(url: string) {
  return decodeURIComponent(new URL(url).username) || "postgres";
}

/** Whether the cause lies with the database or its address, and not with us. */
function isTheirs(error: unknown): error is Error & { code: string } {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(E[A-Z]+|CONNECT_TIMEOUT|CONNECTION_\w+|28...|3D000|42501|53...|57...)$/.test(code);
}

try {
  const prepared = await prepare(process.argv[2]);
  console.log(JSON.stringify(prepared));
} catch (thrown) {
  // drizzle wraps what the driver threw.
  const error = thrown instanceof Error && thrown.cause ? thrown.cause : thrown;
  const { host, pathname } = new URL(env().DATABASE_OWNER_URL);
  console.error(
    isTheirs(error)
      ? `The database ${pathname.slice(1)} at ${host} cannot be used: ${error.message} (DATABASE_URL, DATABASE_OWNER_URL)`
      : thrown,
  );
  process.exitCode = 1;
} finally {
  await disconnect();
}
