import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, consents } from "@/db/schema";
import { makeActor, makeClient, makeSeller, ownDatabase, withFormKey } from "@/db/testing";
import { suspendClient } from "../clients/suspend-client";
import { now } from "../clock";
import { agree, beforeConsent, consentScene, linksOf, makeInvitation } from "./consent-scene.testing";
import { deleteClient } from "./delete-client";
import { linkClient } from "./link-client";

beforeAll(() => ownDatabase());

const codes = (answers: { ok: boolean; code?: string }[]) =>
  answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort();

describe("at the same moment", () => {
  it("six sellers link a client that nobody has reviewed: five do", async () => {
    const { client } = await consentScene({});
    const six = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const actor = await makeActor();
        const seller = await makeSeller({ id: actor.organisationId });
        return { actor, seller };
      }),
    );
    const answers = await Promise.all(
      six.map(({ actor, seller }) =>
        linkClient(
          beforeConsent(actor, client, [seller], { act: "link unreviewed client" }),
          agree(seller, { typedSellerId: String(seller.sellerId) }),
        ),
      ),
    );
    expect(codes(answers)).toEqual(["limit", "ok", "ok", "ok", "ok", "ok"]);
    expect(await linksOf(client)).toHaveLength(5);
  });

  it("two tabs link the same account: one link, one consent, and the other is told", async () => {
    const { actor, seller, client } = await consentScene();
    const tab = () => linkClient(beforeConsent(actor, client, [seller]), agree(seller));
    const answers = await Promise.all([tab(), tab(), tab()]);
    expect(codes(answers)).toEqual(["already_linked", "already_linked", "ok"]);
    const [link] = await linksOf(client);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ facts: { href: `/links/${link?.id}` } });
    const kept = await asFounder((tx) =>
      tx.select().from(consents).where(eq(consents.clientRowId, client.id)),
    );
    expect(kept).toHaveLength(1);
  });

  it("two sellers accept one invitation: one does, and the other's link is undone", async () => {
    const { actor, seller, client } = await consentScene();
    const { token } = await makeInvitation(client);
    const rival = await makeActor();
    const theirs = await makeSeller({ id: rival.organisationId });
    const offered = { invitation: [token] };
    const answers = await Promise.all([
      linkClient(beforeConsent(actor, client, [seller], { offered }), agree(seller)),
      linkClient(beforeConsent(rival, client, [theirs], { offered }), agree(theirs)),
    ]);
    expect(codes(answers)).toEqual(["expired", "ok"]);
    expect(await linksOf(client)).toHaveLength(1);
  });

  it.each(["suspended", "deleted"] as const)(
    "the client is %s: the link comes before it or not at all",
    async (end) => {
      for (let round = 0; round < 4; round++) {
        const { actor, seller } = await consentScene();
        const owner = await makeActor({ kind: "partner" });
        const client = await makeClient({ id: owner.organisationId }, { reviewedAt: now() });
        const key = (act: "suspend client" | "delete client") =>
          withFormKey(owner, { act, offered: { client: [client.id] } });
        const [linked, ended] = await Promise.all([
          linkClient(beforeConsent(actor, client, [seller]), agree(seller)),
          end === "suspended"
            ? suspendClient(key("suspend client"))
            : deleteClient(key("delete client"), { typedClientId: client.clientId, endLinks: "on" }),
        ]);
        expect(ended).toMatchObject({ ok: true });
        const [link] = await linksOf(client);
        const [row] = await asFounder((tx) => tx.select().from(clients).where(eq(clients.id, client.id)));
        if (linked.ok) {
          // A deletion that came after has ended the link too.
          expect(link?.reason ?? null).toBe(end === "deleted" ? "client_deleted" : null);
          expect((link?.createdAt.getTime() ?? 0) <= (row?.[`${end}At`]?.getTime() ?? 0) + 50).toBe(true);
        } else {
          expect(linked.code).toBe(end === "deleted" ? "not_found" : "unavailable");
          expect(link).toBeUndefined();
        }
      }
    },
  );
});
