import { env } from "@/lib/env";

/** The environment as this process found it. */
export const firstEnv = { ...env() };
