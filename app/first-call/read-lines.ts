import type { Refusal } from "@/lib/result";
import type { StepRow } from "./step-list";
import type { VerdictWords } from "./verdict-card";

/** What the tester's route sends, one JSON object a line: first `begin` or `refused`, then steps, then `end`. */
export type Line =
  | { kind: "begin"; formKey: string }
  | { kind: "step"; row: StepRow }
  | { kind: "end"; href: string; verdict: VerdictWords }
  | { kind: "refused"; refusal: Refusal };

/** The lines of an answer as they arrive. A last line without its end is not one. */
export async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
  }
}
