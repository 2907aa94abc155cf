import { disconnect } from "@/db/client";
import { makeOperator } from "@/lib/accounts/make-operator";
import { emailAddress } from "@/lib/input";
import { Plain } from "./start/step.mjs";
import { prepareDatabase } from "./supervise/prepare-database";
import { reachDatabase } from "./supervise/reach-database";
import { readSettings } from "./supervise/read-settings";

/**
 * Makes somebody one of the marketplace's own staff and prints the link by which they set their password: the way to
 * the first operator of a production. Works beside running processes; repeating it makes another link.
 */
export async function operator(words: string[]) {
  const email = emailAddress.safeParse(words[0] ?? "");
  if (words.length !== 1 || !email.success) throw new Plain("npm run operator -- <e-mail address>");
  const { raw, embedded, dataDir } = readSettings();
  const database = embedded ? await reachDatabase(dataDir) : { urls: {}, leave: async () => {} };
  Object.assign(process.env, raw, database.urls);
  try {
    await prepareDatabase("operator", { ...raw, ...database.urls }, "nothing").prepared;
    const { href, isNewPerson, isNewMember } = await makeOperator(email.data);
    const who = isNewPerson ? "has an account now" : "had an account already";
    console.log(`${email.data} ${who} and ${isNewMember ? "is" : "was"} an owner of the operators.`);
    console.log(`To set a password, once and within an hour:\n${href}`);
  } finally {
    await disconnect();
    await database.leave();
  }
}
