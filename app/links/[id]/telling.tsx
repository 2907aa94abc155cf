import { now } from "@/lib/clock";
import type { LinkChainView } from "@/lib/links/find-link-chain";
import type { Text } from "../../_text/text";
import { Section } from "../../_ui/section";

/** How far the news came to the partner, with the very second: people compare it with their own log. */
export function Telling({ view, t }: { view: LinkChainView; t: Text }) {
  const said = t.receipt.told;
  const { telling, partner } = view;
  const isTold = telling.how === "answered" || telling.how === "asked" || telling.how === "mailed";
  return (
    <Section id="told" title={isTold || telling.how === "own" ? said.title(partner) : said.telling(partner)}>
      <p data-telling={telling.how}>{sentence(view, t)}</p>
    </Section>
  );
}

function sentence({ telling }: LinkChainView, t: Text) {
  const said = t.receipt.told;
  switch (telling.how) {
    case "answered":
      return said.answered(telling.status, second(telling.at));
    case "retrying": {
      const answer = telling.status ? said.status(telling.status) : said.silent;
      const next = telling.nextTryAt ? said.next(second(telling.nextTryAt)) : "";
      return [said.retrying(second(telling.at)), answer, next].join(" ").trim();
    }
    case "asked":
    case "mailed":
    case "given_up":
      return said[telling.how](second(telling.at));
    case "own":
    case "sending":
    case "letter_waiting":
      return said[telling.how];
  }
}

/** `10:42:07 UTC`, with the day before it where that is not today's. */
function second(at: Date) {
  const [day, time = ""] = at.toISOString().split(/[T.]/);
  const today = now().toISOString().slice(0, 10);
  return `${day === today ? "" : `${day} `}${time} UTC`;
}
