import { makeMask } from "./mask";
import { operations } from "./operations";
import { runSteps } from "./run-steps";
import type { StepReport } from "./step";

/**
 * One call to each origin, and how its steps ended. Made for a process of its own: what a process trusts is fixed when
 * it starts, so that a test's own authority needs one that was started with it.
 */
export async function runElsewhere(origins: string[]): Promise<StepReport[][]> {
  const told = [];
  for (const origin of origins) {
    const order = {
      tokenUrl: `${origin}/auth/realms/maas/protocol/openid-connect/token`,
      sellerApiUrl: `${origin}/seller/v2`,
      clientId: "my client",
      clientSecret: "a secret of this test",
      sellerId: "104512",
      operation: operations["sellers.get"],
      scenario: "" as const,
      deadlineMs: 5000,
    };
    const steps = [];
    for await (const step of runSteps(order, makeMask(), new AbortController().signal)) {
      if (step.state !== "running") steps.push(step);
    }
    told.push(steps);
  }
  return told;
}
