"use server";

import { action } from "@/lib/action";
import { addSecret } from "@/lib/clients/add-secret";
import { askForReview } from "@/lib/clients/ask-for-review";
import { giveHandOver } from "@/lib/clients/give-hand-over";
import {
  addSecretInput,
  askForReviewInput,
  deleteClientInput,
  giveHandOverInput,
  resumeClientInput,
  retireSecretInput,
  suspendClientInput,
  withdrawHandOverInput,
} from "@/lib/clients/input";
import { resumeClient } from "@/lib/clients/resume-client";
import { retireSecret } from "@/lib/clients/retire-secret";
import { suspendClient } from "@/lib/clients/suspend-client";
import { withdrawHandOver } from "@/lib/clients/withdraw-hand-over";
import { deleteClient } from "@/lib/links/delete-client";
import { linkOwnClientInput } from "@/lib/links/input";
import { linkOwnClient } from "@/lib/links/link-own-client";

export const addSecretAction = action(addSecretInput, addSecret);
export const retireSecretAction = action(retireSecretInput, retireSecret);
export const suspendClientAction = action(suspendClientInput, suspendClient);
export const resumeClientAction = action(resumeClientInput, resumeClient);
export const askForReviewAction = action(askForReviewInput, askForReview);
export const deleteClientAction = action(deleteClientInput, deleteClient);
export const linkOwnClientAction = action(linkOwnClientInput, linkOwnClient);
export const giveHandOverAction = action(giveHandOverInput, giveHandOver);
export const withdrawHandOverAction = action(withdrawHandOverInput, withdrawHandOver);
