import type { Page } from "@playwright/test";
import { fixedParts, leavesOf } from "@/app/_text/leaves.testing";
import { texts } from "@/app/_text/texts";

const partsOf = (language: "en" | "fr") => new Set(leavesOf(texts[language]).flatMap(fixedParts));
const french = partsOf("fr");
const english = [...partsOf("en")].filter((part) => !french.has(part) && /[a-z]{2}/i.test(part));
const sentences = english.filter((part) => part.split(/\s+/).length >= 3);
// Each language is named in itself wherever one can be chosen.
const words = new Set(english.filter((part) => part !== texts.en.common.language));

/** What a page says with the words of the English catalogue, in sight or to assistive technology only. */
export async function findEnglish(page: Page) {
  const said = await page.evaluate(() => {
    const found: (string | null)[] = [document.title];
    const isOther = (element: Element | null) =>
      element?.closest("script, style, [lang]:not(html), pre, [data-copy-text]");
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (!isOther(walker.currentNode.parentElement)) found.push(walker.currentNode.textContent);
    }
    for (const element of document.querySelectorAll("[aria-label], [alt], [title], [placeholder]")) {
      for (const name of ["aria-label", "alt", "title", "placeholder"])
        found.push(element.getAttribute(name));
    }
    return found.map((text) => text?.trim() ?? "").filter(Boolean);
  });
  return said.filter((text) => words.has(text) || sentences.some((sentence) => text.includes(sentence)));
}
