import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { demoPassword } from "@/db/seed/demo-accounts";

type Kind = "seller" | "partner" | "aggregator";
type Role = "owner" | "editor" | "viewer";

/** Somebody who has signed up already. The password is the demo's. */
export type Member = {
  email: string;
  password: string;
  name: string;
  organisationId: string;
  company: string;
  /** Of a seller: the organisation's first account. */
  sellerId: number;
};

/** A name that no other story uses; letters and digits only. */
export function unique(name: string) {
  return `${name}${randomUUID().replaceAll("-", "").slice(0, 10)}`;
}

/**
 * Puts somebody with an organisation of their own into the database, as the mailed link would have done: stories
 * that are not about signing up start here. With `joins` they become a member of that organisation instead.
 */
export async function makeMember(
  sql: Sql,
  over: { kind?: Kind; role?: Role; company?: string; joins?: Member; sellers?: number } = {},
): Promise<Member> {
  const { kind = "seller", role = "owner", joins, sellers = 1 } = over;
  const tag = unique("p");
  const company = joins?.company ?? over.company ?? `Company ${tag}`;
  const [email, name] = [`${tag}@people.test`, `Person ${tag}`];
  const organisationId = joins?.organisationId ?? randomUUID();
  let sellerId = joins?.sellerId ?? 0;
  await sql.begin(async (tx) => {
    // The password is the one of the demo's accounts, so its hash is too.
    const [person] = await tx`insert into people (id, email, email_fold, name, password_hash)
      select ${randomUUID()}, ${email}, ${email}, ${name}, password_hash from people
      where email = 'seller@demo.test' returning id`;
    if (!person) throw new Error("the demo data is not there");
    if (!joins) {
      await tx`insert into organisations (id, kind, name) values (${organisationId}, ${kind}, ${company})`;
      for (let n = 0; kind === "seller" && n < sellers; n++) {
        const shop = n === 0 ? company : `${company} ${n + 1}`;
        const [made] =
          await tx`insert into sellers (seller_id, owner_organisation_id, shop_name, contact_email)
          values (nextval('fresh_seller_ids'), ${organisationId}, ${shop}, ${email}) returning seller_id`;
        sellerId ||= Number(made?.seller_id);
      }
    }
    await tx`insert into members (organisation_id, person_id, role)
      values (${organisationId}, ${person.id}, ${role})`;
  });
  return { email, password: demoPassword, name, organisationId, company, sellerId };
}

/** Makes a person a member of one more organisation. */
export async function addMembership(sql: Sql, email: string, organisationId: string, role: Role = "owner") {
  await sql`insert into members (organisation_id, person_id, role)
    select ${organisationId}, id, ${role} from people where email = ${email}`;
}
