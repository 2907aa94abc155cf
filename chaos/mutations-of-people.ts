import { asFounder } from "@/db/client";
import { claimRequests, organisations, signUps } from "@/db/schema";
import { makeActor, makeSeller, makeSession } from "@/db/testing";
import { freshEmail, makeMember, makeVisitor, password, withForm } from "@/lib/accounts/act.testing";
import type { Actor } from "@/lib/accounts/actor";
import { beginSecondFactor } from "@/lib/accounts/begin-second-factor";
import { bindSeller } from "@/lib/accounts/bind-seller";
import { changePassword } from "@/lib/accounts/change-password";
import { claimSeller } from "@/lib/accounts/claim-seller";
import { askCode } from "@/lib/accounts/claims-scene.testing";
import { confirmSecondFactor } from "@/lib/accounts/confirm-second-factor";
import { decideClaim } from "@/lib/accounts/decide-claim";
import { endOtherSessions } from "@/lib/accounts/end-other-sessions";
import { endSecondFactor } from "@/lib/accounts/end-second-factor";
import { proveSeller } from "@/lib/accounts/prove-seller";
import type { Right } from "@/lib/accounts/rights";
import { codeOf, setUpSecondFactor } from "@/lib/accounts/second-factor.testing";
import { verifySignUp } from "@/lib/accounts/verify-sign-up";
import { inSeconds, now } from "@/lib/clock";
import { endReportShare } from "@/lib/first-call/end-report-share";
import { makeReport } from "@/lib/first-call/make-report.testing";
import { sendReport } from "@/lib/first-call/send-report";
import { shareReport } from "@/lib/first-call/share-report";
import { newId } from "@/lib/id";
import { deleteAccount } from "@/lib/privacy/delete-account";
import { deleteOrganisation } from "@/lib/privacy/delete-organisation";
import { makeLinkToken } from "@/lib/secrets";
import { before, type Mutation } from "./mutation-scenes";

const soon = () => ({ createdAt: now(), expiresAt: inSeconds(3600) });

/** A report of a first call, and its owner before one of its forms. */
async function makeOwnReport() {
  const owner = await makeActor();
  const { personId: memberId } = await makeActor({ organisationId: owner.organisationId });
  const firstCallId = await makeReport(owner);
  const at = (right: Right) => before(owner, right, { firstCallId: [firstCallId], memberId: [memberId] });
  return { at, firstCallId, memberId };
}

/** What people do about themselves, about accounts that they say are theirs, and about reports of theirs. */
export const mutationsOfPeople: Mutation[] = [
  {
    name: "verify sign-up",
    leaves: "person.signed_up",
    async prepare() {
      const { token, hash: tokenHash } = makeLinkToken();
      const who = { email: freshEmail(), kind: "seller" as const, companyName: "Maison", name: "Ada" };
      await asFounder((tx) =>
        tx.insert(signUps).values({ tokenHash, ...who, termsVersion: "2026-01", ...soon() }),
      );
      const visitor = makeVisitor("verify sign-up");
      return () => verifySignUp(visitor, { token, password, next: "" });
    },
  },
  {
    name: "change password",
    leaves: "person.password_changed",
    async prepare() {
      const actor = withForm(await makeMember(), "change password");
      return () => changePassword(actor, { currentPassword: password, password: "another battery staple" });
    },
  },
  {
    name: "end other sessions",
    leaves: "person.sessions_ended",
    async prepare() {
      const somebody = await makeActor();
      await makeSession({ id: somebody.personId });
      const actor = before(somebody, "end other sessions");
      return () => endOtherSessions(actor);
    },
  },
  {
    name: "begin second factor",
    leaves: "person.second_factor_begun",
    async prepare() {
      const actor = before(await makeActor(), "begin second factor");
      return () => beginSecondFactor(actor, { passcode: "" });
    },
  },
  {
    name: "confirm second factor",
    leaves: "person.second_factor_set",
    async prepare() {
      const somebody = await makeActor();
      await beginSecondFactor(before(somebody, "begin second factor"), { passcode: "" });
      const passcode = await codeOf(somebody.personId, 0);
      const actor = before(somebody, "confirm second factor");
      return () => confirmSecondFactor(actor, { passcode });
    },
  },
  {
    name: "end second factor",
    leaves: "person.second_factor_ended",
    async prepare() {
      const somebody = await makeActor();
      await setUpSecondFactor(somebody);
      const passcode = await codeOf(somebody.personId);
      const actor = before(somebody, "end second factor");
      return () => endSecondFactor(actor, { passcode });
    },
  },
  {
    name: "delete account",
    leaves: "person.deleted",
    async prepare() {
      const somebody = await makeActor();
      const actor = before(somebody, "delete account");
      return () =>
        deleteAccount(actor, {
          do: "delete_account",
          typedEmail: somebody.email,
          endOrganisations: "on",
        });
    },
  },
  {
    name: "delete organisation",
    leaves: "organisation.deleted",
    async prepare() {
      const owner = await makeActor();
      const typedName = await nameOf(owner);
      const actor = before(owner, "delete organisation");
      return () => deleteOrganisation(actor, { do: "delete_organisation", typedName });
    },
  },
  {
    name: "claim seller",
    async prepare() {
      const { sellerId } = await makeSeller();
      const actor = before(await makeActor(), "claim seller");
      return () => claimSeller(actor, { do: "claim", sellerId });
    },
  },
  {
    name: "prove seller",
    leaves: "seller.claimed",
    async prepare() {
      const somebody = await makeActor();
      const { id: claimId, code } = await askCode(somebody, await makeSeller());
      const actor = before(somebody, "prove seller", { claimId: [claimId] });
      return () => proveSeller(actor, { do: "claim", claimId, code });
    },
  },
  {
    name: "bind seller",
    leaves: "seller.bound",
    async prepare() {
      const [{ sellerId }, { email }] = [await makeSeller(), await makeActor()];
      const actor = before(await makeActor({ kind: "operator" }), "bind seller");
      return () => bindSeller(actor, { sellerId, email, reason: "asked for" });
    },
  },
  {
    name: "decide claim",
    leaves: "claim.accepted",
    async prepare() {
      const [owner, asking] = [await makeActor(), await makeActor()];
      const { sellerId } = await makeSeller({ id: owner.organisationId });
      const sides = { organisationId: owner.organisationId, askingOrganisationId: asking.organisationId };
      const row = { id: newId(), ...sides, personId: asking.personId, sellerId, createdAt: now() };
      await asFounder((tx) => tx.insert(claimRequests).values(row));
      const actor = before(owner, "decide claim", { requestId: [row.id] });
      return () => decideClaim(actor, { do: "accept", requestId: row.id });
    },
  },
  {
    name: "share report",
    leaves: "report.shared",
    async prepare() {
      const { at, firstCallId } = await makeOwnReport();
      const form = at("share report");
      return () => shareReport(form, { do: "share", firstCallId });
    },
  },
  {
    name: "end report share",
    leaves: "report.share_ended",
    async prepare() {
      const { at, firstCallId } = await makeOwnReport();
      await shareReport(at("share report"), { do: "share", firstCallId });
      const form = at("end report share");
      return () => endReportShare(form, { do: "end_share", firstCallId });
    },
  },
  {
    name: "send report",
    leaves: "report.sent",
    async prepare() {
      const { at, firstCallId, memberId } = await makeOwnReport();
      const form = at("send report");
      return () => sendReport(form, { do: "send", firstCallId, memberId, note: "" });
    },
  },
];

async function nameOf({ organisationId }: Actor) {
  const rows = await asFounder((tx) => tx.select().from(organisations));
  return rows.find(({ id }) => id === organisationId)?.name ?? "";
}
