"use client";
import { useState } from "react";
import { isClientIdShape } from "@/lib/clients/client-id";
import type { FieldCode, Result } from "@/lib/result";
import type { FormTexts } from "../_ui/form-context";
import { FormField } from "../_ui/form-field";

export type ClientIdWords = Record<"clientId" | "clientIdHint" | "clientIdFree" | "suggestions", string>;

type Checked = { free: boolean; wrong?: FieldCode; suggestions: string[] };

type Props = {
  texts: FormTexts;
  initial: string;
  words: ClientIdWords;
  refusal: Result<unknown> | null;
  /** This page's own address, which a suggestion is added to. */
  path: string;
};

/**
 * The clientId with its rules: judged on the server when sent, and with JavaScript already when one leaves the
 * field. Free suggestions are links that fill the form in.
 */
export function ClientIdField({ initial, words, texts, refusal, path }: Props) {
  const [checked, setChecked] = useState<Checked | null>(null);
  const refused =
    refusal && !refusal.ok ? refusal.facts?.suggestions?.split("\n").filter(Boolean) : undefined;
  const suggestions = checked ? checked.suggestions : (refused ?? []);

  async function check(value: string) {
    const clientId = value.trim();
    if (!isClientIdShape(clientId))
      return setChecked({ free: false, wrong: "client_id_shape", suggestions: [] });
    const answer = await fetch(`/api/client-ids?clientId=${encodeURIComponent(clientId)}`).catch(() => null);
    const said = answer?.ok ? await answer.json() : null;
    setChecked(said && { free: said.free, wrong: said.why, suggestions: said.suggestions ?? [] });
  }

  return (
    <div>
      <FormField
        autoCapitalize="none"
        autoComplete="off"
        defaultValue={initial}
        error={checked?.wrong && texts.fieldErrors[checked.wrong]}
        hint={words.clientIdHint}
        label={words.clientId}
        maxLength={200}
        mono
        name="clientId"
        onBlur={(event) => {
          // A line that appears under a pressed button would move it away from the pointer.
          if (event.relatedTarget?.tagName !== "BUTTON") check(event.currentTarget.value);
        }}
        onChange={() => setChecked(null)}
        spellCheck={false}
      />
      <p className="field-hint" role="status">
        {checked?.free && words.clientIdFree}
        {suggestions.length > 0 && words.suggestions}
        {suggestions.map((clientId) => (
          <span key={clientId}>
            {" "}
            <a href={`${path}&clientId=${encodeURIComponent(clientId)}`}>{clientId}</a>
          </span>
        ))}
      </p>
    </div>
  );
}
