"use client";
import { createContext, useContext } from "react";
import type { FieldCode, Refusal } from "@/lib/result";
import type { RefusalTexts } from "./tell-refusal";

/** The sentences of forms, as plain tables: functions cannot travel from server to client components. */
export type FormTexts = RefusalTexts & {
  fieldErrors: Record<FieldCode, string>;
  /** Between a field's name and what is wrong with it. */
  colon: string;
  /** Stands before the reference id of an incident. */
  reference: string;
  /** Stands on the link that mends a refusal, unless the refusal brings its own words. */
  mend: string;
  /** The same where it is the password that mends it. */
  signIn?: string;
  /** Stands on the link to somebody who helps; without it none is offered. */
  help?: string;
  /** Goes before the page's title after a refusal, for example "Error: ". */
  errorTitle?: string;
};

/** What the fields inside a form need to know about its last answer. */
export type FormAnswer = { id: string; refusal: Refusal | null; texts: FormTexts | null };

export const FormContext = createContext<FormAnswer>({ id: "", refusal: null, texts: null });

/** The last answer of the form around this component; empty outside of one. */
export function useFormAnswer() {
  return useContext(FormContext);
}
