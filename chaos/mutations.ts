import { makeActor, makeClient, makeSeller } from "@/db/testing";
import { mintSeller } from "@/lib/accounts/mint-seller";
import { addSecret } from "@/lib/clients/add-secret";
import { askForReview } from "@/lib/clients/ask-for-review";
import { createClient } from "@/lib/clients/create-client";
import { giveHandOver } from "@/lib/clients/give-hand-over";
import { resumeClient } from "@/lib/clients/resume-client";
import { retireSecret } from "@/lib/clients/retire-secret";
import { showHandOver } from "@/lib/clients/show-hand-over";
import { suspendAnyClient } from "@/lib/clients/suspend-any-client";
import { suspendClient } from "@/lib/clients/suspend-client";
import { switchPortalApi } from "@/lib/clients/switch-portal-api";
import { now } from "@/lib/clock";
import { createLinkedClient } from "@/lib/links/create-linked-client";
import { deleteClient } from "@/lib/links/delete-client";
import { changeRole } from "@/lib/team/change-role";
import { inviteMember } from "@/lib/team/invite-member";
import { removeMember } from "@/lib/team/remove-member";
import { before, clientInput, letters, type Mutation, makeTeam, meet, meetLinked } from "./mutation-scenes";
import { mutationsOfLinks } from "./mutations-of-links";
import { mutationsOfPeople } from "./mutations-of-people";
import { mutationsOfSellers } from "./mutations-of-sellers";
import { mutationsOfTable } from "./mutations-of-table";

const mutationsOfClients: Mutation[] = [
  {
    name: "create client",
    leaves: "client.created",
    async prepare() {
      const actor = before(await makeActor({ kind: "partner" }), "create client");
      const input = clientInput();
      return () => createClient(actor, input);
    },
  },
  {
    name: "create linked client",
    leaves: "client.created",
    async prepare() {
      const shop = await makeActor();
      const { sellerId } = await makeSeller({ id: shop.organisationId });
      const actor = before(shop, "create linked client", { sellerId: [String(sellerId)] });
      const input = { ...clientInput(), sellerId };
      return () => createLinkedClient(actor, input);
    },
  },
  {
    name: "add secret",
    leaves: "secret.added",
    async prepare() {
      const { desk, offered } = await meet();
      const actor = before(desk, "add secret", offered);
      return () => addSecret(actor, { overlap: "24h", label: "" });
    },
  },
  {
    name: "retire secret",
    leaves: "secret.retired",
    async prepare() {
      const { desk, offered, secretId } = await meet();
      const actor = before(desk, "retire secret", offered);
      return () => retireSecret(actor, { secretId, cut: undefined });
    },
  },
  {
    name: "suspend client",
    leaves: "client.suspended",
    async prepare() {
      const { desk, offered } = await meet();
      const actor = before(desk, "suspend client", offered);
      return () => suspendClient(actor);
    },
  },
  {
    name: "resume client",
    leaves: "client.resumed",
    async prepare() {
      const desk = await makeActor({ kind: "partner" });
      const client = await makeClient({ id: desk.organisationId }, { suspendedAt: now() });
      const actor = before(desk, "resume client", { client: [client.id] });
      return () => resumeClient(actor);
    },
  },
  {
    name: "delete client",
    leaves: "client.deleted",
    async prepare() {
      const { desk, offered, client } = await meetLinked();
      const actor = before(desk, "delete client", offered);
      return () => deleteClient(actor, { typedClientId: client.clientId, endLinks: "on" });
    },
  },
  {
    name: "switch portal API",
    leaves: "portal_api.on",
    async prepare() {
      const { desk, offered } = await meet();
      const actor = before(desk, "switch portal API", offered);
      return () => switchPortalApi(actor, { do: "portal_api", state: "on" });
    },
  },
  {
    name: "ask for review",
    leaves: "review.requested",
    async prepare() {
      const { desk, offered } = await meet();
      const actor = before(desk, "ask for review", offered);
      return () => askForReview(actor, { do: "review", sentence: "We send offers." });
    },
  },
  {
    name: "give hand-over",
    leaves: "hand_over.given",
    async prepare() {
      const { desk, offered } = await meet();
      const actor = before(desk, "give hand-over", offered);
      return () => giveHandOver(actor, { do: "hand_over", phrase: "", label: "x", sellerId: null });
    },
  },
  {
    name: "show hand-over",
    leaves: "hand_over.opened",
    async prepare() {
      const { desk, offered, shop } = await meet();
      const input = { do: "hand_over", phrase: "", label: "x", sellerId: null } as const;
      const given = await giveHandOver(before(desk, "give hand-over", offered), input);
      if (!given.ok) throw new Error(`not given: ${given.code}`);
      const actor = before(shop, "show hand-over");
      const token = given.view.url.split("/").at(-1) ?? "";
      return () => showHandOver(actor, { do: "show", token, phrase: "" });
    },
  },
  {
    name: "suspend any client",
    leaves: "client.suspended",
    async prepare() {
      const { offered } = await meet();
      const actor = before(await makeActor({ kind: "operator" }), "suspend any client", offered);
      return () => suspendAnyClient(actor, { do: "suspend", reason: "asked for" });
    },
  },
  {
    name: "mint seller",
    leaves: "seller.created",
    async prepare() {
      const actor = before(await makeActor(), "mint seller");
      return () => mintSeller(actor);
    },
  },
  {
    name: "invite member",
    leaves: "team_invitation.created",
    async prepare() {
      const actor = before(await makeActor(), "invite member");
      const email = `${letters()}@chaos.test`;
      return () => inviteMember(actor, { email, role: "viewer" });
    },
  },
  {
    name: "change role",
    leaves: "member.role_changed",
    async prepare() {
      const { owner, memberId } = await makeTeam();
      const actor = before(owner, "change role", { memberId: [memberId] });
      return () => changeRole(actor, { memberId, role: "editor" });
    },
  },
  {
    name: "remove member",
    leaves: "member.removed",
    async prepare() {
      const { owner, memberId } = await makeTeam();
      const actor = before(owner, "remove member", { memberId: [memberId] });
      return () => removeMember(actor, { memberId });
    },
  },
];

const byHand: Mutation[] = [
  ...mutationsOfClients,
  ...mutationsOfLinks,
  ...mutationsOfSellers,
  ...mutationsOfPeople,
];

/** The mutations that are tried, by the right that each asks for. */
export const mutations: Mutation[] = [...byHand, ...mutationsOfTable(byHand)];
