import { now } from "@/lib/clock";
import type { EntryView, OwnListingView, VersionView } from "@/lib/directory/find-listing";
import type { Text } from "../_text/text";
import { ago, day, moment } from "../_time";
import { ButtonLink } from "../_ui/button";
import { helpHref } from "../_ui/help-href";
import { Notice } from "../_ui/notice";
import { Section } from "../_ui/section";
import { ListAgainForm, TakeBackForm, UnlistForm } from "./act-forms";
import { entryLabels } from "./entry-words";

type Props = { view: OwnListingView; may: boolean; t: Text };

/** Where the entry stands, in the list and on its way there, with what can be done about it. */
export function Standing({ view: { entry, version, changed }, may, t }: Props) {
  const said = t.listing.standing;
  return (
    <Section id="standing" title={said.title}>
      {entry && <Entry entry={entry} t={t} />}
      {may && entry?.state === "unlisted" && <ListAgainForm t={t} />}
      {version && <Version changed={entry?.state === "listed" ? changed : null} t={t} version={version} />}
      {may && version?.state === "submitted" && <TakeBackForm id={version.id} t={t} />}
      {may && entry?.state === "listed" && <UnlistForm t={t} />}
      {!entry && !version && <p className="max-w-measure">{said.none}</p>}
    </Section>
  );
}

function Entry({ entry: { state, at, name, reason }, t }: { entry: EntryView; t: Text }) {
  const said = t.listing.standing;
  const when = day(at, t.language);
  if (state === "unlisted") return <Notice tone="warning">{said.unlisted(name, when)}</Notice>;
  if (state === "suspended")
    return (
      <Notice tone="danger">
        <p>{said.suspended(name, when)}</p>
        {reason && <p className="whitespace-pre-line">{said.why(reason)}</p>}
        <p>
          <ButtonLink href={helpHref({ path: "/listing" })} size="small">
            {said.help}
          </ButtonLink>
        </p>
      </Notice>
    );
  return (
    <Notice tone="success">
      <p>{said.listed(name, when)}</p>
      <p>
        <a className="link" href={`/choose-aggregator?${new URLSearchParams({ q: name })}`}>
          {said.see}
        </a>
      </p>
    </Notice>
  );
}

type VersionProps = {
  version: VersionView;
  /** In what it differs from the public entry; null where there is none. */
  changed: OwnListingView["changed"] | null;
  t: Text;
};

function Version({ version: { state, at, reason }, changed, t }: VersionProps) {
  const said = t.listing.standing;
  const when = moment(at, t.language).text;
  const labels = entryLabels(t);
  const isDecided = state === "changes" || state === "rejected";
  return (
    <Notice tone={isDecided ? "warning" : "info"}>
      <p>{state === "submitted" ? said.submitted(ago(at, now(), t.language), when) : said[state](when)}</p>
      {isDecided && reason && <p className="whitespace-pre-line">{said.why(reason)}</p>}
      {changed && <p>{said.stays}</p>}
      {changed && changed.length > 0 && <p>{said.differs(changed.map((name) => labels[name]).join(", "))}</p>}
    </Notice>
  );
}
