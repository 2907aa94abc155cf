import { expect, it } from "vitest";
import { makeActor, makeMember, makeOrganisation, rolledBack } from "@/db/testing";
import { formOf } from "../team/team-scene.testing";
import { findViewer, type Viewer } from "./find-actor";
import { followForm } from "./follow-form";
import { showOrganisation } from "./show-organisation";

const viewerOf = async (sessionId: string) => (await findViewer(sessionId)) as Viewer;

it(
  "shows the organisation of a form whose person has switched in another tab",
  rolledBack(async () => {
    const actor = await makeActor();
    const other = await makeOrganisation({ kind: "partner" });
    await makeMember({ id: actor.personId }, other);
    const shown = await showOrganisation(formOf(actor, "show organisation"), { organisationId: other.id });
    expect(shown.ok).toBe(true);
    expect(await followForm(await viewerOf(actor.sessionId), other.id)).toBe(false);
    expect(await followForm(await viewerOf(actor.sessionId), actor.organisationId)).toBe(true);
    expect((await viewerOf(actor.sessionId)).organisation.id).toBe(actor.organisationId);
  }),
);

it(
  "never shows one that the person does not belong to, nor follows a form of nobody",
  rolledBack(async () => {
    const [actor, stranger] = [await makeActor(), await makeActor()];
    for (const id of [stranger.organisationId, ""])
      expect(await followForm(await viewerOf(actor.sessionId), id)).toBe(false);
    expect((await viewerOf(actor.sessionId)).organisation.id).toBe(actor.organisationId);
  }),
);
