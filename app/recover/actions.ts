"use server";

import { beginRecovery } from "@/lib/accounts/begin-recovery";
import { beginRecoveryInput, stopRecoveryInput } from "@/lib/accounts/input";
import { stopRecovery } from "@/lib/accounts/stop-recovery";
import { visitorAction } from "@/lib/action";

export const beginRecoveryAction = visitorAction(beginRecoveryInput, beginRecovery);
export const stopRecoveryAction = visitorAction(stopRecoveryInput, stopRecovery);
