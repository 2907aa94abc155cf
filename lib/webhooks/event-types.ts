/** What an endpoint can ask for, by the names of its messages. */
export const eventTypes = [
  "link.created",
  "link.ended",
  "link.expiring",
  "invitation.accepted",
  "secret.expiring",
  "listing.decided",
] as const;
export type WebhookEvent = (typeof eventTypes)[number];

/** The message that a test sends; it always comes, whatever an endpoint asked for. */
export const testEvent = "webhook.test";

/** The id of a delivery as its receiver sees it: the same in every try. */
export const messageId = (deliveryId: string) => `msg_${deliveryId}`;
