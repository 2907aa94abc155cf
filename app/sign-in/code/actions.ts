"use server";

import { askForRecovery } from "@/lib/accounts/ask-for-recovery";
import { confirmByCode } from "@/lib/accounts/confirm-by-code";
import { enterCode } from "@/lib/accounts/enter-code";
import { askForRecoveryInput, confirmByCodeInput, enterCodeInput } from "@/lib/accounts/input";
import { action, visitorAction } from "@/lib/action";

export const enterCodeAction = visitorAction(enterCodeInput, enterCode);
export const askForRecoveryAction = visitorAction(askForRecoveryInput, askForRecovery);
export const confirmByCodeAction = action(confirmByCodeInput, confirmByCode);
