import { z } from "zod";
import { because } from "../input";

/** What is typed to say that one means it. */
const typed = z.string(because("required")).trim().min(1, because("required")).max(320, because("too_long"));
const tick = z.literal("on").optional();

export const exportDataInput = z.strictObject({ do: z.literal("export_data") });

export const deleteAccountInput = z.strictObject({
  do: z.literal("delete_account"),
  typedEmail: typed,
  /** Organisations in which nobody else is go along. */
  endOrganisations: tick,
});
export type DeleteAccountInput = z.output<typeof deleteAccountInput>;

export const deleteOrganisationInput = z.strictObject({
  do: z.literal("delete_organisation"),
  typedName: typed,
});
export type DeleteOrganisationInput = z.output<typeof deleteOrganisationInput>;
