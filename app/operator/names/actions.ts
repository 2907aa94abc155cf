"use server";

import { action } from "@/lib/action";
import { confirmName } from "@/lib/directory/confirm-name";
import { confirmNameInput, proposeNameInput, withdrawNameInput } from "@/lib/directory/desk-input";
import { proposeName } from "@/lib/directory/propose-name";
import { withdrawName } from "@/lib/directory/withdraw-name";

export const proposeNameAction = action(proposeNameInput, proposeName);
export const confirmNameAction = action(confirmNameInput, confirmName);
export const withdrawNameAction = action(withdrawNameInput, withdrawName);
