"use server";

import { action } from "@/lib/action";
import { removeViewInput, saveViewInput } from "@/lib/links/bulk-input";
import { removeView } from "@/lib/links/remove-view";
import { saveView } from "@/lib/links/save-view";

export const saveViewAction = action(saveViewInput, saveView);
export const removeViewAction = action(removeViewInput, removeView);
