import type { ReactNode } from "react";
import type { RefusalCode } from "@/lib/result";
import { HelpLink } from "./_help-link";
import type { Text } from "./_text/text";
import { Alert } from "./_ui/alert";
import { tellRefusal } from "./_ui/tell-refusal";

type Props = { code: RefusalCode; t: Text; facts?: Record<string, string>; children?: ReactNode };

/** An act page that cannot offer its form: says why, with the code of the refusal. */
export function RefusedPage({ code, t, facts, children }: Props) {
  return (
    <Alert code={code}>
      <p>{tellRefusal(t, { code, facts })}</p>
      {children}
      <HelpLink code={code} t={t} />
    </Alert>
  );
}
