"use server";

import { signOutForOthersInput } from "@/lib/accounts/input";
import { signOutForOthers } from "@/lib/accounts/sign-out-for-others";
import { action } from "@/lib/action";

export const signOutForOthersAction = action(signOutForOthersInput, signOutForOthers);
