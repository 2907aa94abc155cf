import { Notice } from "./_ui/notice";

/** What just happened, after an act that ended in a redirect: the address carries its name, which may be anything. */
export function DoneNotice({ done, sentences }: { done: string; sentences: Record<string, string> }) {
  if (!Object.hasOwn(sentences, done)) return null;
  return (
    <Notice live tone="success">
      {sentences[done]}
    </Notice>
  );
}
