"use server";

import { signUpInput } from "@/lib/accounts/input";
import { signUp } from "@/lib/accounts/sign-up";
import { visitorAction } from "@/lib/action";

export const signUpAction = visitorAction(signUpInput, signUp);
