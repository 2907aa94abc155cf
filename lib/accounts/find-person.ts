import { eq } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { people } from "@/db/schema";
import { foldEmail } from "../input";

/** The person with this address, however it is written; null for nobody. Holds the hash: stays inside this room. */
export async function findPerson(email: string) {
  const [person] = await asVisitor((tx) =>
    tx
      .select({ id: people.id, name: people.name, email: people.email, passwordHash: people.passwordHash })
      .from(people)
      .where(eq(people.emailFold, foldEmail(email))),
  );
  return person ?? null;
}
