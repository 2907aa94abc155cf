import { beforeAll, expect, it } from "vitest";
import { makeActor, ownDatabase, withFormKey } from "@/db/testing";
import { decideListing } from "./decide-listing";
import { entryOf, listingForm, listingScene, versionsOf } from "./listing-scene.testing";
import { saveListing } from "./save-listing";
import { submitListing } from "./submit-listing";
import { takeBackListing } from "./take-back-listing";

beforeAll(() => ownDatabase());

const codes = (results: { ok: boolean; code?: string }[]) =>
  results.map((result) => (result.ok ? "done" : result.code)).sort();

it("two first saves at once are one draft", async () => {
  const scene = await listingScene();
  const forms = [
    await listingForm(scene.actor, "save listing", scene),
    await listingForm(scene.actor, "save listing", scene),
  ];
  expect(codes(await Promise.all(forms.map((form) => saveListing(form, scene.complete))))).toEqual([
    "done",
    "done",
  ]);
  expect(await versionsOf(scene.actor)).toMatchObject([{ revision: 2 }]);
});

it("of two tabs that submit, one does", async () => {
  const scene = await listingScene();
  await saveListing(await listingForm(scene.actor, "save listing", scene), scene.complete);
  const forms = [
    await listingForm(scene.actor, "submit listing", scene),
    await listingForm(scene.actor, "submit listing", scene),
  ];
  expect(codes(await Promise.all(forms.map((form) => submitListing(form))))).toEqual(["done", "stale"]);
});

it("a decision and a taking back have one winner, and never both", async () => {
  const operator = await makeActor({ kind: "operator" });
  for (let n = 0; n < 5; n++) {
    const scene = await listingScene();
    await saveListing(await listingForm(scene.actor, "save listing", scene), scene.complete);
    await submitListing(await listingForm(scene.actor, "submit listing", scene));
    const [version] = await versionsOf(scene.actor);
    if (!version) throw new Error("nothing was submitted");
    const desk = withFormKey(operator, {
      act: "decide listing",
      offered: { listingId: [version.id], revision: [String(version.revision)] },
    });
    const silent = {
      "comment-displayName": "",
      "comment-description": "",
      "comment-logo": "",
      "comment-website": "",
      "comment-methods": "",
      "comment-supportUrl": "",
    };
    const results = await Promise.all([
      takeBackListing(await listingForm(scene.actor, "take back listing", scene)),
      decideListing(desk, { listingId: version.id, decision: "approve", reason: "Reads well.", ...silent }),
    ]);
    expect(codes(results)).toEqual(["done", "stale"]);
    const [after] = await versionsOf(scene.actor);
    expect(after?.submittedAt === null).toBe(after?.decidedAt === null);
    expect(Boolean(await entryOf(scene.actor))).toBe(after?.decidedAt !== null);
  }
});

it("a save over a submission does not change what was submitted", async () => {
  const scene = await listingScene();
  await saveListing(await listingForm(scene.actor, "save listing", scene), scene.complete);
  const [submits, saves] = [
    await listingForm(scene.actor, "submit listing", scene),
    await listingForm(scene.actor, "save listing", scene),
  ];
  const late = { ...scene.complete, description: "Something that nobody has read before." };
  const [submitted, saved] = await Promise.all([submitListing(submits), saveListing(saves, late)]);
  expect(codes([submitted, saved])).toEqual(["done", "stale"]);
  const [version] = await versionsOf(scene.actor);
  expect(version?.submittedAt === null).toBe(saved.ok);
  expect(version?.description).toBe(saved.ok ? late.description : scene.complete.description);
});
