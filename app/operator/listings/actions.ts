"use server";

import { action } from "@/lib/action";
import { decideListing } from "@/lib/directory/decide-listing";
import { decideListingInput } from "@/lib/directory/desk-input";

export const decideListingAction = action(decideListingInput, decideListing);
