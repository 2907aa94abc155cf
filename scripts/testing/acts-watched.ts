import { AsyncLocalStorage } from "node:async_hooks";
import type { Right } from "@/lib/accounts/rights";

/** What an act was allowed to do in a transaction, and how much had been written in each table by then. */
export type Watch = { rights: Right[]; earlier: Record<string, number> };

/** One for a process: files that share it must not lose sight of each other's acts. */
export const watches = new AsyncLocalStorage<Watch>();
