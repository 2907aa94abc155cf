"use client";
import { type FormEvent, useActionState, useState } from "react";
import type { ListingFields } from "@/lib/directory/listing-fields";
import { FormCheckboxes } from "../_ui/form-checkboxes";
import type { FormTexts } from "../_ui/form-context";
import { FormField } from "../_ui/form-field";
import { FormFrame } from "../_ui/form-frame";
import { saveListingAction } from "./actions";
import { type Face, Preview, type PreviewParts } from "./preview";
import { readFace, sentFace } from "./read-face";

type Words = Record<
  | "client"
  | "clientHint"
  | "displayName"
  | "displayNameHint"
  | "description"
  | "descriptionHint"
  | "logo"
  | "logoHint"
  | "logoKept"
  | "noLogo"
  | "website"
  | "websiteHint"
  | "methods"
  | "supportUrl"
  | "supportUrlHint"
  | "comment"
  | "submit"
  | "sending",
  string
>;

type Props = {
  formKey: string;
  fields: ListingFields;
  clients: { value: string; label: string }[];
  methods: { value: string; label: string }[];
  /** What the reviewer says of a field. */
  comments: Record<string, string>;
  words: Words;
  texts: FormTexts;
  parts: PreviewParts;
};

/** The entry as a form, and beside it as sellers will see it: with scripts while it is typed, without once it is sent. */
export function ListingForm({ formKey, fields, clients, methods, comments, words, texts, parts }: Props) {
  const [state, submit, isPending] = useActionState(saveListingAction, null);
  const [typed, setTyped] = useState<Face | null>(null);
  const now = faceOf(fields);
  const follow = (event: FormEvent<HTMLElement>) => {
    const form = (event.target as HTMLElement).closest("form");
    if (form) readFace(form, now, setTyped);
  };
  const hint = (name: string, text?: string) => (
    <>
      {text}
      {comments[name] && (
        <strong className="block whitespace-pre-line text-warning" data-comment={name}>
          {words.comment} {comments[name]}
        </strong>
      )}
    </>
  );
  const { client, displayName, description, logo, website, supportUrl } = words;
  return (
    <div className="grid gap-6 lg:grid-cols-2" onChange={follow}>
      <FormFrame
        action={submit}
        formKey={formKey}
        id="entry"
        isPending={isPending}
        labels={{
          ...(clients.length > 1 && { clientRowId: client }),
          displayName,
          description,
          logo,
          website,
          methods: words.methods,
          supportUrl,
        }}
        pending={words.sending}
        state={state}
        submit={words.submit}
        texts={texts}
      >
        {clients.length > 1 && (
          <FormField
            defaultValue={fields.clientRowId}
            hint={words.clientHint}
            kind="select"
            label={client}
            name="clientRowId"
            options={clients}
          />
        )}
        <FormField
          autoComplete="organization"
          defaultValue={fields.displayName}
          hint={hint("displayName", words.displayNameHint)}
          label={displayName}
          maxLength={60}
          name="displayName"
        />
        <FormField
          defaultValue={fields.description}
          hint={hint("description", words.descriptionHint)}
          kind="textarea"
          label={description}
          maxLength={400}
          name="description"
          rows={4}
        />
        <FormField
          accept="image/png,image/jpeg,image/webp"
          hint={hint("logo", fields.logo ? words.logoKept : words.logoHint)}
          label={logo}
          name="logo"
          type="file"
        />
        {fields.logo && <FormField kind="checkbox" label={words.noLogo} name="noLogo" />}
        <FormField
          autoComplete="url"
          defaultValue={fields.website}
          hint={hint("website", words.websiteHint)}
          inputMode="url"
          label={website}
          maxLength={300}
          name="website"
          spellCheck={false}
        />
        <FormCheckboxes chosen={fields.methods} label={words.methods} name="methods" options={methods} />
        {comments.methods && <p className="field-hint">{hint("methods")}</p>}
        <FormField
          autoCapitalize="none"
          defaultValue={fields.supportUrl.replace(/^mailto:/, "")}
          hint={hint("supportUrl", words.supportUrlHint)}
          label={supportUrl}
          maxLength={300}
          name="supportUrl"
          spellCheck={false}
        />
      </FormFrame>
      <Preview face={typed ?? sentFace(state, now)} parts={parts} />
    </div>
  );
}

const faceOf = ({ displayName: name, description, methods, logo }: ListingFields): Face => ({
  name,
  description,
  methods,
  logo,
});
