import type { Operation } from "./operation";
import { offerRequests, packageStates } from "./packages";
import { inPath } from "./parameters";
import { someCategory } from "./product-list";
import { list, object, oneOf, text } from "./schema";

const post = { method: "POST", paging: "none", parameters: [] } as const;
const patch = { method: "PATCH", paging: "none", status: 204, answer: null } as const;
const filled = { type: "string", minLength: 1, maxLength: 200 } as const;

/** The calls that change something; what they changed shows at the next call that reads it. */
export const writes = [
  {
    ...post,
    id: "orders.approve",
    path: "/orders/{orderId}/approval-status",
    area: "orders",
    role: "ORDERS_POST",
    parameters: [inPath("orderId")],
    body: {
      schema: object({ approval_status: oneOf("Accepted", "Refused") }),
      example: { approval_status: "Accepted" },
    },
    status: 204,
    answer: null,
  },
  {
    ...post,
    id: "orders.ship",
    path: "/orders/{orderId}/shipments",
    area: "orders",
    role: "ORDERS_POST",
    parameters: [inPath("orderId")],
    body: {
      schema: {
        ...list(
          object(
            { parcelNumber: filled, carrierName: filled, trackingUrl: text, orderLineIds: list(filled) },
            ["trackingUrl"],
          ),
        ),
        minItems: 1,
        maxItems: 100,
      },
      example: [
        {
          parcelNumber: "6A01234567890",
          carrierName: "Colis Poste",
          trackingUrl: "https://carriers.example/track/6A01234567890",
          orderLineIds: ["{orderId}-1"],
        },
      ],
    },
    status: 204,
    answer: null,
  },
  {
    ...post,
    id: "offerPackages.create",
    path: "/offer-packages",
    area: "offers",
    role: "OFFER-PACKAGES_POST",
    parameters: [
      { name: "salesChannelId", in: "header", required: true, schema: oneOf("CDISFR"), example: "CDISFR" },
    ],
    status: 201,
    answer: object({ packageId: text }),
  },
  {
    ...post,
    id: "offerPackages.fill",
    path: "/offer-packages/{packageId}/offer-requests",
    area: "offers",
    role: "OFFER-PACKAGES_POST",
    parameters: [inPath("packageId")],
    body: {
      schema: { ...offerRequests, minItems: 1, maxItems: 100 },
      example: [
        { sellerExternalReference: "SKU-0001", price: { sellingPrice: 24.99 }, stock: { quantity: 12 } },
      ],
    },
    status: 202,
    answer: null,
  },
  {
    ...patch,
    id: "offerPackages.update",
    path: "/offer-packages/{packageId}",
    area: "offers",
    role: "OFFER-PACKAGES_PATCH",
    parameters: [inPath("packageId")],
    body: { schema: object({ state: oneOf(packageStates[1]) }), example: { state: "Ready" } },
  },
  {
    ...post,
    id: "products.integrate",
    path: "/products-integration",
    area: "products",
    role: "PRODUCTS-INTEGRATION_POST",
    body: {
      schema: object({
        products: {
          ...list(
            object({
              gtin: { type: "string", pattern: "^[0-9]{8,14}$" },
              title: filled,
              categoryReference: filled,
            }),
          ),
          minItems: 1,
          maxItems: 100,
        },
      }),
      example: {
        products: [{ gtin: "2000000000015", title: "Desk lamp, sand", categoryReference: someCategory }],
      },
    },
    status: 202,
    answer: object({ packageId: text }),
  },
  {
    ...post,
    id: "messages.send",
    path: "/messages",
    area: "discussions",
    role: "MESSAGES_POST",
    body: {
      schema: object({ discussionId: filled, body: { type: "string", minLength: 1, maxLength: 4000 } }),
      example: { discussionId: "{discussionId}", body: "Your parcel left today." },
    },
    status: 201,
    answer: object({ messageId: text }),
  },
  {
    ...patch,
    id: "discussions.update",
    path: "/discussions/{discussionId}",
    area: "discussions",
    role: "DISCUSSIONS_PATCH",
    parameters: [inPath("discussionId")],
    body: {
      // JSON Patch (RFC 6902), of which the marketplace takes one thing: open or closed.
      schema: {
        ...list(object({ op: oneOf("replace"), path: oneOf("/isOpen"), value: { type: "boolean" } })),
        minItems: 1,
        maxItems: 1,
      },
      example: [{ op: "replace", path: "/isOpen", value: false }],
    },
  },
] as const satisfies readonly Operation[];

export type WriteId = (typeof writes)[number]["id"];
