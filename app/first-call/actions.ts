"use server";
import { action, visitorAction } from "@/lib/action";
import { endReportShare } from "@/lib/first-call/end-report-share";
import { firstCallInput, starterCallInput } from "@/lib/first-call/input";
import { runFirstCall } from "@/lib/first-call/run-first-call";
import { runStarterCall } from "@/lib/first-call/run-starter-call";
import { sendReport } from "@/lib/first-call/send-report";
import { endReportShareInput, sendReportInput, shareReportInput } from "@/lib/first-call/share-input";
import { shareReport } from "@/lib/first-call/share-report";

export const runFirstCallAction = action(firstCallInput, runFirstCall);
export const runStarterCallAction = visitorAction(starterCallInput, runStarterCall);
export const shareReportAction = action(shareReportInput, shareReport);
export const endReportShareAction = action(endReportShareInput, endReportShare);
export const sendReportAction = action(sendReportInput, sendReport);
