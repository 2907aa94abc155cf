type Part = { id: string; title: string; body: string[]; points?: string[] };

/** The portal API in words; its shapes stand in the description for programs. */
export const portalApi = {
  title: "The portal API",
  lead: "For the programs of partners and aggregators: which sellers gave access, as it happens, without anybody copying a SellerId.",
  doorLink: "Let your program learn of new sellers by itself: the portal API",
  contents: "On this page",
  example: "Command: your linked sellers",
  description: "Description for programs (OpenAPI 3.1)",
  clients: "Your clients",
  parts: [
    {
      id: "start",
      title: "Switch it on, then ask for a token",
      body: [
        "Each client has its own switch, on the page of that client; it is off at first. Tokens that the client asks for from then on open the portal API as well as the Seller API: it is the same token. Switching it off works on the very next call.",
        "Every call carries Authorization: Bearer and the token. A call sees the links, events and invitations of the token's own client, and nothing else. A client that a seller owns has no portal API: it has no customers.",
      ],
    },
    {
      id: "routes",
      title: "What you can ask and do",
      body: ["All paths stand behind /api/v1 of this portal:"],
      points: [
        "GET /links: the linked seller accounts by SellerId, each with its chain of lamps; narrowed down by status and q. GET /links/{sellerId}: one of them.",
        "DELETE /links/{sellerId}: give a link up. The seller is told. Again is fine.",
        "GET /events: what happened, oldest first.",
        "POST /invitations: ask a seller for a link; the answer has the link to pass on. GET lists them, DELETE /invitations/{id} takes one back.",
        "POST /webhooks: the address that messages go to; the answer has the signing key. GET lists it, DELETE removes it, POST /webhooks/{id}/test sends a test message.",
        "POST /clients/self/secrets: the next secret of the calling client, while the older one works on for the overlap you choose: 0, 1h, 24h, 7d or 30d.",
      ],
    },
    {
      id: "pages",
      title: "Pages and cursors",
      body: [
        "Lists answer items and next. Send next as after to get what follows; it is null at the end of a list. Of events it is never null: keep the last one, and ask with it again later. No event is ever skipped, also not one whose writing took long.",
        "A cursor is not for reading. limit is 1 to 200, and 50 where you do not say.",
      ],
    },
    {
      id: "webhooks",
      title: "Webhooks",
      body: [
        "Messages follow Standard Webhooks 1.0, for which there are ready packages in most languages. Take webhook-id, webhook-timestamp and the body as it came, joined with full stops, sign that with HMAC-SHA-256 and the bytes behind whsec_ (base64), and compare it with each v1, part of webhook-signature. Refuse a timestamp that is more than five minutes off.",
        "Answer with any 2xx within ten seconds and do the work afterwards. Anything else is tried again: after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours. The id stays the same, so drop a message whose id you have seen. The order is not promised; since and timestamp tell it. 410 means: send no more.",
        "A message holds ids and status, never a secret: type, timestamp, and data with linkId, sellerId, shopName, clientId, status, reference and, when a link ended, the reason.",
      ],
    },
    {
      id: "repeat",
      title: "Repeating safely",
      body: [
        "Send an Idempotency-Key of your own with each POST. A repetition within 24 hours gets the first answer again and does nothing; where a secret, a key or a link stood there is null, with replayed: true. The same key with another body is refused with idempotency_mismatch.",
      ],
    },
    {
      id: "errors",
      title: "Limits and errors",
      body: [
        "600 calls a minute for each client; the RateLimit field of every answer says what is left. Over that the answer is 429 with Retry-After.",
        "Errors are application/problem+json with a stable code, and a traceId for questions to us. 401: ask for a new token. 403 not_allowed: the portal API is off for this client. 404: not there, or not yours. 409: no room, or too late. 422: errors names the fields.",
      ],
    },
  ] as Part[],
};
