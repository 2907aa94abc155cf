"use server";

import { action } from "@/lib/action";
import { acceptRequest } from "@/lib/links/accept-request";
import { acceptRequestInput } from "@/lib/links/invitation-input";

export const acceptRequestAction = action(acceptRequestInput, acceptRequest);
