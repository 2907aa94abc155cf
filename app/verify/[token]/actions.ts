"use server";

import { verifySignUpInput } from "@/lib/accounts/input";
import { verifySignUp } from "@/lib/accounts/verify-sign-up";
import { visitorAction } from "@/lib/action";

export const verifySignUpAction = visitorAction(verifySignUpInput, verifySignUp);
