"use client";
import { useActionState } from "react";
import type { ServerAction } from "../_ui/action-form";
import { fill } from "../_ui/fill";
import { FormFrame, type FormFrameProps } from "../_ui/form-frame";
import { Notice } from "../_ui/notice";

type Props = FormFrameProps & {
  action: ServerAction<{ email: string }>;
  /** What is said instead of the form once the letter is on its way; `{email}` stands for the address. */
  sent: { title: string; body: string; more: string };
  /** In the demo: where the letter can be read. */
  mailbox?: { href: string; label: string };
};

/** A form that ends in a letter: afterwards it says where to look for it. */
export function LetterForm({ action, sent, mailbox, ...frame }: Props) {
  const [state, submit, isPending] = useActionState(action, null);
  if (!state?.ok) return <FormFrame {...frame} action={submit} isPending={isPending} state={state} />;
  const { email } = state.view;
  return (
    <Notice live title={sent.title} tone="success">
      <p>{fill(sent.body, { email })}</p>
      <p>{sent.more}</p>
      {mailbox && (
        <p>
          <a className="link" href={`${mailbox.href}?to=${encodeURIComponent(email)}`}>
            {mailbox.label}
          </a>
        </p>
      )}
    </Notice>
  );
}
