"use server";

import { action } from "@/lib/action";
import { createClient } from "@/lib/clients/create-client";
import { createClientInput } from "@/lib/clients/input";
import { createLinkedClient } from "@/lib/links/create-linked-client";
import { createLinkedClientInput } from "@/lib/links/input";

export const createLinkedClientAction = action(createLinkedClientInput, createLinkedClient);
export const createClientAction = action(createClientInput, createClient);
