"use server";

import { confirmByCode } from "@/lib/accounts/confirm-by-code";
import { enterCode } from "@/lib/accounts/enter-code";
import { confirmByCodeInput, enterCodeInput } from "@/lib/accounts/input";
import { action, visitorAction } from "@/lib/action";

export const enterCodeAction = visitorAction(enterCodeInput, enterCode);
export const confirmByCodeAction = action(confirmByCodeInput, confirmByCode);
