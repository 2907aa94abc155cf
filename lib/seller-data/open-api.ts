import { env } from "../env";
import type { Operation, Parameter } from "./operation";
import { operations } from "./operations";
import { integer, list, object, type Schema, text } from "./schema";

const problem: Schema = {
  ...object(
    {
      type: text,
      title: text,
      status: integer,
      detail: text,
      instance: text,
      code: text,
      traceId: text,
      errors: { type: "object" },
    },
    ["errors"],
  ),
};
const sellerId = {
  name: "SellerId",
  in: "header",
  required: true,
  description: "The seller account the call is about.",
  schema: { type: "string", pattern: "^[1-9][0-9]{0,11}$" },
};
const headers = {
  "X-Request-Id": { description: "The same as `traceId` of a problem.", schema: text },
};
const link = { description: 'The address of the next piece: <...>; rel="next".', schema: text };

/** The Seller API as an OpenAPI 3.1 document: every operation with what it takes and what it answers. */
export function describeApi() {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const { path, method } = operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Seller API",
      version: "2",
      description: "What a client can do for a linked seller account.",
    },
    servers: [{ url: env().SELLER_API_URL }],
    security: [{ token: [] }],
    tags: [...new Set(operations.map(({ area }) => area))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problem },
      responses: {
        Problem: {
          description: "What went wrong, with a stable code (RFC 9457).",
          headers: { ...headers, "Retry-After": { description: "Seconds; on 429 and 503.", schema: text } },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
      securitySchemes: {
        token: { type: "oauth2", flows: { clientCredentials: { tokenUrl: env().TOKEN_URL, scopes: {} } } },
      },
    },
  };
}

function describe({ id, area, role, paging, parameters, body, status, answer }: Operation) {
  const more = paging === "none" ? {} : { Link: link };
  const mayMiss = parameters.some((parameter) => parameter.in === "path");
  const wrong = [
    400,
    401,
    403,
    ...(mayMiss ? [404] : []),
    406,
    ...(body ? [409, 413, 415, 422] : []),
    429,
    500,
    503,
  ];
  const success = {
    description: answer ? "The data." : "Done.",
    headers: {
      ...headers,
      ...more,
      ...(status === 201 && { Location: { description: "Where it is.", schema: text } }),
    },
    ...(answer && { content: { "application/json": { schema: answer } } }),
  };
  const sent = body && { "application/json": { schema: body.schema, example: body.example } };
  return {
    operationId: id,
    tags: [area],
    "x-role": role,
    parameters: [sellerId, ...parameters.map(describeParameter)],
    ...(sent && { requestBody: { required: true, content: sent } }),
    responses: {
      [status]: success,
      ...Object.fromEntries(wrong.map((one) => [one, { $ref: "#/components/responses/Problem" }])),
    },
  };
}

function describeParameter({ name, in: where, required, schema, isList, example }: Parameter) {
  const shape = isList ? { schema: list(schema), style: "form", explode: false } : { schema };
  return {
    name,
    in: where,
    ...(required && { required }),
    ...shape,
    ...(example !== undefined && { example }),
  };
}
