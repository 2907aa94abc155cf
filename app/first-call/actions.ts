"use server";
import { action, visitorAction } from "@/lib/action";
import { firstCallInput, starterCallInput } from "@/lib/first-call/input";
import { runFirstCall } from "@/lib/first-call/run-first-call";
import { runStarterCall } from "@/lib/first-call/run-starter-call";

export const runFirstCallAction = action(firstCallInput, runFirstCall);
export const runStarterCallAction = visitorAction(starterCallInput, runStarterCall);
