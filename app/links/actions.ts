"use server";

import { action } from "@/lib/action";
import { keepLinkInput, unlinkClientInput } from "@/lib/links/input";
import { keepLink } from "@/lib/links/keep-link";
import { unlinkClient } from "@/lib/links/unlink-client";

export const unlinkClientAction = action(unlinkClientInput, unlinkClient);
export const keepLinkAction = action(keepLinkInput, keepLink);
