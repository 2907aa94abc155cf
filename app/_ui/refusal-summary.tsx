"use client";
import { usePathname } from "next/navigation";
import type { Ref } from "react";
import type { Refusal } from "@/lib/result";
import { Alert } from "./alert";
import { fill } from "./fill";
import type { FormTexts } from "./form-context";
import { fieldId } from "./form-field";
import { helpHref, offersHelp } from "./help-href";
import { tellRefusal } from "./tell-refusal";

type Props = {
  refusal: Refusal;
  texts: FormTexts;
  labels: Record<string, string>;
  formId: string;
  ref?: Ref<HTMLDivElement>;
};

/** A refusal in words: what happened, each field that is wrong as a link to it, what mends it, the reference. */
export function RefusalSummary({ refusal, texts, labels, formId, ref }: Props) {
  const { fields = {}, facts = {} } = refusal;
  const named = Object.keys(labels).filter((name) => fields[name]);
  // What no visible field can show is said here, so that nothing is refused without a word.
  const unnamed = Object.keys(fields).filter((name) => !labels[name]);
  const say = (name: string) => {
    const code = fields[name];
    return code ? fill(texts.fieldErrors[code], facts) : "";
  };
  const usual = refusal.code === "sign_in_again" ? (texts.signIn ?? texts.mend) : texts.mend;
  const mend = facts.href ? { href: facts.href, label: facts.label ?? usual } : undefined;
  const path = usePathname() ?? "/";
  const helpTo = { path, code: refusal.code, reference: refusal.reference };
  const help = texts.help && offersHelp(path) ? { href: helpHref(helpTo), label: texts.help } : undefined;
  const reference = refusal.reference && `${texts.reference} ${refusal.reference}`;
  return (
    <Alert code={refusal.code} help={help} mend={mend} ref={ref} reference={reference}>
      <p>{tellRefusal(texts, refusal)}</p>
      {named.length + unnamed.length > 0 && (
        <ul>
          {named.map((name) => (
            <li key={name}>
              <a href={`#${fieldId(formId, name)}`}>{labels[name]}</a>
              {texts.colon}
              {say(name)}
            </li>
          ))}
          {unnamed.map((name) => (
            <li data-field={name} key={name}>
              {say(name)}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
