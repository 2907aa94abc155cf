import type { Decision } from "./decide";

/** The address of the chooser with these answers given. */
export function addressOf(answered: Decision["answered"]) {
  const query = new URLSearchParams(answered.map(({ question, answer }) => [question, answer]));
  return answered.length > 0 ? `/start?${query}` : "/start";
}
