/** What an endpoint can be told, by the names of its messages: nothing is offered that never comes. */
export const eventTypes = [
  "link.created",
  "link.ended",
  "link.expiring",
  "invitation.accepted",
  "secret.expiring",
] as const;
export type WebhookEvent = (typeof eventTypes)[number];

/** The message that a test sends; it always comes, whatever an endpoint asked for. */
export const testEvent = "webhook.test";

/** The id of a delivery as its receiver sees it: the same in every try. */
export const messageId = (deliveryId: string) => `msg_${deliveryId}`;
