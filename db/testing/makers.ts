import { foldClientId } from "@/lib/clients/client-id";
import { inSeconds, now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { hashSecret, makeSecret as newSecret, secretHint } from "@/lib/secrets";
import { asFounder } from "../client";
import { clients, members, organisations, people, secrets, sellerLinks, sellers, sessions } from "../schema";

/** Rows for tests: each maker inserts one with sensible values, and returns it as it stands in the database. */
let made = 0;
const next = () => ++made;

type Person = typeof people.$inferSelect;
type Organisation = typeof organisations.$inferSelect;
type Seller = typeof sellers.$inferSelect;
type Client = typeof clients.$inferSelect;

/** Somebody with an e-mail address and a password nobody can type; pass `passwordHash` for one that opens. */
export async function makePerson(over: Partial<typeof people.$inferInsert> = {}) {
  const n = next();
  const email = over.email ?? `person-${n}@people.test`;
  const row = {
    id: newId(),
    email,
    emailFold: email.normalize("NFKC").toLowerCase(),
    name: `Person ${n}`,
    passwordHash: "none",
    createdAt: now(),
    ...over,
  };
  return insertOne(() => asFounder((tx) => tx.insert(people).values(row).returning()));
}

/** An organisation, a seller's unless `kind` says otherwise. */
export async function makeOrganisation(over: Partial<typeof organisations.$inferInsert> = {}) {
  const row = { id: newId(), kind: "seller" as const, name: `Company ${next()}`, createdAt: now(), ...over };
  return insertOne(() => asFounder((tx) => tx.insert(organisations).values(row).returning()));
}

/** Makes the person act for the organisation, as its owner unless `role` says otherwise. */
export async function makeMember(
  person: Pick<Person, "id">,
  organisation: Pick<Organisation, "id">,
  over: Partial<typeof members.$inferInsert> = {},
) {
  const row = { personId: person.id, organisationId: organisation.id, role: "owner" as const, ...over };
  return insertOne(() =>
    asFounder((tx) =>
      tx
        .insert(members)
        .values({ createdAt: now(), ...row })
        .returning(),
    ),
  );
}

/** A seller account; without an organisation nobody owns it. */
export async function makeSeller(
  organisation?: Pick<Organisation, "id"> | null,
  over: Partial<typeof sellers.$inferInsert> = {},
) {
  const n = next();
  const row = {
    sellerId: 500_000 + n,
    ownerOrganisationId: organisation?.id ?? null,
    shopName: `Shop ${n}`,
    contactEmail: `shop-${n}@shops.test`,
    createdAt: now(),
    ...over,
  };
  return insertOne(() => asFounder((tx) => tx.insert(sellers).values(row).returning()));
}

/** A client of the organisation, without a secret. */
export async function makeClient(
  organisation: Pick<Organisation, "id">,
  over: Partial<typeof clients.$inferInsert> = {},
) {
  const n = next();
  const clientId = over.clientId ?? `test-client-${n}`;
  const row = {
    id: newId(),
    organisationId: organisation.id,
    clientId,
    fold: foldClientId(clientId),
    contactEmail: `client-${n}@people.test`,
    createdAt: now(),
    ...over,
  };
  return insertOne(() => asFounder((tx) => tx.insert(clients).values(row).returning()));
}

/** A live secret of the client: its row and its plaintext. */
export async function makeSecret(
  client: Pick<Client, "id" | "organisationId">,
  over: Partial<typeof secrets.$inferInsert> = {},
) {
  const secret = newSecret();
  const hashed = hashSecret(secret);
  if (!hashed) throw new Error("SECRET_PEPPER is empty");
  const about = { clientRowId: client.id, organisationId: client.organisationId, createdAt: now() };
  const row = { id: newId(), ...about, ...hashed, hint: secretHint(secret), ...over };
  const inserted = await insertOne(() => asFounder((tx) => tx.insert(secrets).values(row).returning()));
  return { secret, row: inserted };
}

/** An open link between the client and the seller account. */
export async function makeLink(
  client: Pick<Client, "id" | "organisationId">,
  seller: Pick<Seller, "sellerId" | "ownerOrganisationId">,
  over: Partial<typeof sellerLinks.$inferInsert> = {},
) {
  const row = {
    id: newId(),
    clientRowId: client.id,
    sellerId: seller.sellerId,
    clientOrganisationId: client.organisationId,
    sellerOrganisationId: seller.ownerOrganisationId,
    via: "typed" as const,
    createdAt: now(),
    toldAt: now(),
    toldBy: client.organisationId === seller.ownerOrganisationId ? ("own" as const) : ("mail" as const),
    ...over,
  };
  return insertOne(() => asFounder((tx) => tx.insert(sellerLinks).values(row).returning()));
}

/** A session of a browser that has just signed in, good for an hour. */
export async function makeSession(
  person: Pick<Person, "id">,
  organisation?: Pick<Organisation, "id"> | null,
  over: Partial<typeof sessions.$inferInsert> = {},
) {
  const row = {
    id: newId(),
    personId: person.id,
    shownOrganisationId: organisation?.id ?? null,
    createdAt: now(),
    seenAt: now(),
    expiresAt: inSeconds(3600),
    freshAt: now(),
    ...over,
  };
  return insertOne(() => asFounder((tx) => tx.insert(sessions).values(row).returning()));
}

async function insertOne<Row>(insert: () => Promise<Row[]>) {
  const [row] = await insert();
  if (!row) throw new Error("nothing was inserted");
  return row;
}
