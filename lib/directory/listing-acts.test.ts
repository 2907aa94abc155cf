import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { events, listings, members, sessions } from "@/db/schema";
import { makeActor, rolledBack } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import type { Right } from "../accounts/rights";
import { now } from "../clock";
import type { Result } from "../result";
import { listAgain } from "./list-again";
import {
  entryOf,
  type ListingScene,
  listingForm,
  listingScene,
  makeEntry,
  versionsOf,
} from "./listing-scene.testing";
import { saveListing } from "./save-listing";
import { submitListing } from "./submit-listing";
import { takeBackListing } from "./take-back-listing";
import { unlistListing } from "./unlist-listing";

type Act = {
  right: Right;
  before: (scene: ListingScene) => Promise<unknown>;
  run: (actor: Actor, scene: ListingScene) => Promise<Result<unknown>>;
  isDone: (scene: ListingScene) => Promise<boolean>;
  event: string;
};

const save = async (scene: ListingScene) =>
  saveListing(await listingForm(scene.actor, "save listing", scene), scene.complete);
const submit = async (scene: ListingScene) => {
  await save(scene);
  return submitListing(await listingForm(scene.actor, "submit listing", scene));
};
const newest = async ({ actor }: ListingScene) => (await versionsOf(actor))[0];

const acts: Act[] = [
  {
    right: "save listing",
    before: async () => {},
    run: (actor, { complete }) => saveListing(actor, complete),
    isDone: async (scene) => Boolean(await newest(scene)),
    event: "listing.saved",
  },
  {
    right: "submit listing",
    before: save,
    run: submitListing,
    isDone: async (scene) => Boolean((await newest(scene))?.submittedAt),
    event: "listing.submitted",
  },
  {
    right: "take back listing",
    before: submit,
    run: takeBackListing,
    isDone: async (scene) => (await newest(scene))?.submittedAt === null,
    event: "listing.taken_back",
  },
  {
    right: "unlist listing",
    before: makeEntry,
    run: unlistListing,
    isDone: async ({ actor }) => (await entryOf(actor))?.approvedAt === null,
    event: "listing.unlisted",
  },
  {
    right: "list again",
    before: (scene) => makeEntry(scene, { approvedAt: null, unlistedAt: now() }),
    run: listAgain,
    isDone: async ({ actor }) => Boolean((await entryOf(actor))?.approvedAt),
    event: "listing.relisted",
  },
];

const eventsOf = (type: string) =>
  asFounder((tx) => tx.select().from(events).where(eq(events.type, type)).orderBy(events.id));

describe.each(acts)("$right", ({ right, before, run, isDone, event }) => {
  const ready = async () => {
    const scene = await listingScene();
    await before(scene);
    return scene;
  };

  it(
    "does it once, by an editor too, and writes down who did it",
    rolledBack(async () => {
      const scene = await ready();
      const { organisationId } = scene.actor;
      const editor = await makeActor({ organisationId, role: "editor" });
      const form = await listingForm(editor, right, scene);
      expect(await run(form, scene)).toMatchObject({
        ok: true,
        view: { goTo: expect.stringContaining("/listing?done=") },
      });
      expect(await isDone(scene)).toBe(true);
      expect(await run(form, scene)).toMatchObject({ ok: false, code: "stale" });
      expect(await eventsOf(event)).toMatchObject([
        { actorPersonId: editor.personId, organisationId, clientRowId: scene.client.id },
      ]);
    }),
  );

  it(
    "refuses whoever may not, and changes nothing",
    rolledBack(async () => {
      const scene = await ready();
      const { organisationId } = scene.actor;
      const [viewer, gone, removed] = [
        await makeActor({ organisationId, role: "viewer" }),
        await makeActor({ organisationId }),
        await makeActor({ organisationId }),
      ];
      await asFounder((tx) =>
        tx.update(sessions).set({ endedAt: now() }).where(eq(sessions.personId, gone.personId)),
      );
      await asFounder((tx) => tx.delete(members).where(eq(members.personId, removed.personId)));
      const refusals: [Actor, string][] = [
        [viewer, "not_allowed"],
        [gone, "sign_in_again"],
        [removed, "not_allowed"],
      ];
      for (const kind of ["seller", "partner", "operator"] as const)
        refusals.push([await makeActor({ kind }), "not_allowed"]);
      for (const [actor, code] of refusals)
        expect(await run(await listingForm(actor, right, scene), scene)).toMatchObject({ code });
      const mistaken = await listingForm(scene.actor, "create client", scene);
      expect(await run(mistaken, scene)).toMatchObject({ code: "stale" });
      expect(await isDone(scene)).toBe(false);
      expect(await eventsOf(event)).toEqual([]);
    }),
  );

  it(
    "touches nothing of another aggregator, whatever its form offers",
    rolledBack(async () => {
      const scene = await ready();
      const stranger = await listingScene();
      const form = { ...(await listingForm(scene.actor, right, scene)), ...{} };
      const foreign: Actor = {
        ...stranger.actor,
        key: form.key && { ...form.key, organisationId: stranger.actor.organisationId },
      };
      expect(await run(foreign, scene)).toMatchObject({ ok: false });
      expect(await isDone(scene)).toBe(false);
    }),
  );
});

describe("what is held back by the operator", () => {
  it(
    "is neither taken out nor put back by its owner",
    rolledBack(async () => {
      const scene = await listingScene();
      await makeEntry(scene, { approvedAt: null, unlistedAt: now(), suspendedAt: now(), suspendReason: "r" });
      for (const [right, act] of [
        ["unlist listing", unlistListing],
        ["list again", listAgain],
      ] as const)
        expect(await act(await listingForm(scene.actor, right, scene))).toMatchObject({
          code: "stale",
          facts: { href: "/listing" },
        });
      expect(await entryOf(scene.actor)).toMatchObject({ approvedAt: null });
    }),
  );

  it(
    "cannot be approved by its own organisation, by no statement",
    rolledBack(async () => {
      const scene = await listingScene();
      await makeEntry(scene, { approvedAt: null, suspendedAt: now() });
      const { inOrganisation } = await import("@/db/client");
      const work = inOrganisation(scene.actor, (tx) =>
        tx
          .update(listings)
          .set({ approvedAt: now() })
          .where(eq(listings.organisationId, scene.actor.organisationId)),
      );
      await expect(work).rejects.toThrow();
    }),
  );
});

it(
  "an entry that is taken out takes its submission with it",
  rolledBack(async () => {
    const scene = await listingScene();
    await makeEntry(scene);
    const changed = { ...scene, complete: { ...scene.complete, displayName: `${scene.name} Nord` } };
    expect(await submit(changed)).toMatchObject({ ok: true });
    expect(await unlistListing(await listingForm(scene.actor, "unlist listing", scene))).toMatchObject({
      ok: true,
    });
    expect(await newest(scene)).toMatchObject({ submittedAt: null });
    expect(await eventsOf("listing.taken_back")).toHaveLength(1);
  }),
);
