"use server";
import { action, visitorAction } from "@/lib/action";
import { pasteInput } from "@/lib/paste/input";
import { readPasteAsMember, readPasteAsVisitor } from "@/lib/paste/take-paste";

export const readPasteAction = action(pasteInput, readPasteAsMember);
export const readPasteAsVisitorAction = visitorAction(pasteInput, readPasteAsVisitor);
