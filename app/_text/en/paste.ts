import type { Kind, NoteCode } from "@/lib/paste/finding";
import type { Signature } from "@/lib/paste/judge-token";

/** One box for anything that somebody has before them when a call fails. */
export const paste = {
  title: "Paste anything",
  lead: "A token, the answer of curl, a log, an error of your plugin, an old Postman file: paste it, and read what it means and what to do.",
  notKept: "Nothing of it is kept. Secrets and tokens are masked before anything is shown again.",
  content: "What you have",
  contentHint:
    "A token, what curl -i or -v printed, a curl command, JSON, a stack trace, log lines, a TLS report, a Postman collection or environment. Up to 256 KB.",
  submit: "Read it",
  sending: "Reading",
  signIn: "Sign in, and you also read what it means for your own clients and links.",
  question: "Something answers with an error?",
  link: "Paste what you have",
  recognised: "Recognised",
  kinds: {
    token: "an access token",
    secret: "a secret",
    answer: "an HTTP answer",
    command: "a curl command",
    json: "a body in JSON",
    log: "log lines",
    tls: "a report of a secure connection",
    cors: "a message of a browser’s console",
    soap: "an answer of the old SOAP API",
    collection: "a Postman collection",
    environment: "a Postman environment",
  } satisfies Record<Kind, string>,
  noneKnown: "Nothing we know",
  seenLine: (line: string) => `Seen in: ${line}`,
  notes: {
    secret_seen: {
      title: "You pasted a secret",
      body: "It was not kept and is shown nowhere. If anybody else saw it where you copied it from, make a new one and retire this one.",
    },
    secret_in_clear: {
      title: "A secret stands in it",
      body: "Whoever gets this text or file has the secret. Put it into an environment variable or a secret variable, and make a new one if the text went to others.",
    },
    secret_in_address: {
      title: "A secret stands in the address",
      body: "Addresses are written to logs on the way. Send it in the body of the request, and make a new secret, because this one was seen.",
    },
    token_in_clear: {
      title: "A token stands in it",
      body: "Whoever has it can call in your name until it ends. Pass the text on without it.",
    },
    verification_off: {
      title: "Checking of certificates is switched off",
      body: "Anybody on the way could read the secret then. Take that away; where a proxy of your company signs again, give your tool the company’s certificate, as described below.",
    },
    obsolete_header: {
      title: "A header of former times",
      body: "Ocp-Apim-Subscription-Key is no longer asked for. Nothing breaks by it, and nothing needs it: leave it out.",
    },
    plain_http: {
      title: "An address without TLS",
      body: "It begins with http:, so secret and token would travel in the open. Use https:.",
    },
    tls_good: {
      title: "The secure connection is in order",
      body: "The report says that chain, name and dates could be verified.",
    },
    nothing_wrong: {
      title: "Nothing wrong to be seen",
      body: "Addresses, headers and fields are as they should be. If the call still fails, paste its answer, too.",
    },
  } satisfies Record<NoteCode, { title: string; body: string }>,
  token: {
    title: "The token",
    good: (minutes: string) => `This token works. It is good for another ${minutes} min.`,
    left: (minutes: string) => `${minutes} min left`,
    over: (minutes: string) => `Over for ${minutes} min`,
    signatureName: "Signature",
    signatures: {
      good: "Good: signed by this portal’s issuer",
      bad: "Bad: the token was changed, or somebody else made it",
      foreign_key: "Made with a key that this portal’s issuer does not have",
      not_checked: "Not checked: only tokens of this portal’s issuer can be checked here",
    } satisfies Record<Signature, string>,
    issuer: "Issued by",
    issuers: {
      own: "This portal’s own issuer",
      live: "The marketplace’s live environment, which is another one than this portal’s",
      retired: "A former address of the marketplace, out of service",
      foreign: "An issuer unknown here",
    },
    audience: "Meant for",
    client: "clientId",
    issuedAt: "Issued",
    expiresAt: "Ends",
    may: "May",
    none: "Nothing on the Seller API",
    roles: {
      SELLERS_GET: "read the seller account",
      CARRIERS_GET: "list carriers",
      CATEGORIES_GET: "read categories",
      PRODUCTS_GET: "look for products",
      DISCUSSIONS_GET: "read discussions",
      DISCUSSIONS_PATCH: "close discussions",
      MESSAGES_POST: "answer customers",
      OFFERS_GET: "read offers",
      ORDERS_GET: "read orders",
      ORDERS_POST: "accept and ship orders",
      "OFFER-PACKAGES_GET": "follow changes of offers",
      "OFFER-PACKAGES_POST": "change offers",
      "OFFER-PACKAGES_PATCH": "send prepared changes of offers",
      "PRODUCTS-INTEGRATION_POST": "create products",
    } as Record<string, string>,
    decoded: "Decoded",
    head: "Head",
    claims: "Claims",
    reach: "Links it reaches now",
    noReach: "Your client has no open link, so each call but one for an open test seller answers 403.",
    hasMore: "and more",
    tryIt: "Try the client here, step by step",
  },
  secret: {
    live: (clientId: string, hint: string) =>
      `It is the secret of your client ${clientId} that ends in ${hint}, and it works.`,
    ended: (clientId: string, hint: string, at: string) =>
      `It is the secret of your client ${clientId} that ends in ${hint}. It stopped working on ${at}.`,
    open: "Open the client",
  },
  tls: {
    title: "The same from here",
    intro:
      "This portal’s server shook hands with the two configured hosts just now. What it sees and you do not, lies between you and the host.",
    plain: "This address has no TLS: it is on this machine and for trying out.",
    good: (protocol: string) => `All in order, by ${protocol}.`,
    bad: (cause: string) => `It fails from here, too: ${cause}.`,
    names: "Made for",
    chain: "Chain",
    certificate: (subject: string, issuer: string, until: string) =>
      `${subject}, signed by ${issuer}, good until ${until}`,
    clock: "Clock",
    clockOff: (seconds: string) => `${seconds} seconds away from ours`,
    clockSame: "The same as ours",
    fixTitle: "Give your tool the company’s certificate",
    fixIntro:
      "Where a proxy of your company opens connections, it signs them with an authority of its own. Ask your IT department for its certificate as a PEM file, here company-ca.pem, and tell your tool to trust it as well. Leave checking on, always.",
    tools: {
      postman:
        "Settings, Certificates: switch CA Certificates on and choose the file. “SSL certificate verification” under General stays on.",
      node: "Name the file before the program starts; it is added to the authorities that Node.js knows.",
      python: "The variable replaces the list of requests, so put both into one file.",
      php: "In php.ini. The file replaces the usual list, so it must hold the public authorities, too. Restart the web server or PHP-FPM.",
      java: "Adds the file to the store of the running Java. Start the program again.",
      dotnet:
        "Adds the file to the store of the machine: the first line on Windows, the others on Debian and Ubuntu.",
      curl: "For one call.",
    },
    command: "Commands",
  },
  collection: {
    title: "The file",
    mended: "Take the mended file",
    mendedAbout:
      "The same requests with today’s addresses, without the obsolete header, with checking of certificates on. Secrets and tokens in it are empty: put yours into the secret variable clientSecret.",
    replaced:
      "Requests of former interfaces are replaced by the calls that do the same now: fill in what stands in double braces, accessToken among it. What nothing replaces stays as it is, with ⚠ before its name.",
    fresh: "Or take our own collection, which gets its token by itself",
    request: "Request",
    call: "Call",
    found: "Found",
    instead: "What replaces it",
    nothing: "Nothing to change",
    gone: "Nothing replaces it",
    stays: "Stays as it is",
    corrected: "Itself, corrected in the mended file",
  },
};
