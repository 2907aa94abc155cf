"use server";

import { action } from "@/lib/action";
import { answerTicket } from "@/lib/help/answer-ticket";
import { answerTicketInput, openTicketInput, solveTicketInput } from "@/lib/help/input";
import { openTicket } from "@/lib/help/open-ticket";
import { solveTicket } from "@/lib/help/solve-ticket";

export const openTicketAction = action(openTicketInput, openTicket);
export const answerTicketAction = action(answerTicketInput, answerTicket);
export const solveTicketAction = action(solveTicketInput, solveTicket);
