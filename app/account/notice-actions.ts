"use server";

import { chooseNotices } from "@/lib/accounts/choose-notices";
import { chooseNoticesInput } from "@/lib/accounts/notice-input";
import { action } from "@/lib/action";

export const chooseNoticesAction = action(chooseNoticesInput, chooseNotices);
