"use server";

import { action } from "@/lib/action";
import { editKeptSeller } from "@/lib/links/edit-kept-seller";
import { editKeptSellerInput, keepSellerInput, removeKeptSellerInput } from "@/lib/links/invitation-input";
import { keepSeller } from "@/lib/links/keep-seller";
import { removeKeptSeller } from "@/lib/links/remove-kept-seller";

export const keepSellerAction = action(keepSellerInput, keepSeller);
export const editKeptSellerAction = action(editKeptSellerInput, editKeptSeller);
export const removeKeptSellerAction = action(removeKeptSellerInput, removeKeptSeller);
