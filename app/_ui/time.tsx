/** A moment: the machine's form and the words for people, both made by the caller. */
export type Moment = { iso: string; text: string };

/** A moment in words, with its exact time for machines. */
export function Time({ at, className }: { at: Moment; className?: string }) {
  return (
    <time className={className} dateTime={at.iso}>
      {at.text}
    </time>
  );
}
