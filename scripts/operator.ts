import { disconnect } from "@/db/client";
import { makeOperator } from "@/lib/accounts/make-operator";
import { removeLostFactor } from "@/lib/accounts/remove-lost-factor";
import { emailAddress } from "@/lib/input";
import { Plain } from "./start/step.mjs";
import { prepareDatabase } from "./supervise/prepare-database";
import { reachDatabase } from "./supervise/reach-database";
import { readSettings } from "./supervise/read-settings";

/**
 * Makes somebody one of the marketplace's own staff and prints the link by which they set their password: the way to
 * the first operator of a production. Works beside running processes; repeating it makes another link. With
 * `--lost-factor` it takes the second factor away from one who lost the app and the recovery codes, and makes nobody.
 */
export async function operator(words: string[]) {
  const [address = "", ...rest] = words;
  const email = emailAddress.safeParse(address);
  const lost = rest.length === 1 && rest[0] === "--lost-factor";
  if (!email.success || (rest.length > 0 && !lost))
    throw new Plain("npm run operator -- <e-mail address> [--lost-factor]");
  const { raw, embedded, dataDir } = readSettings();
  const database = embedded ? await reachDatabase(dataDir) : { urls: {}, leave: async () => {} };
  Object.assign(process.env, raw, database.urls);
  try {
    await prepareDatabase("operator", { ...raw, ...database.urls }, "nothing").prepared;
    if (lost) {
      if (!(await removeLostFactor(email.data)))
        throw new Plain(`${email.data} is no operator with a second factor. Nothing was changed.`);
      console.log(`The second factor of ${email.data} was removed: a password and a new factor let them in.`);
      return;
    }
    const { href, isNewPerson, isNewMember } = await makeOperator(email.data);
    const who = isNewPerson ? "has an account now" : "had an account already";
    console.log(`${email.data} ${who} and ${isNewMember ? "is" : "was"} an owner of the operators.`);
    console.log(`To set a password, once and within an hour:\n${href}`);
  } finally {
    await disconnect();
    await database.leave();
  }
}
