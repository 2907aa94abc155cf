import type { Text } from "../_text/text";
import { Notice } from "../_ui/notice";
import { wayHrefs } from "../_ways";

/** Says before three values are made that one may be enough, and where to find out. */
export function Steer({ t }: { t: Text }) {
  const { title, body, go } = t.directory.steer;
  return (
    <Notice title={title}>
      <p>{body}</p>
      <p>
        <a className="link" href={wayHrefs.linkAgreeToSeller}>
          {go}
        </a>
      </p>
    </Notice>
  );
}
