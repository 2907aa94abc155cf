"use server";

import { action } from "@/lib/action";
import { startBulkRunInput, stopBulkRunInput, undoBulkRunInput } from "@/lib/links/bulk-input";
import { startBulkRun } from "@/lib/links/start-bulk-run";
import { stopBulkRun } from "@/lib/links/stop-bulk-run";
import { undoBulkRun } from "@/lib/links/undo-bulk-run";

export const startBulkRunAction = action(startBulkRunInput, startBulkRun);
export const stopBulkRunAction = action(stopBulkRunInput, stopBulkRun);
export const undoBulkRunAction = action(undoBulkRunInput, undoBulkRun);
