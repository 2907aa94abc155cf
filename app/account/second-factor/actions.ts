"use server";

import { beginSecondFactor } from "@/lib/accounts/begin-second-factor";
import { confirmSecondFactor } from "@/lib/accounts/confirm-second-factor";
import { endSecondFactor } from "@/lib/accounts/end-second-factor";
import { beginSecondFactorInput, confirmSecondFactorInput, endSecondFactorInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";

export const beginSecondFactorAction = action(beginSecondFactorInput, beginSecondFactor);
export const confirmSecondFactorAction = action(confirmSecondFactorInput, confirmSecondFactor);
export const endSecondFactorAction = action(endSecondFactorInput, endSecondFactor);
