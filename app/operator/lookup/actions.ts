"use server";

import { addStaffNote } from "@/lib/accounts/add-staff-note";
import { createSellerForOthers } from "@/lib/accounts/create-seller-for-others";
import {
  addStaffNoteInput,
  createSellerForOthersInput,
  resumeOrganisationInput,
  suspendOrganisationInput,
} from "@/lib/accounts/input";
import { resumeOrganisation } from "@/lib/accounts/resume-organisation";
import { suspendOrganisation } from "@/lib/accounts/suspend-organisation";
import { action } from "@/lib/action";
import { createClientForOthers } from "@/lib/clients/create-client-for-others";
import { createClientForOthersInput, resumeAnyClientInput, suspendAnyClientInput } from "@/lib/clients/input";
import { resumeAnyClient } from "@/lib/clients/resume-any-client";
import { suspendAnyClient } from "@/lib/clients/suspend-any-client";
import { endAnyLink } from "@/lib/links/end-any-link";
import { endAnyLinkInput, linkForOthersInput } from "@/lib/links/input";
import { linkForOthers } from "@/lib/links/link-for-others";

export const suspendAnyClientAction = action(suspendAnyClientInput, suspendAnyClient);
export const resumeAnyClientAction = action(resumeAnyClientInput, resumeAnyClient);
export const suspendOrganisationAction = action(suspendOrganisationInput, suspendOrganisation);
export const resumeOrganisationAction = action(resumeOrganisationInput, resumeOrganisation);
export const endAnyLinkAction = action(endAnyLinkInput, endAnyLink);
export const linkForOthersAction = action(linkForOthersInput, linkForOthers);
export const createClientForOthersAction = action(createClientForOthersInput, createClientForOthers);
export const createSellerForOthersAction = action(createSellerForOthersInput, createSellerForOthers);
export const addStaffNoteAction = action(addStaffNoteInput, addStaffNote);
