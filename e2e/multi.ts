import { demoPassword } from "@/db/seed/demo-accounts";
import type { Client } from "./clients";
import type { Person } from "./person";
import { postForm } from "./post-form";

/** The demo's seller with two accounts. Stories leave it as they found it: links ended, clients deleted. */
export const multi = { email: "multi@demo.test", password: demoPassword };

/** Its two accounts: the one a hurried person takes first, and the one that is meant. */
export const [wrong, right] = ["104513", "104514"];

/** Deletes a client with its links, for somebody signed in. */
export async function removeClient({ page }: Person, { path, clientId }: Pick<Client, "path" | "clientId">) {
  await postForm(page.context().request, path, { typedClientId: clientId, endLinks: "on" });
}
