"use server";

import { visitorAction } from "@/lib/action";
import { showHandOverInput } from "@/lib/clients/input";
import { showHandOver } from "@/lib/clients/show-hand-over";

export const showHandOverAction = visitorAction(showHandOverInput, showHandOver);
