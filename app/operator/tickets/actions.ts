"use server";

import { action } from "@/lib/action";
import { closeTicket } from "@/lib/help/close-ticket";
import { closeTicketInput, noteTicketInput, replyToTicketInput, takeTicketInput } from "@/lib/help/input";
import { noteTicket } from "@/lib/help/note-ticket";
import { replyToTicket } from "@/lib/help/reply-to-ticket";
import { takeTicket } from "@/lib/help/take-ticket";

export const takeTicketAction = action(takeTicketInput, takeTicket);
export const replyToTicketAction = action(replyToTicketInput, replyToTicket);
export const closeTicketAction = action(closeTicketInput, closeTicket);
export const noteTicketAction = action(noteTicketInput, noteTicket);
