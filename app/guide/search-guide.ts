import { areaNames } from "@/lib/seller-data/guide-areas";
import { operations } from "@/lib/seller-data/operations";
import type { Text } from "../_text/text";
import { problems } from "./errors/problems";
import { readCode } from "./errors/read-code";

/** One page of the guide, or one part of a page. */
type Entry = {
  kind: keyof Text["guideIndex"]["kinds"];
  href: string;
  title: string;
  about: string;
  /** Everything else it can be found by. */
  more: string;
};

const mostWords = 8;
const mostFound = 30;

/** Lower case, without accents; what stands between words is a space. */
const fold = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_./{}-]+/gu, " ");

/** The pages of the guide that hold all of the words, best first; a word in a title counts most. */
export function searchGuide(t: Text, asked: string): Entry[] {
  const words = fold(asked)
    .split(" ")
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, mostWords);
  if (words.length === 0) return [];
  return entriesOf(t)
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostFound)
    .map(({ entry }) => entry);
}

/** Nothing where one of the words is missing. */
function scoreOf({ title, about, more }: Entry, words: string[]) {
  const places = [
    { text: fold(title), weight: 6 },
    { text: fold(more), weight: 3 },
    { text: fold(about), weight: 1 },
  ];
  const scores = words.map((word) =>
    Math.max(...places.map(({ text, weight }) => (text.includes(word) ? weight : 0))),
  );
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

function entriesOf(t: Text): Entry[] {
  const calls = operations.map(({ id, method, path, role, parameters }): Entry => {
    const { title, purpose, watch } = t.reference.operations[id];
    const more = [id, method, path, role, ...parameters.map(({ name }) => name)].join(" ");
    return { kind: "operation", href: `/guide/reference/${id}`, title, about: `${purpose} ${watch}`, more };
  });
  const areas = areaNames.map((name): Entry => {
    const { title, lead, work, pitfalls } = t.areas.said[name];
    const about = [lead, ...work, ...pitfalls].join(" ");
    return { kind: "area", href: `/guide/areas/${name}`, title, about, more: name };
  });
  const codes = [...Object.keys(t.firstCall.verdicts), ...Object.keys(problems)];
  const errors = codes.flatMap((code): Entry[] => {
    const said = readCode(t, code);
    if (!said) return [];
    const about = `${said.why} ${said.todo}`;
    return [{ kind: "error", href: `/guide/errors/${code}`, title: said.title, about, more: code }];
  });
  const practices = [...t.guide.bestPractices.practices, ...t.bestPractices.patterns].map(
    ({ id, title, body, points = [] }): Entry => ({
      kind: "practice",
      href: `/guide/best-practices#${id}`,
      title,
      about: [...body, ...points].join(" "),
      more: id,
    }),
  );
  const terms = t.glossary.terms.map(
    ({ id, term, means }): Entry => ({
      kind: "term",
      href: `/guide/glossary#${id}`,
      title: term,
      about: means,
      more: id,
    }),
  );
  const parts = t.guideIndex.parts.map(
    ({ id, title, body }): Entry => ({ kind: "page", href: id, title, about: body, more: id }),
  );
  const portalApi = t.portalApi.parts.map(({ id, title, body, points = [] }): Entry => {
    const about = [...body, ...points].join(" ");
    return { kind: "portalApi", href: `/guide/api#${id}`, title, about, more: `api/v1 ${id}` };
  });
  return [...calls, ...areas, ...errors, ...practices, ...terms, ...parts, ...portalApi];
}
