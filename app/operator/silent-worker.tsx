import type { WorkerView } from "@/lib/desk/read-worker";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { Notice } from "../_ui/notice";

type Props = { worker: WorkerView; t: Text; withLink?: boolean };

/** Says in red that nothing leaves any more; nothing while a worker is alive. */
export function SilentWorker({ worker: { isSilent, seenAt }, t, withLink }: Props) {
  if (!isSilent) return null;
  const said = t.desk.silent;
  return (
    <Notice title={said.title} tone="danger">
      <p data-worker="silent">{seenAt ? said.since(moment(seenAt, t.language).text) : said.never}</p>
      {withLink && (
        <p>
          <a className="link" href="/operator/jobs">
            {said.open}
          </a>
        </p>
      )}
    </Notice>
  );
}
