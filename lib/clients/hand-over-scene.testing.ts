import { eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { events, secrets } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeSecret, makeSeller, withFormKey } from "@/db/testing";
import { makeVisitor } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import { giveHandOver } from "./give-hand-over";
import type { GiveHandOverInput } from "./input";
import { showHandOver } from "./show-hand-over";
import { withdrawHandOver } from "./withdraw-hand-over";

/** A seller's client with one secret and one linked account, and a form to give a hand-over before its editor. */
export async function scene() {
  const owner = await makeActor();
  const seller = await makeSeller({ id: owner.organisationId });
  const client = await makeClient({ id: owner.organisationId });
  const { secret: plain } = await makeSecret(client);
  await makeLink(client, seller);
  const offered = { client: [client.id], sellerId: [String(seller.sellerId)] };
  const editor = await makeActor({ organisationId: owner.organisationId, role: "editor" });
  const form = (actor: Actor) => withFormKey(actor, { act: "give hand-over", offered });
  return { owner, editor, seller, client, plain, form };
}
export type Scene = Awaited<ReturnType<typeof scene>>;

/** What the form that gives one sends. */
export const inputOf = (s: Scene, over: Partial<GiveHandOverInput> = {}): GiveHandOverInput => ({
  do: "hand_over",
  label: "Plugin Ltd",
  phrase: "",
  sellerId: s.seller.sellerId,
  ...over,
});

/** Gives one, and hands back its token as well. */
export async function give(s: Scene, over: Partial<GiveHandOverInput> = {}) {
  const given = await giveHandOver(s.form(s.editor), inputOf(s, over));
  if (!given.ok) throw new Error(given.code);
  return { ...given.view, token: given.view.url.split("/").at(-1) ?? "" };
}

/** Presses *Show*, in a browser of its own. */
export const show = (token: string, phrase = "") =>
  showHandOver(makeVisitor("show hand-over"), { do: "show", token, phrase });
/** Takes one back. */
export const withdraw = (actor: Actor, id: string) =>
  withdrawHandOver(withFormKey(actor, { act: "withdraw hand-over", offered: { handOverId: [id] } }), {
    do: "withdraw",
    handOverId: id,
  });
/** Every secret of the client, retired ones too. */
export const secretsOf = (s: Scene) =>
  asFounder((tx) => tx.select().from(secrets).where(eq(secrets.clientRowId, s.client.id)));
/** What the audit trail has of the client. */
export const eventsOf = (s: Scene) =>
  asFounder((tx) => tx.select().from(events).where(eq(events.clientRowId, s.client.id)).orderBy(events.id));
/** The same, in names. */
export const typesOf = async (s: Scene) => (await eventsOf(s)).map(({ type }) => type);
