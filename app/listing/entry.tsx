import type { OwnListingView } from "@/lib/directory/find-listing";
import { connectionMethods } from "@/lib/directory/listing-input";
import { formKey } from "../_session";
import type { Text } from "../_text/text";
import { KeyValue } from "../_ui/key-value";
import { Section } from "../_ui/section";
import { DomainBadge, MethodBadge } from "../choose-aggregator/listing-badges";
import { entryLabels, entryTexts } from "./entry-words";
import { ListingForm } from "./listing-form";
import { Preview, type PreviewParts } from "./preview";

type Props = { view: OwnListingView; t: Text };

/** The entry as a form with its preview. */
export async function EntryForm({ view, t }: Props) {
  const { entry, version, fields, clients } = view;
  const { errors: _errors, title, saved, atOnce, clientSuspended, ...words } = t.listing.entry;
  const offered = {
    // What a form without the choice stands for comes first.
    clientRowId: [
      fields.clientRowId,
      ...clients.map(({ id }) => id).filter((id) => id !== fields.clientRowId),
    ],
    ...(fields.logo && { logo: [fields.logo] }),
  };
  const isPublic = entry !== null && entry.state !== "suspended";
  return (
    <Section id="entry" intro={<p>{isPublic ? atOnce : saved}</p>} title={title}>
      <ListingForm
        clients={clients.map(({ id, clientId, isSuspended }) => ({
          value: id,
          label: isSuspended ? clientSuspended(clientId) : clientId,
        }))}
        comments={version?.comments ?? {}}
        fields={fields}
        formKey={await formKey("save listing", "/listing", offered)}
        // A saved form is another one: what was typed into the old one is over.
        key={version ? `${version.id} ${version.revision}` : "entry"}
        methods={connectionMethods.map((value) => ({ value, label: t.directory.methods[value] }))}
        parts={previewParts(view, t)}
        texts={entryTexts(t)}
        words={{ ...words, sending: t.common.sending }}
      />
    </Section>
  );
}

/** The entry as it is, for those who cannot change it, or not now. */
export function EntryAsItIs({ view, t }: Props) {
  const { displayName: name, description, methods, logo, website, supportUrl } = view.fields;
  const labels = entryLabels(t);
  const pairs = [
    { label: labels.website ?? "", value: website },
    { label: labels.supportUrl ?? "", value: supportUrl.replace(/^mailto:/, "") },
  ];
  return (
    <>
      <Preview face={{ name, description, methods, logo }} parts={previewParts(view, t)} />
      <KeyValue pairs={pairs.filter(({ value }) => value !== "")} />
    </>
  );
}

function previewParts({ proven }: OwnListingView, t: Text): PreviewParts {
  const { ownOnly, connect, makeValues } = t.directory;
  const methods = connectionMethods.map((method) => [
    method,
    <MethodBadge key={method} method={method} t={t} />,
  ]);
  return {
    title: t.listing.preview.title,
    methods: Object.fromEntries(methods),
    domain: proven.domain && <DomainBadge domain={proven.domain} t={t} />,
    ownOnly,
    connect,
    makeValues,
  };
}
