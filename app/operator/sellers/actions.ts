"use server";

import { bindSeller } from "@/lib/accounts/bind-seller";
import { bindSellerInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";

export const bindSellerAction = action(bindSellerInput, bindSeller);
