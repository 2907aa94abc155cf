import type { Text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { Notice } from "../_ui/notice";

type Props = {
  name: string;
  /** Where to confirm the password first; null where that was done just now. */
  fresh: string | null;
  t: Text;
};

/** The warning before a client that nobody has looked at. */
export function Unreviewed({ name, fresh, t }: Props) {
  const said = t.consent.unreviewed;
  return (
    <div id="unreviewed">
      <Notice title={said.title} tone="danger">
        <p>{said.body(name)}</p>
        <ul className="grid list-disc gap-1 pl-5">
          {said.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        {fresh && (
          <p>
            <ButtonLink href={fresh}>{said.fresh}</ButtonLink>
          </p>
        )}
      </Notice>
    </div>
  );
}
