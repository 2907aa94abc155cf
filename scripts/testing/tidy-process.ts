import { moveClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { firstEnv } from "./first-env";

// Before each file: whatever the one before changed in this process is as it was.
const mine: Record<string, unknown> = env();
for (const name of Object.keys(mine)) if (!(name in firstEnv)) delete mine[name];
Object.assign(mine, firstEnv);
moveClock(0);
