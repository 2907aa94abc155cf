"use server";

import { action } from "@/lib/action";
import { listAgain } from "@/lib/directory/list-again";
import {
  listAgainInput,
  saveListingInput,
  submitListingInput,
  takeBackListingInput,
  unlistListingInput,
} from "@/lib/directory/listing-input";
import { saveListing } from "@/lib/directory/save-listing";
import { submitListing } from "@/lib/directory/submit-listing";
import { takeBackListing } from "@/lib/directory/take-back-listing";
import { unlistListing } from "@/lib/directory/unlist-listing";

export const saveListingAction = action(saveListingInput, saveListing);
export const submitListingAction = action(submitListingInput, submitListing);
export const takeBackListingAction = action(takeBackListingInput, takeBackListing);
export const unlistListingAction = action(unlistListingInput, unlistListing);
export const listAgainAction = action(listAgainInput, listAgain);
