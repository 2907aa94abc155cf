"use server";

import { askForReset } from "@/lib/accounts/ask-for-reset";
import { askForResetInput, resetPasswordInput } from "@/lib/accounts/input";
import { resetPassword } from "@/lib/accounts/reset-password";
import { visitorAction } from "@/lib/action";

export const askForResetAction = visitorAction(askForResetInput, askForReset);
export const resetPasswordAction = visitorAction(resetPasswordInput, resetPassword);
