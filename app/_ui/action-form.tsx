"use client";
import { type ReactNode, useActionState } from "react";
import type { Result } from "@/lib/result";
import { FormFrame, type FormFrameProps } from "./form-frame";

/** A server action made by the door of actions. */
export type ServerAction<View> = (previous: Result<View> | null, form: FormData) => Promise<Result<View>>;

// biome-ignore lint/suspicious/noExplicitAny: the form ignores the view, and a view type cannot be both ways.
type Props = FormFrameProps & { action: ServerAction<any>; done?: ReactNode };

/**
 * A form around one server action, for acts that end in a redirect, in a refreshed page, or in the short words
 * `done`, which then stand above the form.
 *
 * An act that must show its view (a secret, once) never uses this: its page has a client component of its own that
 * calls `useActionState(action, null)` and renders the view INSTEAD of a `FormFrame` when `state.ok`, so that no
 * form bound to the state is left to post it again.
 */
export function ActionForm({ action, done, ...frame }: Props) {
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <>
      {state?.ok && done}
      <FormFrame {...frame} action={submit} isPending={isPending} state={state} />
    </>
  );
}
