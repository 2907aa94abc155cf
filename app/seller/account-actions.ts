"use server";

import { claimSeller } from "@/lib/accounts/claim-seller";
import { decideClaim } from "@/lib/accounts/decide-claim";
import { claimSellerInput, decideClaimInput, mintSellerInput, proveSellerInput } from "@/lib/accounts/input";
import { mintSeller } from "@/lib/accounts/mint-seller";
import { proveSeller } from "@/lib/accounts/prove-seller";
import { action } from "@/lib/action";

export const mintSellerAction = action(mintSellerInput, mintSeller);
export const claimSellerAction = action(claimSellerInput, claimSeller);
export const proveSellerAction = action(proveSellerInput, proveSeller);
export const decideClaimAction = action(decideClaimInput, decideClaim);
