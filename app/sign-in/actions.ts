"use server";

import { signInInput } from "@/lib/accounts/input";
import { signIn } from "@/lib/accounts/sign-in";
import { visitorAction } from "@/lib/action";

export const signInAction = visitorAction(signInInput, signIn);
