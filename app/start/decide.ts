/** The questions of the chooser, each with its answers in the order they are shown. */
export const questions = {
  who: ["seller", "partner", "aggregator"],
  asks: ["sellerId", "three", "login", "code"],
  listed: ["list", "clientId", "none"],
  tool: ["aggregator", "plugin"],
  writer: ["me", "company"],
  whose: ["own", "customer"],
  model: ["one", "each"],
} as const;

export type QuestionName = keyof typeof questions;
type AnswerOf<Q extends QuestionName> = (typeof questions)[Q][number];

/** The flows that the chooser can end in. */
export const flows = [
  "sellerIdOnly",
  "aggregatorsClientId",
  "notListed",
  "forAggregator",
  "forPlugin",
  "legacy",
  "ownCode",
  "partnersClientId",
  "partnerOwn",
  "partnerCustomer",
  "aggregatorOne",
  "aggregatorEach",
] as const;
export type Flow = (typeof flows)[number];

/** What was answered so far, in order; then the next question, or the flow the answers lead to. */
export type Decision = { answered: { question: QuestionName; answer: string }[] } & (
  | { question: QuestionName; flow: null }
  | { question: null; flow: Flow }
);

type Next = { question: QuestionName; after: Record<string, Next> } | Flow;

const ask = <Q extends QuestionName>(question: Q, after: Record<AnswerOf<Q>, Next>): Next => ({
  question,
  after,
});

const tree = ask("who", {
  seller: ask("asks", {
    sellerId: ask("listed", { list: "sellerIdOnly", clientId: "aggregatorsClientId", none: "notListed" }),
    three: ask("tool", { aggregator: "forAggregator", plugin: "forPlugin" }),
    login: "legacy",
    code: ask("writer", { me: "ownCode", company: "partnersClientId" }),
  }),
  partner: ask("whose", { own: "partnerOwn", customer: "partnerCustomer" }),
  aggregator: ask("model", { one: "aggregatorOne", each: "aggregatorEach" }),
});

/** Follows the answers in a query string. An answer that does not exist counts as none, so any link leads somewhere. */
export function decide(query: Record<string, string | string[] | undefined>): Decision {
  const answered: Decision["answered"] = [];
  let next: Next = tree;
  while (typeof next !== "string") {
    const { question, after }: Exclude<Next, Flow> = next;
    const answer = [query[question]].flat()[0] ?? "";
    const following = Object.hasOwn(after, answer) ? after[answer] : undefined;
    if (!following) return { answered, question, flow: null };
    answered.push({ question, answer });
    next = following;
  }
  return { answered, question: null, flow: next };
}
