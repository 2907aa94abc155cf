import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, secrets, sellerLinks } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeSecret,
  makeSeller,
  rolledBack,
  viewerOf,
  withFormKey,
} from "@/db/testing";
import { addSecret } from "../clients/add-secret";
import { createClient } from "../clients/create-client";
import { findClient } from "../clients/find-client";
import { checkClientId } from "../clients/find-free-client-ids";
import { listClients } from "../clients/list-clients";
import { retireSecret } from "../clients/retire-secret";
import { moveClock, now } from "../clock";
import { hashSecret, sameDigest } from "../secrets";
import { deleteClient } from "./delete-client";

afterEach(() => moveClock(0));

const input = { clientId: "a-good-client", contactEmail: "a@b.test", purpose: "", terms: "on" as const };
const creating = { act: "create client" } as const;

describe("a new client", () => {
  it(
    "stores its secret as a keyed hash only",
    rolledBack(async () => {
      const actor = await makeActor({ kind: "partner", key: creating });
      const made = await createClient(actor, input);
      if (!made.ok) throw new Error(made.code);
      expect(made.view.secret).toMatch(/^mps_test_[0-9A-Za-z]{46}$/);
      const [row] = await asFounder((tx) => tx.select().from(secrets));
      const expected = hashSecret(made.view.secret, row?.pepperId)?.hash;
      expect(row && expected && sameDigest(row.hash, expected)).toBe(true);
      expect(JSON.stringify(row)).not.toContain(made.view.secret.slice(9, 40));
    }),
  );

  it(
    "names when a used form was used, and what it made",
    rolledBack(async () => {
      const actor = await makeActor({ kind: "partner", key: creating });
      const made = await createClient(actor, input);
      const again = await createClient(actor, { ...input, clientId: "another-client" });
      if (!made.ok || again.ok) throw new Error("unexpected");
      expect(again.facts?.subjectId).toBe(made.view.clientRowId);
      expect(Date.parse(again.facts?.at ?? "")).toBeGreaterThan(0);
    }),
  );

  it(
    "is refused where it reads like one that is there, also a deleted one",
    rolledBack(async () => {
      const actor = await makeActor({ kind: "partner", key: creating });
      await makeClient({ id: actor.organisationId }, { clientId: "modern-shop", deletedAt: now() });
      for (const clientId of ["modern-shop", "Modern Shop", "modem-shop", "m0dern-shop"]) {
        const refused = await createClient(withFormKey(actor, creating), { ...input, clientId });
        expect(refused).toMatchObject({ ok: false, code: "taken" });
      }
      expect(await checkClientId("m0dern-shop")).toMatchObject({ free: false, why: "client_id_taken" });
      expect(await checkClientId("quite-free-name")).toEqual({ free: true });
      expect(await checkClientId("short")).toMatchObject({ free: false, why: "client_id_shape" });
    }),
  );

  it(
    "is not named like its maker's e-mail address",
    rolledBack(async () => {
      const actor = { ...(await makeActor({ kind: "partner", key: creating })), email: "Anna@Example" };
      const refused = await createClient(actor, { ...input, clientId: "anna@example" });
      expect(refused).toMatchObject({ ok: false, fields: { clientId: "client_id_email" } });
    }),
  );

  it(
    "asks for a fresh sign-in after ten minutes",
    rolledBack(async () => {
      const actor = await makeActor({
        kind: "partner",
        key: { ...creating, path: "/new-client?as=partner" },
      });
      moveClock(601);
      const refused = await createClient(actor, input);
      expect(refused).toMatchObject({ ok: false, code: "sign_in_again" });
      expect(!refused.ok && refused.facts?.href).toBe("/sign-in?again=1&next=%2Fnew-client%3Fas%3Dpartner");
    }),
  );
});

describe("the list of clients", () => {
  it(
    "counts live secrets and open links of each client, and no others",
    rolledBack(async () => {
      const actor = await makeActor();
      const own = { id: actor.organisationId };
      const [busy, idle] = [await makeClient(own), await makeClient(own)];
      await makeSecret(busy);
      await makeSecret(busy, { endsAt: new Date(now().getTime() + 60_000) });
      await makeSecret(busy, { retiredAt: now() });
      await makeSecret(idle, { endsAt: new Date(now().getTime() - 1000) });
      await makeLink(busy, await makeSeller(own));
      await makeLink(busy, await makeSeller(own));
      await makeLink(busy, await makeSeller(own), { unlinkedAt: now(), reason: "other" });
      const counts = (await listClients(viewerOf(actor))).map((row) => [
        row.clientId,
        row.liveSecrets,
        row.openLinks,
      ]);
      expect(counts).toContainEqual([busy.clientId, 2, 2]);
      expect(counts).toContainEqual([idle.clientId, 0, 0]);
    }),
  );
});

describe("secrets", () => {
  it(
    "with an overlap work side by side until it ends",
    rolledBack(async () => {
      const actor = await makeActor();
      const client = await makeClient({ id: actor.organisationId });
      await makeSecret(client);
      const form = () => withFormKey(actor, { act: "add secret", offered: { client: [client.id] } });
      const added = await addSecret(form(), { overlap: "1h", label: "shop server" });
      expect(added).toMatchObject({ ok: true });
      const live = async () =>
        (await findClient(viewerOf(actor), client.id))?.secrets.filter((one) => one.live).length;
      expect(await live()).toBe(2);
      expect(await addSecret(form(), { overlap: "0", label: "" })).toMatchObject({
        ok: false,
        code: "limit",
        facts: { limit: "two_secrets" },
      });
      moveClock(3601);
      expect(await live()).toBe(1);
    }),
  );

  it(
    "without an overlap replace the old one at once",
    rolledBack(async () => {
      const actor = await makeActor();
      const client = await makeClient({ id: actor.organisationId });
      const { row } = await makeSecret(client);
      const added = await addSecret(
        withFormKey(actor, { act: "add secret", offered: { client: [client.id] } }),
        {
          overlap: "0",
          label: "",
        },
      );
      expect(added.ok).toBe(true);
      const found = (await findClient(viewerOf(actor), client.id))?.secrets;
      expect(found?.find(({ id }) => id === row.id)?.retiredAt).toBeInstanceOf(Date);
      expect(found?.filter((one) => one.live)).toHaveLength(1);
    }),
  );

  it(
    "that are about to end are never made to live longer by an overlap",
    rolledBack(async () => {
      const actor = await makeActor();
      const client = await makeClient({ id: actor.organisationId });
      const soon = new Date(now().getTime() + 60_000);
      await makeSecret(client, { endsAt: soon });
      const form = withFormKey(actor, { act: "add secret", offered: { client: [client.id] } });
      const added = await addSecret(form, { overlap: "30d", label: "" });
      expect(added).toMatchObject({ ok: true, view: { oldEndsAt: soon.toISOString() } });
    }),
  );

  it(
    "of another client are not found",
    rolledBack(async () => {
      const actor = await makeActor();
      const [mine, other] = [
        await makeClient({ id: actor.organisationId }),
        await makeClient({ id: actor.organisationId }),
      ];
      const { row } = await makeSecret(other);
      const form = withFormKey(actor, { act: "retire secret", offered: { client: [mine.id] } });
      expect(await retireSecret(form, { secretId: row.id })).toMatchObject({ ok: false, code: "not_found" });
    }),
  );
});

describe("deleting a client", () => {
  it(
    "asks for its clientId to the letter, and for a tick where links are open",
    rolledBack(async () => {
      const actor = await makeActor();
      const client = await makeClient({ id: actor.organisationId }, { clientId: "To-Be-Deleted" });
      await makeSecret(client);
      await makeLink(client, await makeSeller({ id: actor.organisationId }));
      const form = () => withFormKey(actor, { act: "delete client", offered: { client: [client.id] } });
      expect(await deleteClient(form(), { typedClientId: "to-be-deleted", endLinks: "on" })).toMatchObject({
        fields: { typedClientId: "client_id_mismatch" },
      });
      expect(await deleteClient(form(), { typedClientId: "To-Be-Deleted" })).toMatchObject({
        fields: { endLinks: "must_accept" },
      });
      expect(await listClients(viewerOf(actor))).toHaveLength(1);
      expect(await deleteClient(form(), { typedClientId: "To-Be-Deleted", endLinks: "on" })).toMatchObject({
        ok: true,
      });
      expect(await listClients(viewerOf(actor))).toHaveLength(0);
      const [link] = await asFounder((tx) => tx.select().from(sellerLinks));
      expect(link).toMatchObject({ reason: "client_deleted", unlinkedBy: actor.personId });
      const [secret] = await asFounder((tx) => tx.select().from(secrets));
      expect(secret?.retiredAt).toBeInstanceOf(Date);
      const [row] = await asFounder((tx) => tx.select().from(clients).where(eq(clients.id, client.id)));
      expect(row?.tokensNotBefore).toBeInstanceOf(Date);
    }),
  );
});
