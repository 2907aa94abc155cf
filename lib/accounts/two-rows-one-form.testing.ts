import { withFormKey } from "@/db/testing";
import { newId } from "../id";
import type { Result } from "../result";
import type { Actor } from "./actor";
import type { Right } from "./rights";

/** An act about one row, of the two that a page might list. */
type AboutOne = {
  actor: Actor;
  act: Right;
  /** The field that names the row. */
  field: string;
  rows: [string, string];
  run: (actor: Actor, id: string) => Promise<Result<unknown>>;
};

/** What an act answers whose forms count: see `pressTwoRows`. */
export const eachFormCounts = ["not_found", "done", "stale", "done"];

/**
 * Presses the buttons of two rows: the first with a form that offered another row, then both with one form that
 * offered both, then the second with a form of its own. Nothing but what was meant is done where this answers
 * `not_found`, `done`, `stale`, `done`: no row that was not offered, no second one with one form, none besides.
 */
export async function pressTwoRows({ actor, act, field, rows: [one, two], run }: AboutOne) {
  const form = (...ids: string[]) => withFormKey(actor, { act, path: "/here", offered: { [field]: ids } });
  const both = form(one, two);
  const answers = [
    await run(form(newId()), one),
    await run(both, one),
    await run(both, two),
    await run(form(two), two),
  ];
  return answers.map((answer) => (answer.ok ? "done" : answer.code));
}
