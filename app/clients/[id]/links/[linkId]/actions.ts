"use server";

import { action } from "@/lib/action";
import { noteSellerInput, tagSellerInput, untagSellerInput } from "@/lib/links/bulk-input";
import { unlinkSellerInput } from "@/lib/links/input";
import { noteSeller } from "@/lib/links/note-seller";
import { tagSeller } from "@/lib/links/tag-seller";
import { unlinkSeller } from "@/lib/links/unlink-seller";
import { untagSeller } from "@/lib/links/untag-seller";

export const tagSellerAction = action(tagSellerInput, tagSeller);
export const untagSellerAction = action(untagSellerInput, untagSeller);
export const noteSellerAction = action(noteSellerInput, noteSeller);
export const unlinkSellerAction = action(unlinkSellerInput, unlinkSeller);
