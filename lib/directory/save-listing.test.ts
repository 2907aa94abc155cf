import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, events } from "@/db/schema";
import { makeClient, rolledBack } from "@/db/testing";
import { now } from "../clock";
import { paint } from "../picture.testing";
import type { SaveListingInput } from "./listing-input";
import {
  decide,
  entryOf,
  type ListingScene,
  listingForm,
  listingScene,
  makeEntry,
  proveDomain,
  versionsOf,
} from "./listing-scene.testing";
import { saveListing } from "./save-listing";
import { submitListing } from "./submit-listing";

const save = async (
  { actor, complete, ...scene }: ListingScene,
  over: Partial<SaveListingInput> = {},
  offered: Record<string, string[]> = {},
) => saveListing(await listingForm(actor, "save listing", scene, offered), { ...complete, ...over });
const submit = async ({ actor, ...scene }: ListingScene) =>
  submitListing(await listingForm(actor, "submit listing", scene));
const asFile = (bytes: Buffer, name = "logo.png") => new File([new Uint8Array(bytes)], name);
const refusedFields = (fields: Record<string, string>) => ({ ok: false, code: "invalid", fields });

describe("a draft", () => {
  it(
    "may lack everything but a name, and each save counts",
    rolledBack(async () => {
      const scene = await listingScene({ domain: null });
      const bare = { description: "", website: "", methods: [], supportUrl: "" };
      expect(await save(scene, bare)).toMatchObject({ view: { goTo: "/listing?done=saved" } });
      expect(await save(scene)).toMatchObject({ ok: true });
      const { displayName, website, supportUrl } = scene.complete;
      expect(await versionsOf(scene.actor)).toMatchObject([
        {
          displayName,
          website,
          supportUrl,
          revision: 2,
          submittedAt: null,
          domain: null,
          clientRowId: scene.client.id,
        },
      ]);
      expect(await entryOf(scene.actor)).toBeUndefined();
    }),
  );

  it(
    "is told early that its name cannot be",
    rolledBack(async () => {
      const [scene, other] = [await listingScene(), await listingScene()];
      await makeEntry(other);
      expect(await save(scene, { displayName: other.name })).toMatchObject(
        refusedFields({ displayName: "name_taken" }),
      );
      expect(await save(scene, { displayName: "Cdiscount" })).toMatchObject(
        refusedFields({ displayName: "name_protected" }),
      );
      expect(await versionsOf(scene.actor)).toEqual([]);
    }),
  );

  it(
    "stands only on a client that its form offered, of its own and not deleted",
    rolledBack(async () => {
      const [scene, other] = [await listingScene(), await listingScene()];
      expect(await save(scene, { clientRowId: other.client.id })).toMatchObject({ code: "not_found" });
      const forged = { clientRowId: [other.client.id] };
      expect(await save(scene, { clientRowId: other.client.id }, forged)).toMatchObject({
        code: "not_found",
      });
      const second = await makeClient({ id: scene.actor.organisationId });
      const both = { clientRowId: [scene.client.id, second.id] };
      expect(await save(scene, { clientRowId: second.id }, both)).toMatchObject({ ok: true });
      expect(await versionsOf(scene.actor)).toMatchObject([{ clientRowId: second.id }]);
      await asFounder((tx) => tx.update(clients).set({ deletedAt: now() }).where(eq(clients.id, second.id)));
      expect(await save(scene, { clientRowId: second.id }, both)).toMatchObject({ code: "not_found" });
    }),
  );

  it(
    "rests while it is submitted, and after a decision a new one begins",
    rolledBack(async () => {
      const scene = await listingScene();
      await save(scene);
      expect(await submit(scene)).toMatchObject({ ok: true });
      expect(await save(scene)).toMatchObject({ code: "stale", facts: { href: "/listing" } });
      await decide(scene.actor, "changes");
      expect(await save(scene, { website: "https://company.com/" })).toMatchObject({ ok: true });
      expect(await versionsOf(scene.actor)).toMatchObject([
        { decidedAt: null, website: "https://company.com/", revision: 1 },
        { decision: "changes", comments: { website: "Whose is it?" } },
      ]);
    }),
  );
});

describe("a submission", () => {
  it(
    "names everything that is missing, at its field",
    rolledBack(async () => {
      const scene = await listingScene({ domain: null });
      await save(scene, { description: "Too short.", website: "", methods: [], supportUrl: "" });
      await asFounder((tx) =>
        tx.update(clients).set({ suspendedAt: now() }).where(eq(clients.id, scene.client.id)),
      );
      expect(await submit(scene)).toEqual({
        ok: false,
        code: "invalid",
        fields: {
          description: "too_short",
          website: "required",
          methods: "required",
          supportUrl: "required",
          clientRowId: "required",
          domain: "domain_unproven",
        },
      });
    }),
  );

  it(
    "wants the website at the proven domain or below it, the newest one",
    rolledBack(async () => {
      const scene = await listingScene({ domain: "other.com" });
      await save(scene);
      expect(await submit(scene)).toMatchObject(refusedFields({ website: "website_domain" }));
      await save(scene, { website: "https://evil-other.com/" });
      expect(await submit(scene)).toMatchObject(refusedFields({ website: "website_domain" }));
      await proveDomain(scene.actor, "company.com");
      await save(scene);
      expect(await submit(scene)).toMatchObject({ ok: true });
      expect(await versionsOf(scene.actor)).toMatchObject([{ domain: "company.com", domainProof: "dns" }]);
    }),
  );

  it(
    "is of what was read: a draft that was changed since is not submitted",
    rolledBack(async () => {
      const scene = await listingScene();
      await save(scene);
      const read = await listingForm(scene.actor, "submit listing", scene);
      await save(scene, { description: "Something else altogether now." });
      expect(await submitListing(read)).toMatchObject({ code: "stale", facts: { href: "/listing" } });
      expect(await versionsOf(scene.actor)).toMatchObject([{ submittedAt: null }]);
    }),
  );
});

describe("a public entry", () => {
  it(
    "changes at once in what needs no look, and says so in the trail without the words",
    rolledBack(async () => {
      const scene = await listingScene();
      await makeEntry(scene);
      const changes = {
        description: "Something new that is long enough.",
        website: "https://www.company.com/elsewhere",
        supportUrl: "https://help.company.com/",
        methods: ["delegation" as const, "own-credentials" as const],
      };
      expect(await save(scene, changes)).toMatchObject({ view: { goTo: "/listing?done=edited" } });
      expect(await entryOf(scene.actor)).toMatchObject(changes);
      expect(await versionsOf(scene.actor)).toEqual([]);
      const written = await asFounder((tx) =>
        tx.select().from(events).where(eq(events.type, "listing.edited")).orderBy(events.id),
      );
      expect(written).toMatchObject([{ data: { fields: "description, website, methods, supportUrl" } }]);
      expect(await save(scene, changes)).toMatchObject({ view: { goTo: "/listing?done=same" } });
      expect(await save(scene, { ...changes, description: "Short." })).toMatchObject(
        refusedFields({ description: "too_short" }),
      );
    }),
  );

  it.each([
    ["its name", { displayName: "Zorilla Perpetua" }],
    ["its website's host", { website: "https://company.com/marketplaces" }],
  ])("stays as it is while a change of %s waits", (_, change) =>
    rolledBack(async () => {
      const scene = await listingScene();
      await makeEntry(scene);
      const before = await entryOf(scene.actor);
      expect(
        await save(scene, { ...change, description: "Something new that is long enough." }),
      ).toMatchObject({
        view: { goTo: "/listing?done=saved" },
      });
      expect(await entryOf(scene.actor)).toEqual(before);
      expect(await versionsOf(scene.actor)).toMatchObject([change]);
      // The old words again: nothing is left that would have to be looked at.
      expect(await save(scene)).toMatchObject({ view: { goTo: "/listing?done=same" } });
      expect(await versionsOf(scene.actor)).toEqual([]);
    })(),
  );

  it(
    "waits with everything while another domain is proven, or another client or picture stands behind it",
    rolledBack(async () => {
      const scene = await listingScene();
      const { id: other } = await makeClient({ id: scene.actor.organisationId });
      await makeEntry(scene);
      const both = { clientRowId: [scene.client.id, other] };
      expect(await save(scene, { clientRowId: other }, both)).toMatchObject({
        view: { goTo: "/listing?done=saved" },
      });
      expect(await save(scene)).toMatchObject({ view: { goTo: "/listing?done=same" } });
      const logo = asFile(await paint().png().toBuffer());
      expect(await save(scene, { logo })).toMatchObject({ view: { goTo: "/listing?done=saved" } });
      expect(await entryOf(scene.actor)).toMatchObject({ clientRowId: scene.client.id, logo: null });
      await save(scene, { noLogo: "on" });
      await proveDomain(scene.actor, "company.net");
      const text = { description: "Something new that is long enough." };
      expect(await save(scene, text)).toMatchObject({ view: { goTo: "/listing?done=saved" } });
      expect(await versionsOf(scene.actor)).toMatchObject([{ domain: "company.net", ...text }]);
    }),
  );

  it(
    "is not changed while the operator holds it back",
    rolledBack(async () => {
      const scene = await listingScene();
      await makeEntry(scene, { approvedAt: null, suspendedAt: now() });
      const description = "Something new that is long enough.";
      expect(await save(scene, { description })).toMatchObject({ view: { goTo: "/listing?done=saved" } });
      expect(await entryOf(scene.actor)).toMatchObject({ description: scene.complete.description });
    }),
  );
});
