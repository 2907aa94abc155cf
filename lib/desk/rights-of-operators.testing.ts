import { asFounder } from "@/db/client";
import { mails, secondFactors } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeOrganisation, makeSeller } from "@/db/testing";
import { addStaffNote } from "../accounts/add-staff-note";
import { createSellerForOthers } from "../accounts/create-seller-for-others";
import { removeSecondFactor } from "../accounts/remove-second-factor";
import { resumeOrganisation } from "../accounts/resume-organisation";
import { signOutForOthers } from "../accounts/sign-out-for-others";
import { suspendOrganisation } from "../accounts/suspend-organisation";
import { createClientForOthers } from "../clients/create-client-for-others";
import { resumeAnyClient } from "../clients/resume-any-client";
import { suspendAnyClient } from "../clients/suspend-any-client";
import { now } from "../clock";
import { newId } from "../id";
import { endAnyLink } from "../links/end-any-link";
import { linkForOthers } from "../links/link-for-others";
import { seal } from "../secrets";
import { makeDelivery, makeEndpoint } from "../webhooks/endpoint.testing";
import { retryDelivery } from "./retry-delivery";
import { retryFailed } from "./retry-failed";
import { retryLetter } from "./retry-letter";
import { row } from "./rights-table.testing";

const reason = "Written complaint of 20 November";
const contactEmail = "post@people.test";

const makePartner = async () => ({ id: (await makeActor({ kind: "partner" })).organisationId });
const makeShop = async () => ({ id: (await makeActor()).organisationId });

async function makeFailedLetter() {
  const [id, at] = [newId(), now()];
  const letter = { recipient: contactEmail, kind: "reset", subject: "s", sealedText: seal("t") };
  const times = { createdAt: at, dueAt: at, failedAt: at };
  await asFounder((tx) =>
    tx.insert(mails).values({ id, ...letter, sealedHtml: seal("t"), ...times, tries: 10 }),
  );
  return { mailId: id };
}

async function makeFailedDelivery() {
  const endpoint = await makeEndpoint(await makeClient(await makePartner()));
  return { deliveryId: (await makeDelivery(endpoint, { failedAt: now(), tries: 10 })).id };
}

const aboutClient = {
  about: "any" as const,
  make: async () => ({ client: (await makeClient(await makePartner())).id }),
  offered: ({ client }: { client: string }) => ({ client: [client] }),
};
const aboutShop = {
  about: "any" as const,
  make: async () => ({ organisation: (await makeShop()).id }),
  offered: ({ organisation }: { organisation: string }) => ({ organisation: [organisation] }),
};

export const rightsOfOperators = {
  "retry letter": row({
    about: "any",
    make: makeFailedLetter,
    offered: ({ mailId }) => ({ mailId: [mailId] }),
    act: (actor, { mailId }) => retryLetter(actor, { do: "resend", mailId }),
    isTyped: true,
    gone: "stale",
  }),
  "retry delivery": row({
    about: "any",
    make: makeFailedDelivery,
    offered: ({ deliveryId }) => ({ deliveryId: [deliveryId] }),
    act: (actor, { deliveryId }) => retryDelivery(actor, { do: "resend", deliveryId }),
    isTyped: true,
    gone: "stale",
  }),
  "retry failed": row({
    about: "nothing",
    make: makeFailedLetter,
    act: (actor) => retryFailed(actor, { do: "resend", what: "letters" }),
  }),
  "suspend any client": row({
    ...aboutClient,
    act: (actor) => suspendAnyClient(actor, { do: "suspend", reason }),
  }),
  "resume any client": row({
    ...aboutClient,
    make: async () => {
      const stopped = { operatorSuspendedAt: now(), suspendedAt: now(), suspendReason: reason };
      return { client: (await makeClient(await makePartner(), stopped)).id };
    },
    act: (actor) => resumeAnyClient(actor, { do: "resume", reason }),
  }),
  "suspend organisation": row({
    ...aboutShop,
    act: (actor) => suspendOrganisation(actor, { do: "suspend", reason }),
  }),
  "resume organisation": row({
    ...aboutShop,
    make: async () => ({ organisation: (await makeOrganisation({ suspendedAt: now() })).id }),
    act: (actor) => resumeOrganisation(actor, { do: "resume", reason }),
  }),
  "end any link": row({
    about: "any",
    make: async () => {
      const client = await makeClient(await makePartner());
      return { linkId: (await makeLink(client, await makeSeller(await makeShop()))).id };
    },
    offered: ({ linkId }) => ({ linkId: [linkId] }),
    act: (actor, { linkId }) => endAnyLink(actor, { linkId, reason }),
    isTyped: true,
  }),
  "link for others": row({
    about: "any",
    make: async () => {
      const { clientId } = await makeClient(await makePartner());
      return { clientId, seller: String((await makeSeller(await makeShop())).sellerId) };
    },
    offered: ({ seller }) => ({ seller: [seller] }),
    act: (actor, { clientId }) => linkForOthers(actor, { clientId, reason }),
    isTyped: true,
  }),
  "create client for others": row({
    ...aboutShop,
    act: (actor) => createClientForOthers(actor, { clientId: "shorty", contactEmail, reason }),
  }),
  "create seller for others": row({
    ...aboutShop,
    act: (actor) => createSellerForOthers(actor, { shopName: "Second shop", contactEmail, reason }),
  }),
  "remove second factor": row({
    ...aboutShop,
    make: async () => {
      const { organisationId: organisation, personId, email } = await makeActor();
      const row = { personId, sealedKey: seal("k"), since: now() };
      await asFounder((tx) => tx.insert(secondFactors).values(row));
      return { organisation, email };
    },
    offered: ({ organisation }) => ({ organisation: [organisation] }),
    act: (actor, { email }) => removeSecondFactor(actor, { email, reason }),
  }),
  "sign out for others": row({
    ...aboutShop,
    make: async () => {
      const { organisationId: organisation, email } = await makeActor();
      return { organisation, email };
    },
    offered: ({ organisation }) => ({ organisation: [organisation] }),
    act: (actor, { email }) => signOutForOthers(actor, { email, reason }),
  }),
  "add staff note": row({
    about: "nothing",
    make: async () => ({}),
    offered: () => ({ subject: ["what was looked at"] }),
    act: (actor) => addStaffNote(actor, { body: "Ask the bank." }),
  }),
};
