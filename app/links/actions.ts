"use server";

import { action } from "@/lib/action";
import { keepLinkInput, restoreLinkInput, unlinkClientInput } from "@/lib/links/input";
import { keepLink } from "@/lib/links/keep-link";
import { restoreLink } from "@/lib/links/restore-link";
import { unlinkClient } from "@/lib/links/unlink-client";

export const unlinkClientAction = action(unlinkClientInput, unlinkClient);
export const keepLinkAction = action(keepLinkInput, keepLink);
export const restoreLinkAction = action(restoreLinkInput, restoreLink);
