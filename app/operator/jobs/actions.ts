"use server";

import { action } from "@/lib/action";
import { retryDeliveryInput, retryFailedInput, retryLetterInput } from "@/lib/desk/input";
import { retryDelivery } from "@/lib/desk/retry-delivery";
import { retryFailed } from "@/lib/desk/retry-failed";
import { retryLetter } from "@/lib/desk/retry-letter";

export const retryLetterAction = action(retryLetterInput, retryLetter);
export const retryDeliveryAction = action(retryDeliveryInput, retryDelivery);
export const retryFailedAction = action(retryFailedInput, retryFailed);
