import { asFounder, disconnect } from "@/db/client";
import { asDefiner } from "@/db/keys/as-definer";
import { type KeyKind, listKeyNames } from "@/db/keys/list-key-names";
import type { Env } from "@/lib/env";
import { useNextKey } from "@/lib/tokens/use-next-key";
import { addKey, putFirst, removeKey } from "./keys/change-ring";
import { renewSealed } from "./keys/renew-sealed";
import { refuseWhileNamed, sayRings } from "./keys/say-rings";
import { Plain } from "./start/step.mjs";
import { readKept, writeKept } from "./supervise/keep-keys";
import { reachDatabase } from "./supervise/reach-database";
import { readSettings, type Settings } from "./supervise/read-settings";
import { readRun } from "./supervise/run-file";

const usage = `npm run keys -- status                    which keys there are, and how many rows name each
npm run keys -- add pepper|key            a new one that everybody knows and nobody uses yet
npm run keys -- use pepper|key <id>       what is made from then on is under this one
npm run keys -- renew                     encrypts anew what older keys hold
npm run keys -- retire pepper|key <id>    takes it away, once no row names it
npm run keys -- sign [--cut]              changes the key that signs tokens; --cut ends all tokens of the old one`;

const variables = { pepper: "SECRET_PEPPER", key: "KEYS" } as const;
const isKind = (word: string | undefined): word is KeyKind => word === "pepper" || word === "key";

/**
 * Changes the keys of secrets, of what is encrypted at rest, and of tokens, step by step and beside running processes:
 * where the keys were made by themselves, in their file; else it says the new line of the configuration.
 */
export async function keys(words: string[]) {
  const [act = "", kind, id, ...more] = words;
  const settings = readSettings();
  if (act === "add" && isKind(kind) && !id) {
    const added = addKey(listOf(settings, kind), kind === "pepper" ? "p" : "k");
    return change(
      settings,
      kind,
      added.list,
      `${added.id} is known and not used yet. Next: use ${kind} ${added.id}`,
    );
  }
  if (act === "use" && isKind(kind) && id && more.length === 0) {
    refuseWhileUnknown(settings, kind, id);
    const next =
      kind === "key"
        ? "renew"
        : "nothing: a secret is kept under it after its next use (status counts the others)";
    return change(settings, kind, putFirst(listOf(settings, kind), id), `${id} is in use. Next: ${next}`);
  }
  if (act === "retire" && isKind(kind) && id && more.length === 0) {
    const list = removeKey(listOf(settings, kind), id);
    refuseWhileInUse(settings, kind, id);
    await beside(settings, async (url) => refuseWhileNamed(await asDefiner(url, listKeyNames), kind, id));
    return change(settings, kind, list, `${id} is gone`);
  }
  if (act === "status" && words.length === 1)
    return beside(settings, async (url) => {
      const { SECRET_PEPPER: pepper, KEYS: key } = settings.env;
      console.log(sayRings({ pepper, key }, await asDefiner(url, listKeyNames)));
    });
  if (act === "renew" && words.length === 1)
    return beside(settings, async (url) => {
      refuseWhileUnknown(settings, "key", settings.env.KEYS[0]?.id ?? "");
      for (const { table, column, renewed, unopened } of await renewSealed(url)) {
        const lost = unopened > 0 ? `, ${unopened} that no configured key opens` : "";
        console.log(`  ${`${table}.${column}`.padEnd(36)}${renewed} encrypted anew${lost}`);
      }
    });
  if (act === "sign" && (words.length === 1 || (kind === "--cut" && words.length === 2)))
    return beside(settings, async () => {
      const { kid, activeAt } = await asFounder((tx) => useNextKey(tx, { cut: kind === "--cut" }));
      console.log(`${kid} signs tokens from ${activeAt.toISOString()} on.`);
    });
  throw new Plain(usage);
}

/** What the processes of a running portal know of these keys; undefined where none runs here, or elsewhere. */
function knownKeys({ dataDir, embedded }: Settings, kind: KeyKind) {
  const run = embedded ? readRun(dataDir) : null;
  return run && run.children.length > 0 ? run.keys?.[kind] : undefined;
}

/** Nothing is put under a key that a running process cannot open. */
function refuseWhileUnknown(settings: Settings, kind: KeyKind, id: string) {
  const known = knownKeys(settings, kind);
  if (known && !known.includes(id))
    throw new Plain(`The running portal does not know ${id} yet: start it again first.`);
}

/** What still makes rows under a key keeps it needed. */
function refuseWhileInUse(settings: Settings, kind: KeyKind, id: string) {
  if (knownKeys(settings, kind)?.[0] === id)
    throw new Plain(`The running portal still uses ${id}: start it again first.`);
}

const listOf = ({ raw }: Settings, kind: KeyKind) => raw[variables[kind]] ?? "";

async function beside(settings: Settings, work: (ownerUrl: string) => Promise<void>) {
  const { raw, env, embedded, dataDir } = settings;
  const database = embedded
    ? await reachDatabase(dataDir)
    : { urls: { DATABASE_OWNER_URL: env.DATABASE_OWNER_URL }, leave: async () => {} };
  Object.assign(process.env, raw, database.urls);
  try {
    await work(database.urls.DATABASE_OWNER_URL);
  } finally {
    await disconnect();
    await database.leave();
  }
}

function change({ dataDir, raw, embedded }: Settings, kind: KeyKind, list: string, done: string) {
  const name: keyof Env = variables[kind];
  const kept = readKept(dataDir);
  if (kept[name] !== undefined && kept[name] === raw[name]) {
    writeKept(dataDir, { ...kept, [name]: list });
    console.log(`${done}.\nEach running process learns of it when it is started again.`);
    return;
  }
  const where = embedded ? "the configuration" : "the configuration of every process";
  console.log(`Put this line into ${where} and start one after the other again, before the next step:\n`);
  console.log(`${name}=${list}\n\nThen ${done}.`);
}
