import { z } from "zod";
import { because, emailAddress, rowId } from "../input";

export const askForDomainCodeInput = z.strictObject({ do: z.literal("domain_code"), email: emailAddress });
export type AskForDomainCodeInput = z.output<typeof askForDomainCodeInput>;

/** Eight digits, however they are grouped. */
const code = z
  .string(because("required"))
  .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, ""))
  .pipe(z.string().min(1, because("required")).max(20, because("too_long")));

export const proveDomainInput = z.strictObject({ do: z.literal("domain_prove"), proofId: rowId, code });
export type ProveDomainInput = z.output<typeof proveDomainInput>;

export const useOwnDomainInput = z.strictObject({ do: z.literal("domain") });

export const checkDomainRecordInput = z.strictObject({
  do: z.literal("domain_check"),
  domain: z.string(because("required")).trim().min(1, because("required")).max(300, because("too_long")),
});
export type CheckDomainRecordInput = z.output<typeof checkDomainRecordInput>;
