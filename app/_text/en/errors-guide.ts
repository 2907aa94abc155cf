import type { LoneProblem } from "../../guide/errors/problems";

type Words = { title: string; why: string; todo: string };

/** The pages about errors: one for each diagnosis, and one for each code of the Seller API. */
export const errorsGuide = {
  title: "Errors and what they mean",
  lead: "Every diagnosis of the tester and every error code of the Seller API, with its cause and what to do.",
  notSure: "You have an error and do not know which one it is?",
  paste: "Paste what you have",
  tester: "Make a call, step by step",
  back: "All errors",
  seen: "How it shows",
  why: "Why",
  todo: "What to do",
  help: "What helps",
  code: "Code",
  verdict: "The tester calls it",
  answers: (status: number, code: string) => `The Seller API answers ${status} with the code ${code}.`,
  codesTitle: "Codes of the Seller API",
  codesIntro: "They stand in the field code of each error answer, and its field type leads here.",
  columns: { code: "Code", title: "Meaning", status: "Status" },
  groups: {
    way: "On the way",
    token: "At the token address",
    auth: "The token of a call",
    seller: "SellerId and link",
    api: "The Seller API",
    good: "When it works",
  },
  problems: {
    bad_request: {
      title: "This is no HTTP request",
      why: "The request line or a header cannot be read: a tool that was built by hand, a damaged proxy, or https spoken to an http port.",
      todo: "Make the call with a usual HTTP library, and compare the address.",
    },
    request_timeout: {
      title: "The request did not arrive in time",
      why: "Headers or body came too slowly or stopped in the middle.",
      todo: "Send the request in one go, with the right Content-Length, and try again.",
    },
    too_large: {
      title: "The request is too large",
      why: "An address over 8 KB (414), headers over 16 KB (431), or a body over 1 MB (413).",
      todo: "Send fewer items per call, and move long filters out of the address.",
    },
    invalid_request: {
      title: "The token was sent twice, or in the wrong place",
      why: "It stands in the address or the body, or more than one Authorization header arrived.",
      todo: "Send the token once, in the header Authorization: Bearer, and never in an address, where it ends up in logs.",
    },
    token_revoked: {
      title: "The token was withdrawn",
      why: "It was revoked, its client was suspended or deleted, or somebody cut off the tokens with a secret.",
      todo: "Ask for a new token. If that is refused too, look at the client's page.",
    },
    token_invalid: {
      title: "This is no token for this API",
      why: "It is damaged, an id_token or a secret in its place, issued elsewhere, meant for another API, or begins in the future.",
      todo: "Paste it into the box of the tools: it says which of these it is. Then ask for a new one at the token address shown there.",
    },
    seller_id_duplicate: {
      title: "The SellerId header came twice",
      why: "Program and library, or a proxy, both set it.",
      todo: "Set it in one place only, once per call.",
    },
    invalid_body: {
      title: "The body cannot be read",
      why: "It is not JSON, or not of the shape that this call takes.",
      todo: "Compare with the example in the reference; errors names the place.",
    },
  } satisfies Record<LoneProblem, Words>,
};
