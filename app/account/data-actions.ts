"use server";

import { action } from "@/lib/action";
import { deleteAccount } from "@/lib/privacy/delete-account";
import { deleteOrganisation } from "@/lib/privacy/delete-organisation";
import { deleteAccountInput, deleteOrganisationInput } from "@/lib/privacy/input";

export const deleteAccountAction = action(deleteAccountInput, deleteAccount);
export const deleteOrganisationAction = action(deleteOrganisationInput, deleteOrganisation);
