import { overlaps } from "../clients/input";
import { expiries } from "../links/invitation-input";
import { eventTypes } from "../webhooks/event-types";

type Schema = Record<string, unknown>;

const text: Schema = { type: "string" };
const moment: Schema = { type: "string", format: "date-time" };
const momentOrNull: Schema = { type: ["string", "null"], format: "date-time" };
const textOrNull: Schema = { type: ["string", "null"] };
const uuid: Schema = { type: "string", format: "uuid" };
const sellerId: Schema = { type: "integer", minimum: 1, description: "The number of a seller account." };
const sellerIdOrNull: Schema = { type: ["integer", "null"] };
const oneOf = (...values: readonly string[]): Schema => ({ type: "string", enum: [...values] });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object with exactly these fields, all of them there unless they are among `optional`. */
function object(properties: Record<string, Schema>, optional: string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", required, properties, additionalProperties: false };
}

const page = (item: string, next: Schema = textOrNull) =>
  object({ items: { type: "array", items: ref(item) }, next });

/** Every shape that goes in or out, as JSON Schema. */
export const schemas: Record<string, Schema> = {
  Link: object({
    sellerId,
    shopName: text,
    clientId: text,
    status: oneOf("open", "ended", "expired"),
    since: moment,
    expiresAt: momentOrNull,
    reference: textOrNull,
    via: oneOf("directory", "typed", "deep-link", "invitation", "request", "created", "operator"),
    lastUsedAt: momentOrNull,
    health: oneOf("ok", "failing", "unknown"),
    chain: { type: "array", minItems: 6, maxItems: 6, items: ref("Lamp") },
  }),
  Lamp: object({
    lamp: oneOf("client", "secret", "link", "told", "token", "call"),
    state: oneOf("lit", "dark", "waiting"),
    at: momentOrNull,
  }),
  Links: page("Link"),
  Event: object({
    id: text,
    type: oneOf(
      "link.created",
      "link.ended",
      "link.end_planned",
      "link.end_cancelled",
      "link.expiring",
      "invitation.accepted",
      "invitation.declined",
      "secret.expiring",
      "listing.decided",
    ),
    at: moment,
    data: { type: "object" },
  }),
  Events: page("Event", { type: "string", description: "Always there: where to go on." }),
  Webhook: object({
    id: uuid,
    url: text,
    events: { type: "array", items: oneOf(...eventTypes) },
    createdAt: moment,
    failingSince: momentOrNull,
    disabledAt: momentOrNull,
  }),
  Webhooks: page("Webhook"),
  AddWebhook: object({ url: text, events: { type: "array", minItems: 1, items: oneOf(...eventTypes) } }),
  NewWebhook: object(
    {
      id: uuid,
      url: text,
      events: { type: "array", items: oneOf(...eventTypes) },
      key: { ...textOrNull, description: "`whsec_...`, in this answer only." },
      replayed: { type: "boolean" },
    },
    ["replayed"],
  ),
  TestSent: object({ id: { ...text, description: "The webhook-id of the message." } }),
  Invite: object(
    {
      reference: { ...text, maxLength: 80, description: "Your own name for this customer." },
      expectedSellerId: { type: ["integer", "null"] },
      email: { ...textOrNull, description: "An e-mail address, or a SellerId as text." },
      message: { ...text, maxLength: 500 },
      expires: oneOf(...expiries),
    },
    ["reference", "expectedSellerId", "email", "message", "expires"],
  ),
  NewInvitation: object(
    {
      id: uuid,
      url: { ...textOrNull, description: "In this answer only." },
      status: oneOf("open"),
      reference: text,
      expiresAt: moment,
      replayed: { type: "boolean" },
    },
    ["replayed"],
  ),
  Invitation: object({
    id: uuid,
    status: oneOf("open", "accepted", "declined", "expired", "withdrawn"),
    reference: text,
    email: textOrNull,
    expectedSellerId: sellerIdOrNull,
    createdAt: moment,
    expiresAt: moment,
    endedAt: momentOrNull,
    declineReason: textOrNull,
    sellerId: sellerIdOrNull,
  }),
  Invitations: page("Invitation"),
  AddSecret: object({ overlap: oneOf(...overlaps), label: { ...text, maxLength: 60 } }, ["label"]),
  NewSecret: object(
    {
      secret: { ...textOrNull, description: "In this answer only." },
      secretId: uuid,
      oldEndsAt: momentOrNull,
      replayed: { type: "boolean" },
    },
    ["replayed"],
  ),
  Problem: object(
    {
      type: text,
      title: text,
      status: { type: "integer" },
      detail: text,
      instance: text,
      code: text,
      traceId: text,
      errors: { type: "object", additionalProperties: { type: "array", items: text } },
    },
    ["errors"],
  ),
};
