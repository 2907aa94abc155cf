import { headers } from "next/headers";
import type { Text } from "../_text/text";
import { day } from "../_time";
import { helpHref } from "../_ui/help-href";

/** The day on which somebody last read all pages of the guide against the API. */
const reviewedOn = "2026-11-22T12:00:00Z";

/** When a page of the guide was last read through, and the way to say that it is wrong. */
export async function Reviewed({ t }: { t: Text }) {
  const path = (await headers()).get("x-portal-path") ?? "/guide";
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-caption text-muted">
      <span>{t.reference.reviewed(day(reviewedOn, t.language))}</span>
      <a className="link" href={helpHref({ path })}>
        {t.reference.wrong}
      </a>
    </p>
  );
}
