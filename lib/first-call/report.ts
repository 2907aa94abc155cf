import type { OperationId, Scenario } from "./operations";
import type { ShownAnswer } from "./run-steps";
import type { Facts, StepReport } from "./step";
import type { VerdictCode } from "./verdicts";

/** The receipt of one first call, as it is kept for 30 days and shown: no secret and no token in it. */
export type Report = {
  id: string;
  at: string;
  /** Made with the portal's own client, by somebody who had nothing yet. */
  starter: boolean;
  clientId: string;
  sellerId: string;
  operation: OperationId;
  scenario: Scenario | "";
  tokenUrl: string;
  callUrl: string;
  /** Where it is not GET. */
  method?: "POST" | "PATCH";
  /** What the operation has beside those of every call. */
  headers?: Record<string, string>;
  /** What was sent along, masked as everything else. */
  body?: string;
  steps: StepReport[];
  verdict: VerdictCode;
  /** What the verdict's sentences need: those of the step that decided. */
  facts: Facts;
  answer: ShownAnswer | null;
};
