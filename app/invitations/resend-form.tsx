"use client";
import { useActionState } from "react";
import type { FormTexts } from "../_ui/form-context";
import { FormFrame } from "../_ui/form-frame";
import { resendInvitationAction } from "./actions";
import { NewLink, type NewLinkTexts } from "./new-link";

type Words = Record<"summary" | "hint" | "submit" | "sending" | "again" | "oldDead", string>;
type Props = {
  formKey: string;
  invitationId: string;
  words: Words;
  made: NewLinkTexts;
  texts: FormTexts;
};

/** Sends an invitation again; the answer that shows its new link replaces the form. */
export function ResendForm({ formKey, invitationId, words, made, texts }: Props) {
  const [state, submit, isPending] = useActionState(resendInvitationAction, null);
  return (
    <details className="fold" open={state ? true : undefined}>
      <summary className="button button-secondary">{words.summary}</summary>
      <div className="fold-body">
        {state?.ok ? (
          <>
            <p>
              <strong>{words.again}</strong>
            </p>
            <p>{words.oldDead}</p>
            <NewLink isBrief made={state.view} texts={made} />
          </>
        ) : (
          <>
            <p>{words.hint}</p>
            <FormFrame
              action={submit}
              formKey={formKey}
              hidden={{ do: "resend", invitationId }}
              isPending={isPending}
              pending={words.sending}
              size="small"
              state={state}
              submit={words.submit}
              texts={texts}
              variant="secondary"
            />
          </>
        )}
      </div>
    </details>
  );
}
