"use server";

import { action } from "@/lib/action";
import { addSecret } from "@/lib/clients/add-secret";
import {
  addSecretInput,
  deleteClientInput,
  resumeClientInput,
  retireSecretInput,
  suspendClientInput,
} from "@/lib/clients/input";
import { resumeClient } from "@/lib/clients/resume-client";
import { retireSecret } from "@/lib/clients/retire-secret";
import { suspendClient } from "@/lib/clients/suspend-client";
import { deleteClient } from "@/lib/links/delete-client";
import { linkOwnClientInput } from "@/lib/links/input";
import { linkOwnClient } from "@/lib/links/link-own-client";

export const addSecretAction = action(addSecretInput, addSecret);
export const retireSecretAction = action(retireSecretInput, retireSecret);
export const suspendClientAction = action(suspendClientInput, suspendClient);
export const resumeClientAction = action(resumeClientInput, resumeClient);
export const deleteClientAction = action(deleteClientInput, deleteClient);
export const linkOwnClientAction = action(linkOwnClientInput, linkOwnClient);
