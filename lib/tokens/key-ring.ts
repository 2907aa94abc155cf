import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { asMachine } from "@/db/client";
import { now } from "../clock";
import { env } from "../env";
import { log } from "../log";
import { unseal } from "../secrets";
import { ask, Unavailable } from "./ask";
import { keyInUse, publishedKeys } from "./key-schedule";

type Jwk = { kty: string; n: string; e: string };

/** A signing key as the processes hold it; its private half is opened at first use. */
export type SigningKey = {
  kid: string;
  jwk: Jwk;
  activeAt: Date;
  publicKey: KeyObject;
  openPrivateKey: () => KeyObject;
};

const freshForMs = 30_000;
const askAgainMs = 1000;

let keys: SigningKey[] | undefined;
let loadedAt = Number.NEGATIVE_INFINITY;
let loading: Promise<SigningKey[]> | undefined;

/** The key that signs now. Throws `Unavailable` when there is none. */
export async function findKeyInUse(): Promise<SigningKey> {
  const inUse = keyInUse(await readKeys(), now());
  if (!inUse) throw new Unavailable("no signing key");
  return inUse;
}

/** The published key of exactly this kid, or none. A kid not known here is looked up at most once a second. */
export async function findKey(kid: string): Promise<SigningKey | undefined> {
  const known = (await listPublishedKeys()).find((key) => key.kid === kid);
  if (known || performance.now() - loadedAt < askAgainMs) return known;
  await reloadKeys();
  return (await listPublishedKeys()).find((key) => key.kid === kid);
}

/** The keys whose public half everybody may see now, oldest first. */
export async function listPublishedKeys(): Promise<SigningKey[]> {
  return publishedKeys(await readKeys(), now(), env().TOKEN_TTL_SECONDS);
}

/** Reads the keys again, now. */
export function reloadKeys(): Promise<SigningKey[]> {
  loading ??= load().finally(() => {
    loading = undefined;
  });
  return loading;
}

/** What is known, refreshed behind the caller's back: keys stay readable while the database is away. */
async function readKeys() {
  if (!keys || keys.length === 0) return reloadKeys();
  if (performance.now() - loadedAt > freshForMs) {
    reloadKeys().catch((error) =>
      log.warn({ reason: error.message }, "signing keys could not be read again"),
    );
  }
  return keys;
}

async function load() {
  const rows = await ask(
    asMachine()<
      { kid: string; public_jwk: Jwk; sealed_private_key: string; active_at: Date }[]
    >`select kid, public_jwk, sealed_private_key, active_at from signing_keys order by active_at, kid`,
  );
  const known = new Map(keys?.map((key) => [key.kid, key]));
  // An early change of keys moves the time of one that is known.
  keys = rows.map((row) => ({ ...(known.get(row.kid) ?? toKey(row)), activeAt: row.active_at }));
  loadedAt = performance.now();
  return keys;
}

function toKey(row: {
  kid: string;
  public_jwk: Jwk;
  sealed_private_key: string;
  active_at: Date;
}): SigningKey {
  let opened: KeyObject | undefined;
  return {
    kid: row.kid,
    jwk: row.public_jwk,
    activeAt: row.active_at,
    publicKey: createPublicKey({ key: row.public_jwk, format: "jwk" }),
    openPrivateKey: () => {
      opened ??= createPrivateKey(unseal(row.sealed_private_key));
      return opened;
    },
  };
}
