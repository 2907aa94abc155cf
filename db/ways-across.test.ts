import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { asFounder, asVisitor, asWorker, inOrganisation, type Tx } from "./client";
import {
  makeClient,
  makeLink,
  makeMember,
  makeOrganisation,
  makePerson,
  makeSeller,
  rolledBack,
} from "./testing";

const at = () => now().toISOString();
const countOf = async (work: Promise<ArrayLike<unknown>>) => (await work).length;

/** A seller and a partner with a link between them, an endpoint of the partner's, and a stranger. */
async function makeScene() {
  const [partner, shop, stranger] = [
    await makeOrganisation({ kind: "partner" }),
    await makeOrganisation(),
    await makeOrganisation(),
  ];
  const owner = await makePerson();
  await makeMember(owner, shop);
  const client = await makeClient(partner);
  const seller = await makeSeller(shop);
  const link = await makeLink(client, seller);
  await asFounder((tx) =>
    tx.execute(sql`insert into endpoints (id, client_row_id, organisation_id, url, events, sealed_key, created_at)
      values (${newId()}, ${client.id}, ${partner.id}, 'https://hooks.partner.example/in', '{link.created}', 'k', ${at()})`),
  );
  return { partner, shop, stranger, owner, client, seller, link };
}

const tell = (tx: Tx, link: string) =>
  tx.execute<{ link: string }>(
    sql`select tell_clients(${sql.param([newId()])}::uuid[], ${sql.param([link])}::uuid[], '{"{}"}', 'link.created', ${at()}) as link`,
  );

describe("the named ways across the wall", () => {
  it(
    "lay a message for the other side's endpoint, for a side of the link and the worker alone",
    rolledBack(async () => {
      const { partner, shop, stranger, link } = await makeScene();
      const told = [{ link: link.id }];
      expect([...(await inOrganisation({ organisationId: shop.id }, (tx) => tell(tx, link.id)))]).toEqual(
        told,
      );
      expect([...(await asWorker((tx) => tell(tx, link.id)))]).toEqual(told);
      await expect(
        inOrganisation({ organisationId: stranger.id }, (tx) => tell(tx, link.id)),
      ).rejects.toThrow();
      await expect(asVisitor((tx) => tell(tx, link.id))).rejects.toThrow();
      const laid = inOrganisation({ organisationId: partner.id }, (tx) =>
        tx.execute(sql`select * from deliveries`),
      );
      expect(await countOf(laid)).toBe(2);
      const seen = inOrganisation({ organisationId: shop.id }, (tx) =>
        tx.execute(sql`select * from deliveries`),
      );
      expect(await countOf(seen)).toBe(0);
    }),
  );

  it(
    "name the people and the facts behind a link to its two sides only",
    rolledBack(async () => {
      const { partner, shop, stranger, owner, link } = await makeScene();
      const read = (organisationId: string) =>
        inOrganisation({ organisationId }, async (tx) => ({
          contacts: [
            ...(await tx.execute<{ email: string }>(
              sql`select * from contacts_of_links(${sql.param([link.id])}::uuid[])`,
            )),
          ],
          facts: [
            ...(await tx.execute(sql`select * from chain_facts(${sql.param([link.id])}::uuid[], ${at()})`)),
          ],
        }));
      for (const side of [partner, shop]) {
        const { contacts, facts } = await read(side.id);
        expect(contacts.map(({ email }) => email)).toContain(owner.email);
        expect(facts).toHaveLength(1);
      }
      expect(await read(stranger.id)).toEqual({ contacts: [], facts: [] });
    }),
  );

  it(
    "accept an invitation only with a link of one's own, of its client, to the expected account",
    rolledBack(async () => {
      const { partner, shop, stranger, client, seller, link } = await makeScene();
      const invite = (expected: number | null) =>
        asFounder(async (tx) => {
          const id = newId();
          await tx.execute(sql`insert into invitations (id, token_hash, client_row_id, organisation_id, expected_seller_id, created_at, expires_at, sent_at)
            values (${id}, ${id}::text::bytea, ${client.id}, ${partner.id}, ${expected}, ${at()}, now() + interval '1 day', ${at()})`);
          return id;
        });
      const accept = (organisationId: string, id: string) =>
        countOf(
          inOrganisation({ organisationId }, (tx) =>
            tx.execute(sql`select * from accept_invitation(${id}, ${link.id}, null, ${at()})`),
          ),
        );
      const other = await invite(seller.sellerId + 1);
      const mine = await invite(seller.sellerId);
      expect(await accept(shop.id, other)).toBe(0);
      expect(await accept(stranger.id, mine)).toBe(0);
      expect(await accept(shop.id, mine)).toBe(1);
      expect(await accept(shop.id, mine)).toBe(0);
    }),
  );

  it(
    "show a request to the addressed seller alone, by address or by SellerId",
    rolledBack(async () => {
      const { partner, shop, stranger, owner, client, seller } = await makeScene();
      const another = await makeClient(partner);
      await asFounder((tx) =>
        tx.execute(sql`insert into invitations (id, token_hash, client_row_id, organisation_id, addressee_email_fold, addressee_seller_id, created_at, expires_at, sent_at)
          values (${newId()}, 'a', ${client.id}, ${partner.id}, ${owner.emailFold}, null, ${at()}, now() + interval '1 day', ${at()}),
                 (${newId()}, 'b', ${client.id}, ${partner.id}, null, ${seller.sellerId}, ${at()}, now() + interval '1 day', ${at()}),
                 (${newId()}, 'c', ${another.id}, ${partner.id}, null, ${seller.sellerId}, ${at()}, now() - interval '1 day', ${at()})`),
      );
      const requests = (organisationId: string) =>
        countOf(
          inOrganisation({ organisationId }, (tx) => tx.execute(sql`select * from requests_to_me(${at()})`)),
        );
      expect(await requests(shop.id)).toBe(2);
      expect(await requests(stranger.id)).toBe(0);
      expect(await requests(partner.id)).toBe(0);
      expect(await countOf(asVisitor((tx) => tx.execute(sql`select * from requests_to_me(${at()})`)))).toBe(
        0,
      );
    }),
  );

  it(
    "bind an unowned seller account by a proven claim of one's own, with its links, and an owned one never",
    rolledBack(async () => {
      const { shop, stranger, owner, client, seller } = await makeScene();
      const unowned = await makeSeller(null);
      const link = await makeLink(client, unowned);
      const claim = async (sellerId: number, isProven: boolean) => {
        const [id, time] = [newId(), at()];
        await asFounder((tx) =>
          tx.execute(sql`insert into claims (id, organisation_id, person_id, seller_id, created_at, expires_at, proven_at)
            values (${id}, ${stranger.id}, ${owner.id}, ${sellerId}, ${time}, ${time}, ${isProven ? time : null})`),
        );
        return (organisationId: string) =>
          inOrganisation({ organisationId }, async (tx) => {
            const [row] = await tx.execute<{ settled: string }>(
              sql`select settle_claim(${id}, ${newId()}, ${time}) as settled`,
            );
            return row?.settled;
          });
      };
      expect(await (await claim(unowned.sellerId, false))(stranger.id)).toBe("unknown");
      const proven = await claim(unowned.sellerId, true);
      expect(await proven(shop.id)).toBe("unknown");
      expect(await proven(stranger.id)).toBe("claimed");
      expect(await (await claim(seller.sellerId, true))(stranger.id)).toBe("asked");
      expect(await (await claim(1, true))(stranger.id)).toBe("unknown");
      const mine = inOrganisation({ organisationId: stranger.id }, (tx) =>
        tx.execute(sql`select id from seller_links where id = ${link.id}`),
      );
      expect(await countOf(mine)).toBe(1);
    }),
  );

  it(
    "never open an ended link again, nor give it more time from the client's side",
    rolledBack(async () => {
      const { partner, shop, link } = await makeScene();
      const change = (organisationId: string, set: ReturnType<typeof sql>) =>
        inOrganisation({ organisationId }, (tx) =>
          tx.execute(sql`update seller_links set ${set} where id = ${link.id}`),
        );
      await change(shop.id, sql`expires_at = now() + interval '1 day'`);
      await expect(change(partner.id, sql`expires_at = null`)).rejects.toThrow();
      await expect(change(partner.id, sql`expires_at = now() + interval '9 days'`)).rejects.toThrow();
      await change(partner.id, sql`expires_at = now() + interval '1 hour'`);
      await change(shop.id, sql`expires_at = null`);
      await change(partner.id, sql`unlinked_at = now()`);
      await expect(change(shop.id, sql`unlinked_at = null`)).rejects.toThrow();
    }),
  );

  it(
    "let nobody write a claim that is proven, an invitation that is accepted, or a message for a foreign endpoint",
    rolledBack(async () => {
      const { partner, stranger, owner, client, seller } = await makeScene();
      const write = (organisationId: string, statement: ReturnType<typeof sql>) =>
        inOrganisation({ organisationId }, (tx) => tx.execute(statement));
      const born = [
        sql`insert into claims (id, organisation_id, person_id, seller_id, created_at, expires_at, proven_at)
          values (${newId()}, ${partner.id}, ${owner.id}, ${seller.sellerId}, now(), now(), now())`,
        sql`insert into invitations (id, token_hash, client_row_id, organisation_id, created_at, expires_at, sent_at, accepted_at)
          values (${newId()}, 'x', ${client.id}, ${partner.id}, now(), now(), now(), now())`,
        sql`insert into hand_overs (id, token_hash, client_row_id, organisation_id, created_at, expires_at, opened_at)
          values (${newId()}, 'x', ${client.id}, ${partner.id}, now(), now(), now())`,
      ];
      for (const statement of born) await expect(write(partner.id, statement)).rejects.toThrow();
      const foreign = sql`insert into deliveries (id, endpoint_id, organisation_id, type, body, created_at, due_at)
        select ${newId()}, e.id, ${stranger.id}, 't', 'b', now(), now() from endpoints e`;
      await expect(asFounder((tx) => tx.execute(foreign))).rejects.toThrow();
    }),
  );

  it(
    "keep the shop's name beside each link, also when the shop is renamed",
    rolledBack(async () => {
      const { partner, seller, link } = await makeScene();
      expect(link.shopName).toBe(seller.shopName);
      await asFounder((tx) =>
        tx.execute(
          sql`update sellers set shop_name = 'L’Épicerie du Port' where seller_id = ${seller.sellerId}`,
        ),
      );
      const [row] = await inOrganisation({ organisationId: partner.id }, (tx) =>
        tx.execute<{ shop_name: string; shop_fold: string }>(
          sql`select shop_name, shop_fold from seller_links where id = ${link.id}`,
        ),
      );
      expect(row?.shop_name).toBe("L’Épicerie du Port");
      expect(row?.shop_fold).toBe("lepicerieduport");
    }),
  );

  it(
    "close an organisation for itself alone, after its clients and links have ended, and never the marketplace's own",
    rolledBack(async () => {
      const { partner, shop, client } = await makeScene();
      const close = (organisationId: string) =>
        inOrganisation({ organisationId }, (tx) =>
          tx.execute<{ closed: boolean }>(sql`select close_organisation(null, null, ${at()}) as closed`),
        );
      await expect(close(partner.id)).rejects.toThrow();
      await expect(close(shop.id)).rejects.toThrow();
      await asFounder((tx) => tx.execute(sql`update seller_links set unlinked_at = now()`));
      expect([...(await close(shop.id))]).toEqual([{ closed: true }]);
      expect([...(await close(shop.id))]).toEqual([{ closed: false }]);
      await expect(close(partner.id)).rejects.toThrow();
      await asFounder((tx) => tx.execute(sql`update clients set deleted_at = now() where id = ${client.id}`));
      expect([...(await close(partner.id))]).toEqual([{ closed: true }]);
      const desk = await makeOrganisation({ kind: "operator" });
      expect([...(await close(desk.id))]).toEqual([{ closed: false }]);
      expect([
        ...(await asVisitor((tx) =>
          tx.execute(sql`select close_organisation(null, null, ${at()}) as closed`),
        )),
      ]).toEqual([{ closed: false }]);
    }),
  );
});
