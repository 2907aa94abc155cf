import { z } from "zod";
import { accepted, because, emailAddress, oneOf, optionalLine, rowId } from "../input";
import { isClientIdShape } from "./client-id";

/** A clientId for a new client: trimmed, then of the right shape. */
const newClientId = z
  .string(because("required"))
  .trim()
  .min(1, because("required"))
  .refine(isClientIdShape, because("client_id_shape"));

export const createClientInput = z.strictObject({
  clientId: newClientId,
  contactEmail: emailAddress,
  purpose: optionalLine(200),
  terms: accepted,
});

export const overlaps = ["0", "1h", "24h", "7d", "30d"] as const;
export type Overlap = (typeof overlaps)[number];

export const addSecretInput = z.strictObject({ overlap: oneOf(overlaps), label: optionalLine(60) });

export const retireSecretInput = z.strictObject({
  do: z.literal("retire").optional(),
  secretId: rowId,
  cut: z.literal("on", because("bad_choice")).optional(),
});

export const suspendClientInput = z.strictObject({ do: z.literal("suspend") });
export const resumeClientInput = z.strictObject({ do: z.literal("resume") });

export const deleteClientInput = z.strictObject({
  typedClientId: z
    .string(because("required"))
    .trim()
    .min(1, because("required"))
    .max(200, because("too_long")),
  endLinks: z.literal("on", because("must_accept")).optional(),
});

export type CreateClientInput = z.output<typeof createClientInput>;
export type AddSecretInput = z.output<typeof addSecretInput>;
export type RetireSecretInput = z.output<typeof retireSecretInput>;
export type DeleteClientInput = z.output<typeof deleteClientInput>;
