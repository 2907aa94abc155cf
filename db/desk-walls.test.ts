import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/id";
import { asFounder, asOperator, asVisitor, asWorker, inOrganisation } from "./client";
import { makeActor, makeClient, makeMember, makeOrganisation, ownDatabase } from "./testing";

beforeAll(() => ownDatabase());

const founder = (statement: SQL) => asFounder((tx) => tx.execute(statement));
const inside = (organisationId: string, statement: SQL) =>
  inOrganisation({ organisationId }, (tx) => tx.execute(statement));
const desk = (statement: SQL) => asOperator((tx) => tx.execute(statement));
const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow();

async function makeScene() {
  const [owner, stranger] = [
    await makeActor({ kind: "aggregator" }),
    await makeActor({ kind: "aggregator" }),
  ];
  const client = await makeClient({ id: owner.organisationId });
  return { owner, stranger, client, mine: owner.organisationId, theirs: stranger.organisationId };
}

describe("the last owner", () => {
  it("stays, whoever goes and however many at once", async () => {
    const { owner, mine } = await makeScene();
    const second = await makeActor({ organisationId: mine });
    const leave = (personId: string) =>
      sql`delete from members where organisation_id = ${mine} and person_id = ${personId}`;
    const gone = await Promise.allSettled([
      inside(mine, leave(owner.personId)),
      inside(mine, leave(second.personId)),
    ]);
    expect(gone.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await refused(inside(mine, sql`update members set role = 'viewer' where organisation_id = ${mine}`));
    await refused(inside(mine, sql`delete from members where organisation_id = ${mine}`));
    const left = await founder(sql`select role from members where organisation_id = ${mine}`);
    expect([...left]).toEqual([{ role: "owner" }]);
  });
});

describe("what the operator decided", () => {
  it("a member cannot resume a client that the operator suspended, nor be born beyond it", async () => {
    const { client, mine } = await makeScene();
    await desk(
      sql`update clients set suspended_at = now(), operator_suspended_at = now() where id = ${client.id}`,
    );
    await refused(inside(mine, sql`update clients set suspended_at = null where id = ${client.id}`));
    await refused(inside(mine, sql`update clients set operator_suspended_at = null where id = ${client.id}`));
    await desk(
      sql`update clients set suspended_at = null, operator_suspended_at = null where id = ${client.id}`,
    );
    await inside(mine, sql`update clients set suspended_at = now() where id = ${client.id}`);
    await inside(mine, sql`update clients set suspended_at = null where id = ${client.id}`);
  });

  it("a member takes a listing out and puts it back, and neither approves one nor ends its suspension", async () => {
    const { client, mine, theirs } = await makeScene();
    const make = sql`insert into listings (id, organisation_id, client_row_id, display_name, methods)
      values (${newId()}, ${mine}, ${client.id}, 'Somebody', '{delegation}')`;
    await refused(inside(mine, make));
    await desk(make);
    const set = (organisationId: string, what: SQL) =>
      inside(organisationId, sql`update listings set ${what} where organisation_id = ${mine}`);
    await refused(set(mine, sql`approved_at = now()`));
    await desk(sql`update listings set approved_at = now() where organisation_id = ${mine}`);
    await set(mine, sql`approved_at = null, unlisted_at = now()`);
    await set(mine, sql`approved_at = now(), unlisted_at = null`);
    await refused(set(mine, sql`display_name = 'Somebody Else'`));
    await refused(set(mine, sql`suspended_at = null`));
    expect((await set(theirs, sql`description = 'x'`)).count).toBe(0);
    await desk(
      sql`update listings set approved_at = null, unlisted_at = now(), suspended_at = now() where organisation_id = ${mine}`,
    );
    await refused(set(mine, sql`approved_at = now()`));
  });

  it("nothing is born decided, taken, solved or permitted, and a decision stays", async () => {
    const { owner, client, mine } = await makeScene();
    const id = newId();
    const version = (columns: SQL, values: SQL) =>
      sql`insert into listing_versions (id, organisation_id, client_row_id, created_at, saved_at ${columns})
        values (${id}, ${mine}, ${client.id}, now(), now() ${values})`;
    await refused(
      inside(mine, version(sql`, submitted_at, decided_at, decision`, sql`, now(), now(), 'approve'`)),
    );
    await inside(mine, version(sql`, submitted_at`, sql`, now()`));
    await refused(
      inside(
        mine,
        sql`update listing_versions set decided_at = now(), decision = 'approve' where id = ${id}`,
      ),
    );
    await desk(sql`update listing_versions set decided_at = now(), decision = 'reject' where id = ${id}`);
    const late = await inside(mine, sql`update listing_versions set display_name = 'x' where id = ${id}`);
    expect(late.count).toBe(0);
    await refused(
      inside(
        mine,
        sql`insert into name_permits (id, organisation_id, name, name_skeleton, reason, proposed_at, proposed_by)
        values (${newId()}, ${mine}, 'n', 'n', 'r', now(), ${owner.personId})`,
      ),
    );
    await refused(
      inside(
        mine,
        sql`insert into tickets (id, organisation_id, person_id, subject, created_at, last_at, solved_at)
        values (${newId()}, ${mine}, ${owner.personId}, 's', now(), now(), now())`,
      ),
    );
    await refused(inside(mine, sql`select * from operator_notes`));
    expect((await desk(sql`select * from operator_notes`)).length).toBe(0);
  });

  it("a permitted name has two persons behind it", async () => {
    const { owner, stranger, mine } = await makeScene();
    const id = newId();
    await desk(sql`insert into name_permits (id, organisation_id, name, name_skeleton, reason, proposed_at, proposed_by)
      values (${id}, ${mine}, 'n', 'n', 'r', now(), ${owner.personId})`);
    const confirm = (personId: string) =>
      desk(sql`update name_permits set confirmed_at = now(), confirmed_by = ${personId} where id = ${id}`);
    await refused(confirm(owner.personId));
    await confirm(stranger.personId);
  });
});

describe("who speaks in a ticket", () => {
  it("a member as a member, the operator as the operator, each side nothing else", async () => {
    const { owner, mine } = await makeScene();
    const ticket = newId();
    await inside(
      mine,
      sql`insert into tickets (id, organisation_id, person_id, subject, created_at, last_at)
      values (${ticket}, ${mine}, ${owner.personId}, 's', now(), now())`,
    );
    const say = (
      side: string,
    ) => sql`insert into ticket_messages (id, ticket_id, organisation_id, side, author_name, body, created_at)
      values (${newId()}, ${ticket}, ${mine}, ${side}, 'n', 'b', now())`;
    await inside(mine, say("member"));
    await desk(say("operator"));
    await refused(inside(mine, say("operator")));
    await refused(desk(say("member")));
  });
});

describe("the named ways", () => {
  it("prove a domain by its code alone, five times at most, for one's own organisation", async () => {
    const { owner, mine, theirs } = await makeScene();
    const make = async () => {
      const id = newId();
      await inside(
        mine,
        sql`insert into domain_proofs (id, organisation_id, domain, method, code_hash, person_id, created_at, expires_at)
        values (${id}, ${mine}, 'feedwise.example', 'mail', 'right', ${owner.personId}, now(), now() + interval '1 hour')`,
      );
      return id;
    };
    const prove = async (organisationId: string, id: string, code: string) => {
      const [row] = await inOrganisation({ organisationId }, (tx) =>
        tx.execute<{ said: string }>(sql`select prove_domain(${id}, ${code}::text::bytea, now()) as said`),
      );
      return row?.said;
    };
    const id = await make();
    await refused(inside(mine, sql`update domain_proofs set proven_at = now() where id = ${id}`));
    expect(await prove(theirs, id, "right")).toBe("expired");
    expect(await prove(mine, id, "wrong")).toBe("wrong");
    expect(await prove(mine, id, "right")).toBe("proven");
    expect(await prove(mine, id, "right")).toBe("expired");
    const [organisation] = await founder(
      sql`select domain, domain_proof from organisations where id = ${mine}`,
    );
    expect(organisation).toEqual({ domain: "feedwise.example", domain_proof: "mail" });
    const guessed = await make();
    for (let i = 0; i < 5; i++) expect(await prove(mine, guessed, `guess ${i}`)).toBe("wrong");
    expect(await prove(mine, guessed, "right")).toBe("expired");
  });

  it("let the invited address in once, while its inviter is an owner and the organisation works", async () => {
    const { owner, mine } = await makeScene();
    const guest = await makeActor();
    const invite = async (email: string) => {
      const token = newId();
      await inside(
        mine,
        sql`insert into team_invitations (id, token_hash, organisation_id, email, email_fold, role, created_at, created_by, expires_at)
        values (${newId()}, ${token}::text::bytea, ${mine}, ${email}, ${email}, 'editor', now(), ${owner.personId}, now() + interval '1 day')`,
      );
      return token;
    };
    const accept = async (token: string, personId: string) => {
      const [row] = await asVisitor((tx) =>
        tx.execute<{ into: string | null }>(
          sql`select accept_team_invitation(${token}::text::bytea, ${personId}, now()) as into`,
        ),
      );
      return row?.into;
    };
    const token = await invite(guest.email);
    expect(await accept(token, owner.personId)).toBeNull();
    const both = await Promise.all([accept(token, guest.personId), accept(token, guest.personId)]);
    expect(both.filter(Boolean)).toEqual([mine]);
    const other = await makeActor();
    const second = await invite(other.email);
    await makeMember({ id: guest.personId }, await makeOrganisation());
    await founder(
      sql`update members set role = 'owner' where organisation_id = ${mine} and person_id = ${guest.personId}`,
    );
    await founder(
      sql`update members set role = 'editor' where organisation_id = ${mine} and person_id = ${owner.personId}`,
    );
    expect(await accept(second, other.personId)).toBeNull();
  });

  it("find a picture by its name alone, and tell workers a person's choice", async () => {
    const { owner, mine } = await makeScene();
    const [kept] = await inOrganisation({ organisationId: mine }, (tx) =>
      tx.execute<{ hash: Buffer }>(sql`select keep_logo('bytes', now()) as hash`),
    );
    const find = (hash: Buffer) =>
      asVisitor((tx) => tx.execute<{ found: Buffer | null }>(sql`select find_logo(${hash}) as found`));
    expect(String((await find(kept?.hash ?? Buffer.from("none")))[0]?.found)).toBe("bytes");
    expect((await find(Buffer.from("other")))[0]?.found).toBeNull();
    await asVisitor((tx) =>
      tx.execute(
        sql`insert into notice_choices (person_id, notice, choice, chosen_at) values (${owner.personId}, 'links', 'digest', now())`,
      ),
    );
    const chosen = await asWorker((tx) =>
      tx.execute(sql`select choice from notice_choice(${owner.email.toLowerCase()}, 'links')`),
    );
    expect([...chosen]).toEqual([{ choice: "digest" }]);
  });
});
