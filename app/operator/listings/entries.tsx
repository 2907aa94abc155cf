import type { EntryRowView } from "@/lib/directory/list-entries";
import { formKey } from "../../_session";
import type { Text } from "../../_text/text";
import { day } from "../../_time";
import { Badge } from "../../_ui/badge";
import { Button } from "../../_ui/button";
import { Field } from "../../_ui/field";
import { FoldForm } from "../../_ui/fold-form";
import { FormField } from "../../_ui/form-field";
import { PlainForm } from "../../_ui/plain-form";
import { Section } from "../../_ui/section";
import { ListingFace } from "../../choose-aggregator/listing-face";
import { decideListingAction } from "./actions";
import { deskFormTexts } from "./desk-texts";

type Props = { q: string; entries: EntryRowView[]; may: boolean; t: Text };

const badges = { listed: "active", unlisted: "expired", suspended: "revoked" } as const;
/** What can become of an entry in each state. */
const choices = {
  listed: ["unlist", "suspend"],
  unlisted: ["suspend"],
  suspended: ["approve"],
} as const;

/** The entries of the directory, searched by name; without words those that are out of it. */
export function Entries({ q, entries, may, t }: Props) {
  const said = t.listingDesk.directory;
  return (
    <Section id="directory" intro={<p>{said.lead}</p>} title={said.title}>
      <PlainForm method="get" role="search" to="/operator/listings#directory">
        <Field
          autoComplete="off"
          defaultValue={q}
          label={said.label}
          maxLength={100}
          name="q"
          spellCheck={false}
          type="search"
        />
        <Button>{said.search}</Button>
      </PlainForm>
      {entries.length === 0 ? (
        <p>{q ? said.none : said.noneOut}</p>
      ) : (
        <>
          <p className="font-medium">{q ? said.found(q) : said.out}</p>
          <ul className="grid gap-3">
            {entries.map((entry) => (
              <Entry entry={entry} key={entry.id} may={may} t={t} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Entry({ entry, may, t }: { entry: EntryRowView; may: boolean; t: Text }) {
  const { id, name, logo, organisationName, state, since, by, reason } = entry;
  const { states, by: saidBy, directory: said } = t.listingDesk;
  const facts = [
    organisationName,
    ...(since ? [said.since(day(since, t.language))] : []),
    ...(by ? [saidBy(by)] : []),
  ];
  return (
    <li className="card grid gap-3" data-entry={id} data-state={state}>
      <ListingFace
        actions={null}
        badges={<Badge kind={badges[state]}>{states[state]}</Badge>}
        description={facts.join(" · ")}
        logo={logo}
        name={name}
        note={reason ? said.why(reason) : undefined}
      />
      {may && <EntryForm entry={entry} t={t} />}
    </li>
  );
}

async function EntryForm({ entry: { id, state }, t }: { entry: EntryRowView; t: Text }) {
  const { form, directory: said } = t.listingDesk;
  return (
    <FoldForm
      action={decideListingAction}
      formKey={await formKey("decide listing", "/operator/listings", { listingId: [id] })}
      hidden={{ listingId: id }}
      labels={{ decision: form.decision, reason: form.reason }}
      pending={t.common.sending}
      submit={form.submit}
      summary={said.act}
      texts={deskFormTexts(t)}
      variant="secondary"
    >
      <FormField
        errors={{ bad_choice: form.cannot }}
        kind="radios"
        label={form.decision}
        name="decision"
        options={choices[state].map((value) => ({ value, label: said.options[value] }))}
      />
      <FormField hint={said.reasonHint} kind="textarea" label={form.reason} maxLength={500} name="reason" />
    </FoldForm>
  );
}
