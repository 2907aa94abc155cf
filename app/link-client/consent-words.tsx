import type { Text } from "../_text/text";
import { Section } from "../_ui/section";

/** What is agreed to: what it allows and what not, for how long, and how to undo it. */
export function ConsentWords({ t }: { t: Text }) {
  const { words } = t.consent;
  const lists = [
    { id: "allows", title: words.allowsTitle, points: words.allows },
    { id: "forbids", title: words.forbidsTitle, points: words.forbids },
  ];
  const sentences = [
    { id: "long", title: words.longTitle, body: words.long },
    { id: "undo", title: words.undoTitle, body: words.undo },
  ];
  return (
    <div className="grid items-start gap-6 md:grid-cols-2">
      {lists.map(({ id, title, points }) => (
        <Section id={id} key={id} title={title}>
          <ul className="grid list-disc gap-1 pl-5">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Section>
      ))}
      {sentences.map(({ id, title, body }) => (
        <Section id={id} key={id} title={title}>
          <p>{body}</p>
        </Section>
      ))}
    </div>
  );
}
