import { z } from "zod";
import { because, emailAddress, line, optionalLine, rowId } from "../input";
import type { FieldCode } from "../result";
import { judgeUrl, type UrlFault } from "../webhooks/judge-url";

/** How a seller connects: the SellerId alone, or three values of the seller's own. */
export const connectionMethods = ["delegation", "own-credentials"] as const;
export type ConnectionMethod = (typeof connectionMethods)[number];

/** A description says something, and fits on a card. */
export const descriptionLength = { min: 20, max: 400 };

const words: Record<UrlFault, FieldCode> = {
  malformed: "url_malformed",
  too_long: "too_long",
  not_https: "url_not_https",
  port: "url_port",
  userinfo: "url_userinfo",
  fragment: "url_fragment",
  ip_literal: "url_ip_literal",
  not_public: "url_not_public",
};

/** Why an address cannot stand in the directory, by its letters alone; null where it can. */
export function judgeAddress(text: string): FieldCode | null {
  const judged = judgeUrl(text);
  return judged.ok ? null : words[judged.fault];
}

const address = z.string().trim().max(300, because("too_long"));

/** An https address; it may stay empty in a draft. */
const website = address.default("").superRefine((text, judged) => {
  const fault = text && judgeAddress(text);
  if (fault) judged.addIssue({ code: "custom", message: fault });
});

/** An https address, or an e-mail address with or without its `mailto:`; it may stay empty in a draft. */
const supportUrl = address.default("").transform((text, judged) => {
  if (text === "") return "";
  const typed = text.replace(/^mailto:/i, "");
  if (!/^https?:/i.test(text) && typed.includes("@")) {
    const email = emailAddress.safeParse(typed);
    if (email.success) return `mailto:${email.data}`;
    judged.addIssue({ code: "custom", message: because("bad_email") });
    return z.NEVER;
  }
  const fault = judgeAddress(text);
  if (!fault) return text;
  judged.addIssue({ code: "custom", message: fault });
  return z.NEVER;
});

/** One paragraph, whatever line ends were typed; it may be short in a draft. */
const description = z.preprocess(
  (text) => (typeof text === "string" ? text.replace(/\s+/g, " ") : text),
  optionalLine(descriptionLength.max),
);

const methods = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter(Boolean))
  .refine((names) => names.every((name) => isMethod(name)), because("bad_choice"))
  .transform((names) => connectionMethods.filter((method) => names.includes(method)));

function isMethod(name: string): name is ConnectionMethod {
  return connectionMethods.includes(name as ConnectionMethod);
}

export const saveListingInput = z.strictObject({
  /** The client that sellers link; needed only where there are several. */
  clientRowId: rowId.optional(),
  displayName: line(60),
  description,
  /** Left empty, the picture stays as it is. */
  logo: z.union([z.literal(""), z.file()], because("file_type")).optional(),
  noLogo: z.enum(["", "on"], because("bad_choice")).default(""),
  website,
  methods,
  supportUrl,
});

export const submitListingInput = z.strictObject({ do: z.literal("submit") });
export const takeBackListingInput = z.strictObject({ do: z.literal("withdraw") });
export const unlistListingInput = z.strictObject({ do: z.literal("unlist") });
export const listAgainInput = z.strictObject({ do: z.literal("relist") });

export type SaveListingInput = z.output<typeof saveListingInput>;
