import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ListingView } from "@/lib/directory/search-directory";
import { texts } from "../_text/texts";
import { ListingCards } from "./listing-card";

const listing: ListingView = {
  id: "1",
  clientId: "Feed & Wise@1",
  name: "Feed <b>Wise</b>",
  description: "Sends offers.",
  website: "https://feedwise.example",
  logo: null,
  methods: ["delegation", "own-credentials"],
  verifiedDomain: null,
};
const render = (over: Partial<ListingView> = {}) =>
  renderToStaticMarkup(<ListingCards listings={[{ ...listing, ...over }]} t={texts.en} />);

describe("a listing", () => {
  it("leads to consent for exactly this clientId", () => {
    const html = render();
    const href = /href="([^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const { pathname, searchParams } = new URL(href, "http://localhost");
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      "/link-client",
      { clientId: "Feed & Wise@1", as: "aggregator", via: "directory" },
    ]);
    expect(html).toContain("Feed &lt;b&gt;Wise");
  });

  it("leads first to values of one's own where that is all it takes", () => {
    const html = render({ methods: ["own-credentials"] });
    expect(html).toContain('href="/new-client?as=seller&amp;for=aggregator"');
    // Still, nobody is kept from linking it.
    expect(html).toContain("/link-client?");
    expect(html).toContain(texts.en.directory.ownOnly);
  });

  it("shows its picture where it is one of ours, else letters", () => {
    for (const logo of ["data:image/png;base64,iVBORw0KGgo=", `/logos/${"0a".repeat(32)}.webp`])
      expect(render({ logo })).toContain(`src="${logo}"`);
    for (const other of [null, "https://evil.test/x.png", "javascript:alert(1)", "/logos/../sign-out"]) {
      const html = render({ logo: other });
      expect(html).not.toContain("<img");
      expect(html).toContain(">FB</span>");
    }
  });

  it("marks a domain only where it is proven", () => {
    expect(render()).not.toContain("Domain proven");
    expect(render({ verifiedDomain: "feedwise.example" })).toContain("Domain proven: feedwise.example");
  });
});
