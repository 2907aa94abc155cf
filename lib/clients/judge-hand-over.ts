/** How a hand-over stands. `stopped`: its client does not work, or its giver has left. */
export type HandOverState = "waiting" | "opened" | "withdrawn" | "closed" | "stopped" | "expired";

/** So often a wrong phrase may be typed before the hand-over closes for good. */
export const phraseTries = 5;

type Facts = {
  openedAt: Date | null;
  withdrawnAt: Date | null;
  wrongPhrases: number;
  expiresAt: Date;
  isStopped: boolean;
};

/** The state of a hand-over at a moment; only a waiting one can be opened. */
export function judgeHandOver(facts: Facts, at: Date): HandOverState {
  if (facts.openedAt) return "opened";
  if (facts.withdrawnAt) return "withdrawn";
  if (facts.wrongPhrases >= phraseTries) return "closed";
  if (facts.expiresAt <= at) return "expired";
  return facts.isStopped ? "stopped" : "waiting";
}
