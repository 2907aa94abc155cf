"use server";

import { removeSecondFactorInput } from "@/lib/accounts/input";
import { removeSecondFactor } from "@/lib/accounts/remove-second-factor";
import { action } from "@/lib/action";

export const removeSecondFactorAction = action(removeSecondFactorInput, removeSecondFactor);
