"use server";

import { action } from "@/lib/action";
import { linkClientInput } from "@/lib/links/input";
import { linkClient } from "@/lib/links/link-client";

export const linkClientAction = action(linkClientInput, linkClient);
