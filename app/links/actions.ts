"use server";

import { action } from "@/lib/action";
import { unlinkClientInput } from "@/lib/links/input";
import { unlinkClient } from "@/lib/links/unlink-client";

export const unlinkClientAction = action(unlinkClientInput, unlinkClient);
