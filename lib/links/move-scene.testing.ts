import { eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { bulkRuns, events, invitations, mails } from "@/db/schema";
import { makeClient, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { moveClock, now } from "../clock";
import { type BulkScene, bulkInput, bulkScene, letItBeDue, readRun } from "./bulk-scene.testing";
import { agree, beforeConsent } from "./consent-scene.testing";
import { linkClient } from "./link-client";
import { runBulkItems } from "./run-bulk-items";
import { startBulkRun } from "./start-bulk-run";

export type Client = Awaited<ReturnType<typeof makeClient>>;
type Scene = BulkScene & { target: Client };

/** Linked sellers of one client, and another client of the same owner that is reviewed. */
export async function moveScene(many = 2): Promise<Scene> {
  const scene = await bulkScene(many);
  const target = await makeClient({ id: scene.partner.organisationId }, { reviewedAt: now() });
  return { ...scene, target };
}

type Asked = { to?: string; offered?: string[]; count?: number };

/** Presses the button of the form that moves all open links. */
export function start(s: Scene, actor: Actor, { to = s.target.clientId, offered, count }: Asked = {}) {
  const form = moveForm(s, actor, { to, offered, count });
  return startBulkRun(form, bulkInput({ act: "move", clientId: to }));
}

/** That form, as it stands before somebody. */
export function moveForm(s: Scene, actor: Actor, { to = s.target.clientId, offered, count }: Asked = {}) {
  const chosen = { client: [s.client.id], count: [String(count ?? s.links.length)] };
  const act = "start bulk run" as const;
  return withFormKey(actor, { act, path: "/x", offered: { ...chosen, clientId: offered ?? [to] } });
}

/** Starts it; resolves to the run's id. */
export async function startMove(s: Scene) {
  const result = await start(s, s.partner);
  if (!result.ok) throw new Error(`the run was refused: ${JSON.stringify(result)}`);
  return result.view.goTo.split("/").at(-1) ?? "";
}

/** Lets the worker go through a run. */
export async function work(s: Scene, id: string) {
  letItBeDue();
  await runBulkItems({ id, organisationId: s.partner.organisationId });
  await asFounder((tx) => tx.update(bulkRuns).set({ finishedAt: now() }).where(eq(bulkRuns.id, id)));
  moveClock(0);
  return readRun(id);
}

/** Moves all, up to where the sellers have been asked. */
export const move = async (s: Scene) => work(s, await startMove(s));

/** What the other client has asked, by SellerId. */
export const requestsOf = (s: Scene) =>
  asFounder((tx) =>
    tx
      .select()
      .from(invitations)
      .where(eq(invitations.clientRowId, s.target.id))
      .orderBy(invitations.addresseeSellerId),
  );
/** The events of a type, oldest first. */
export const eventsOf = (type: string) =>
  asFounder((tx) => tx.select().from(events).where(eq(events.type, type)).orderBy(events.id));
/** The letters of a kind. */
export const lettersOf = (kind: string) =>
  asFounder((tx) => tx.select().from(mails).where(eq(mails.kind, kind)));

/** The owner of the account says yes on the consent page of the request. */
export const accept = (s: Scene, invitationId: string, sellerId: number) =>
  linkClient(
    beforeConsent(s.seller, s.target, [{ sellerId }], { offered: { invitation: [invitationId] } }),
    agree({ sellerId }),
  );
