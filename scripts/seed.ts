import { Plain } from "./start/step.mjs";
import { prepareDatabase } from "./supervise/prepare-database";
import { reachDatabase } from "./supervise/reach-database";
import { readSettings } from "./supervise/read-settings";
import { tellSecret } from "./supervise/tell";

/**
 * Fills an empty database with the demo data; with `--new-secret` makes another secret of the demo client. Works
 * beside a running portal, on its database. Refused in production mode.
 */
export async function seed(words: string[], folder: string) {
  const unknown = words.filter((word) => word !== "--new-secret");
  if (unknown.length > 0) throw new Plain(`npm run seed does not know ${unknown.join(" ")}.`);
  const { env, raw, embedded, dataDir } = readSettings();
  if (env.MODE === "production")
    throw new Plain("npm run seed works in demo mode only: this is production (MODE).");
  const database = embedded ? await reachDatabase(dataDir) : { urls: {}, leave: async () => {} };
  try {
    const what = words.length > 0 ? "new-secret" : "seed";
    const { clientSecret } = await prepareDatabase(folder, { ...raw, ...database.urls }, what).prepared;
    tellSecret(clientSecret);
  } finally {
    await database.leave();
  }
}
