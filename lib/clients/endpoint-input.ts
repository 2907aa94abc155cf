import { z } from "zod";
import { because, oneOf, rowId } from "../input";
import { eventTypes, type WebhookEvent } from "../webhooks/event-types";

/** Which messages an endpoint wants, out of a list with commas; each once, in the order of the catalogue. */
const wantedEvents = z
  .string(because("required"))
  .max(400, because("too_long"))
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((names) => names.length > 0, because("required"))
  .refine((names) => names.every((name) => eventTypes.includes(name as WebhookEvent)), because("bad_choice"))
  .transform((names) => eventTypes.filter((type) => names.includes(type)));

export const addEndpointInput = z.strictObject({
  do: z.literal("webhook"),
  url: z.string(because("required")).trim().min(1, because("required")).max(2048, because("too_long")),
  events: wantedEvents,
});

export const removeEndpointInput = z.strictObject({ do: z.literal("remove_webhook"), endpointId: rowId });
export const enableEndpointInput = z.strictObject({ do: z.literal("enable_webhook"), endpointId: rowId });
export const testEndpointInput = z.strictObject({ do: z.literal("test_webhook"), endpointId: rowId });
export const replayDeliveryInput = z.strictObject({ do: z.literal("resend"), deliveryId: rowId });
export const switchPortalApiInput = z.strictObject({
  do: z.literal("portal_api"),
  state: oneOf(["on", "off"]),
});

export type AddEndpointInput = z.output<typeof addEndpointInput>;
export type EndpointInput = { endpointId: string };
export type ReplayDeliveryInput = z.output<typeof replayDeliveryInput>;
export type SwitchPortalApiInput = z.output<typeof switchPortalApiInput>;
