import type { Tx } from "@/db/client";
import { env } from "../env";
import type { Language } from "../language";
import type { Letter } from "../mail/letter";
import { send } from "../mail/send";
import type { Actor } from "./actor";
import { findCompanyName, listOtherOwners } from "./find-member";

type Team = Pick<Actor, "organisationId">;
/** What every letter about a team says: to whom, of which organisation, and where to look. */
export type TeamFacts = { name: string; company: string; href: string };

/** Writes to one person about the team of an organisation. */
export async function tellPerson(
  tx: Tx,
  team: Team,
  person: { name: string; email: string },
  write: (language: Language, facts: TeamFacts) => Letter,
) {
  const facts = { name: person.name, company: await findCompanyName(tx, team), href: teamUrl() };
  await send(tx, person.email, (language) => write(language, facts));
}

/** Writes to the owners of an organisation, but to none of these persons: they did it, or hear of it otherwise. */
export async function tellOwners(
  tx: Tx,
  team: Team,
  except: string[],
  write: (language: Language, facts: TeamFacts) => Letter,
) {
  const [first = "", ...others] = except;
  const owners = await listOtherOwners(tx, team, first);
  for (const owner of owners) if (!others.includes(owner.personId)) await tellPerson(tx, team, owner, write);
}

/** Where letters about a team lead. */
export const teamUrl = () => `${env().PUBLIC_URL}/team`;
