import { existsSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { texts } from "./_text/texts";
import { WayCards, type WayName, wayHrefs } from "./_ways";

const names = Object.keys(wayHrefs) as WayName[];

describe("the guide's sentences", () => {
  it.each(names)("lead to a page that exists: %s", (name) => {
    const { pathname } = new URL(wayHrefs[name], "http://localhost");
    expect([pathname, existsSync(join(import.meta.dirname, pathname, "page.tsx"))]).toEqual([pathname, true]);
  });

  it("keep the addresses of old", () => {
    expect(wayHrefs.linkAgregClientToSeller).toBe("/link-client?as=aggregator");
    expect(wayHrefs.linkAgreeToSeller).toBe("/choose-aggregator");
  });

  it.each(Object.values(texts))("say aggregator or plugin to sellers, in every language", ({ ways }) => {
    for (const name of ["linkAgregClientToSeller", "linkAgreeToSeller"] as const) {
      expect(ways.sentences[name].title).toMatch(/aggregator or plugin|agrégateur ou module/);
    }
  });

  it("carry their names as ids only where they are asked to", () => {
    const t = texts.en;
    expect(renderToStaticMarkup(<WayCards names={names} t={t} />)).not.toContain(" id=");
    const html = renderToStaticMarkup(<WayCards anchors names={names} t={t} />);
    for (const name of names) {
      expect(html).toContain(`href="${wayHrefs[name].replaceAll("&", "&amp;")}" id="${name}"`);
    }
  });
});
