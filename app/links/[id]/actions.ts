"use server";

import { action } from "@/lib/action";
import { undoLinkInput } from "@/lib/links/input";
import { undoLink } from "@/lib/links/undo-link";

export const undoLinkAction = action(undoLinkInput, undoLink);
