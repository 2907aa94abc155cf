import { z } from "zod";
import { because, oneOf } from "../input";
import {
  type OperationId,
  openSellerId,
  operationIds,
  operations,
  type Scenario,
  scenarios,
} from "./operations";

// Whoever has the secret sees what the API itself would answer, so nothing that can be sent or stored is refused:
// only a NUL and half a character can be neither.
const sendable = (text: string) => text.isWellFormed() && !text.includes("\0");

const asTyped = (max: number) =>
  z
    .string(because("required"))
    .min(1, because("required"))
    .max(max, because("too_long"))
    .refine(sendable, because("bad_characters"));

const mark = "p-";
/** The name of the field for a parameter, so that it can never be taken for one of the form's own. */
export const parameterField = (name: string) => `${mark}${name}`;

const parameter = z
  .string()
  .trim()
  .max(500, because("too_long"))
  .refine(sendable, because("bad_characters"))
  .optional();
// Every operation's: which of them a call takes is known once its operation is.
const parameterNames = new Set(
  Object.values(operations).flatMap(({ parameters }) => parameters.map(({ name }) => name)),
);
const parameters = Object.fromEntries(
  [...parameterNames].map((name) => [parameterField(name), parameter] as const),
);

const own = z.object({
  clientId: z.string(because("required")).trim().pipe(asTyped(200)),
  clientSecret: asTyped(2000),
  // A client that is linked to nobody yet proves itself on the open test seller.
  sellerId: z.string(because("required")).trim().pipe(asTyped(200)).default(openSellerId),
  operation: oneOf(operationIds).default("sellers.get"),
  scenario: oneOf(["", ...scenarios]).default(""),
  body: z.string().max(65_536, because("too_long")).refine(sendable, because("bad_characters")).optional(),
});
const all = z.strictObject(parameters).extend(own.shape);

/** What is called, with what. Parameters and body are there where the form had fields for them. */
export type FirstCallInput = {
  clientId: string;
  clientSecret: string;
  sellerId: string;
  operation: OperationId;
  scenario: Scenario | "";
  values?: Record<string, string>;
  body?: string;
};

/** A first call with somebody's own client. Ids are trimmed and kept byte for byte; the secret is not even trimmed. */
export const firstCallInput = all.transform((typed): FirstCallInput => {
  const { clientId, clientSecret, sellerId, operation, scenario, body } = own.parse(typed);
  const sent = Object.entries(typed).filter(
    (pair): pair is [string, string] => pair[0].startsWith(mark) && typeof pair[1] === "string",
  );
  const values = Object.fromEntries(sent.map(([name, value]) => [name.slice(mark.length), value]));
  return {
    ...{ clientId, clientSecret, sellerId, operation, scenario },
    ...(sent.length > 0 && { values }),
    ...(body !== undefined && { body }),
  };
});

/** "Try a first call now": nothing to type. */
export const starterCallInput = z.strictObject({ do: z.literal("starter", because("bad_choice")) });
export type StarterCallInput = z.output<typeof starterCallInput>;
