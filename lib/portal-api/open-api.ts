import { env } from "../env";
import { schemas } from "./open-api-schemas";
import { problemStatuses } from "./problem";

type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: object };

const query = (name: string, schema: object, description: string): Parameter => ({
  name,
  in: "query",
  description,
  schema,
});
const path = (name: string, schema: object): Parameter => ({ name, in: "path", required: true, schema });

const limit = query("limit", { type: "integer", minimum: 1, maximum: 200, default: 50 }, "How many at most.");
const after = query("after", { type: "string" }, "`next` of an earlier answer.");
const words = query("q", { type: "string" }, "A part of the shop's name or reference, or of the SellerId.");
const status = (...values: string[]) => query("status", { type: "string", enum: values }, "Only these.");
const id = path("id", { type: "string", format: "uuid" });
const sellerId = path("sellerId", { type: "integer", minimum: 1 });
const key: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  description: "Makes a repetition harmless for 24 hours: it gets the first answer again.",
  schema: { type: "string", maxLength: 255 },
};

const json = (schema: string) => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
});

/** One operation: its good answer, and all problems by the one shape they have. */
function operation(
  operationId: string,
  summary: string,
  [code, schema]: [number, string?],
  more: { parameters?: Parameter[]; body?: string } = {},
) {
  const good = { description: summary, ...(schema ? json(schema) : {}) };
  return {
    operationId,
    summary,
    parameters: more.parameters ?? [],
    ...(more.body ? { requestBody: { required: true, ...json(more.body) } } : {}),
    responses: { [code]: good, default: { $ref: "#/components/responses/Problem" } },
  };
}

const paths = {
  "/links": {
    get: operation(
      "listLinks",
      "Linked seller accounts, by SellerId; each one's newest link",
      [200, "Links"],
      {
        parameters: [after, limit, status("open", "ended", "expired"), words],
      },
    ),
  },
  "/links/{sellerId}": {
    get: operation("findLink", "The newest link with one seller account", [200, "Link"], {
      parameters: [sellerId],
    }),
    delete: operation("endLink", "Gives a link up; again is fine", [204], {
      parameters: [
        sellerId,
        query(
          "reason",
          { type: "string", enum: ["not_used", "switching", "mistake", "security", "other"] },
          "Why.",
        ),
      ],
    }),
  },
  "/events": {
    get: operation("listEvents", "What happened, oldest first; none is ever skipped", [200, "Events"], {
      parameters: [after, limit],
    }),
  },
  "/invitations": {
    get: operation("listInvitations", "Invitations of this client, newest first", [200, "Invitations"], {
      parameters: [after, limit, status("open", "accepted", "declined", "expired", "withdrawn")],
    }),
    post: operation("inviteSeller", "Asks a seller for a link", [201, "NewInvitation"], {
      parameters: [key],
      body: "Invite",
    }),
  },
  "/invitations/{id}": {
    delete: operation("withdrawInvitation", "Takes an invitation back; again is fine", [204], {
      parameters: [id],
    }),
  },
  "/webhooks": {
    get: operation("listWebhooks", "The endpoint of this client", [200, "Webhooks"]),
    post: operation("addWebhook", "Adds the endpoint; its key is in this answer only", [201, "NewWebhook"], {
      parameters: [key],
      body: "AddWebhook",
    }),
  },
  "/webhooks/{id}": {
    delete: operation("removeWebhook", "Removes the endpoint; again is fine", [204], { parameters: [id] }),
  },
  "/webhooks/{id}/test": {
    post: operation("testWebhook", "Sends a webhook.test message", [202, "TestSent"], {
      parameters: [id, key],
    }),
  },
  "/clients/self/secrets": {
    post: operation("addSecret", "Makes the next secret of this client", [201, "NewSecret"], {
      parameters: [key],
      body: "AddSecret",
    }),
  },
};

const problems = {
  description: `RFC 9457. Codes: ${problemStatuses.map(({ code, status: number }) => `${code} (${number})`).join(", ")}.`,
  headers: {
    "Retry-After": { schema: { type: "integer" }, description: "With 429 and 503." },
    RateLimit: { schema: { type: "string" }, description: "What is left of this minute's calls." },
  },
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

/** The portal API, described for programs (OpenAPI 3.1). */
export function openApi() {
  const { PUBLIC_URL, TOKEN_URL } = env();
  return {
    openapi: "3.1.0",
    info: {
      title: "Portal API",
      version: "1",
      description:
        "For clients of partners and aggregators: which sellers gave access, as it happens, without copying a SellerId.",
    },
    servers: [{ url: `${PUBLIC_URL}/api/v1` }],
    security: [{ client: [] }],
    paths,
    components: {
      schemas,
      responses: { Problem: problems },
      securitySchemes: {
        client: { type: "oauth2", flows: { clientCredentials: { tokenUrl: TOKEN_URL, scopes: {} } } },
      },
    },
  };
}
