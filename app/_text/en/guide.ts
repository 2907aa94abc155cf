type Practice = { id: string; title: string; body: string[]; points?: string[] };

/** Best practices: short, and each one true of this API. */
export const guide = {
  bestPractices: {
    title: "Best practices",
    lead: "What keeps a connection healthy once the first call has worked.",
    contents: "On this page",
    practices: [
      {
        id: "token",
        title: "Keep one token and renew it in time",
        body: [
          "The token answer says in expires_in how many seconds the token works. Keep it in memory, use it for every call, and fetch the next one when 60 seconds are left. Do not ask for a token before each call: token requests are limited per hour, the answer to too many is 429.",
          "When a call answers 401 although the token should still work, drop it, get one new token and repeat the call once. If that answers 401 again, stop and look: repeating will not help.",
        ],
      },
      {
        id: "sellers",
        title: "One token serves all your sellers",
        body: [
          "A token belongs to a client, not to a seller. Which seller a call is for stands in the SellerId header of that call, so a client that works for a hundred sellers needs one token, not a hundred.",
          "The link between client and seller is checked at each call. When a seller ends it, the very next call answers 403 seller_not_granted: pause the work for this seller and go on with the others.",
        ],
      },
      {
        id: "headers",
        title: "Send the right headers",
        body: ["Every call of the Seller API carries:"],
        points: [
          "Authorization: Bearer and the token, in the header only, never in the address",
          "SellerId: the number of the seller account, digits only",
          "Accept: application/json, and on calls with a body Content-Type: application/json",
        ],
      },
      {
        id: "retry",
        title: "Step back on 429 and 503",
        body: [
          "Both carry Retry-After: wait that many seconds before the next call. Where a 5xx or a broken connection carries none, wait one second, then two, four, eight, up to a minute, each time plus a random part, so that your workers do not come back all at once. Give up after a few tries and tell somebody.",
          "Repeat only what may be repeated: a GET always, a change only if you know that the first try did nothing.",
          "400, 403, 404 and 422 do not get better by themselves. Do not repeat them; the code in the answer says what to mend.",
        ],
      },
      {
        id: "rotate",
        title: "Rotate the secret with an overlap",
        body: [
          "Make a new secret on the client's page and let the old one work on for a while. Put the new one into your tool, watch the client's page until it shows the new secret in use, then retire the old one. Nothing stops in between.",
          "If a secret has leaked, choose no overlap. Tokens that the old secret already gave work until they end, unless you end them as well when you retire it.",
        ],
      },
      {
        id: "secret",
        title: "Keep the secret on a server",
        body: [
          "A secret in a browser, a mobile app or a repository is a secret no more: whoever finds it acts for your sellers. Keep it in the secret store of your server or in an environment variable that is not checked in.",
          "Secrets made here start with mps_live_, in a sandbox with mps_test_, and end in a checksum, so a scanner can recognise one. Add the prefix mps_ to the rules of yours.",
          "Do not send a secret by e-mail or chat. A second tool gets a client and a secret of its own.",
        ],
      },
      {
        id: "tls",
        title: "Never switch certificate checks off",
        body: [
          "A client that accepts every certificate gives token and secret to anybody on the way. If the check fails, look for the reason: a clock that is wrong, a proxy that opens connections, a list of authorities that is too old.",
          "Behind a company proxy, add the proxy's own authority to the ones you trust. These do it without switching anything off:",
        ],
        points: [
          "Node.js: NODE_EXTRA_CA_CERTS=/path/ca.pem",
          "curl: curl --cacert /path/ca.pem",
          "Python requests: REQUESTS_CA_BUNDLE=/path/ca-bundle.pem",
          "Postman: Settings, Certificates, CA certificates",
        ],
      },
      {
        id: "log",
        title: "Log what helps, and nothing that harms",
        body: [
          "Every answer of the Seller API carries X-Request-Id, and an error repeats it in its body as traceId. Log it with each call: it is the first thing to quote when you ask about one.",
        ],
        points: [
          "Log: time, method, path, SellerId, status, code of the error, X-Request-Id, milliseconds",
          "Do not log: the secret, the token, the Authorization header, the body of a token request or answer",
          "Keep your own number of the job beside it, so that one order can be followed from your tool to ours",
        ],
      },
      {
        id: "environments",
        title: "Name your environments and keep them apart",
        body: [
          "A sandbox and a live portal have clients, secrets and addresses of their own; nothing of one works on the other. Make one client for each tool and environment, and put the environment into the clientId, for example acme-stock-test and acme-stock-live. Then a suspended client stops one tool, not all.",
          "Keep token address and API address in the configuration beside the clientId, never in the code.",
        ],
      },
    ] satisfies Practice[] as Practice[],
    envTitle: "Names that the .env file uses",
    envCopy: ".env lines",
    next: "Make a call and watch each step",
    nextAction: "First call",
    collection: "Get the collection",
  },
};
