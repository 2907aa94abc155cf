"use server";

import { action } from "@/lib/action";
import { unlinkSellerInput } from "@/lib/links/input";
import { unlinkSeller } from "@/lib/links/unlink-seller";

export const unlinkSellerAction = action(unlinkSellerInput, unlinkSeller);
