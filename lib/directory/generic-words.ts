import { nameSkeleton } from "./name-skeleton";

const skeletons = (words: string) => new Set(words.split(" ").map(nameSkeleton));

/** Words that speak for a marketplace, where a name has nothing else. */
const ofTheDesk = skeletons(
  "official officiel officielle offiziell oficial ufficiale support help helpdesk desk seller sellers marketplace " +
    "marketplaces admin staff security",
);
const officially = skeletons(
  "official officiel officielle offiziell oficial ufficiale support help helpdesk desk",
);

/** What such companies do, all of them. */
const trades = skeletons(
  "plugin plugins module addon extension connector connectors connecteur connect connexion connection integration " +
    "integrations integrator sync",
);

/** Words that say what a company is, where, or on whose behalf. */
const generic = skeletons(
  "original service services aide assistance soporte hilfe kundendienst kundenservice servicio assistenza ayuda aiuto " +
    "hulp suporte atendimento pomoc поддержка підтримка サポート 客服 team equipe client clients cliente clientes " +
    "customer care contact account accounts login secure verified verify app apps api apis pro plus premium business " +
    "new portal portail my mon mes our the by for pour par with from via and et und " +
    "group groupe gruppe holding company co corp corporation inc incorporated ltd limited llc llp plc sa sas sasu sarl " +
    "eurl snc sci gmbh ag kg ug ohg se bv nv ab aps oy srl srls spa sl slu lda ltda sro as asa kft uab sia doo hf pty " +
    "pvt sti тов ооо 株式会社 有限会社 有限公司 公司 주식회사 " +
    "fr france uk us usa de deutschland germany es espana spain it italia italy be nl eu europe europa ch ca int intl " +
    "international global worldwide world com net org io www online web beta demo test",
);

/** Words that say next to nothing beside a name of some length, and may be half of a short one. */
const vague = skeletons(
  "solution solutions software technology technologies tech hub center centre manager tool tools suite cloud digital " +
    "agency agence consulting partner partners partenaire reseller shop store studio labs lab platform plateforme " +
    "system systems get go try hello ask use join we are is real true",
);

/** Whether a word does not tell one company from another. */
export function isGeneric(word: string): boolean {
  const skeleton = nameSkeleton(word);
  return [generic, ofTheDesk, trades].some((words) => words.has(skeleton));
}

/** Whether a word adds nothing to a name that is long enough without it; a number does not either. */
export const isVague = (word: string) => /^\p{Nd}+$/u.test(word) || vague.has(nameSkeleton(word));

/** Whether a name of these words alone would speak for the marketplace: "Seller Support", but not "Seller Connect". */
export function speaksForMarketplace(words: string[]): boolean {
  const read = words.map(nameSkeleton);
  const isOfTheDesk = read.some((word) => ofTheDesk.has(word)) && words.every(isGeneric);
  return isOfTheDesk && (read.some((word) => officially.has(word)) || !read.some((word) => trades.has(word)));
}

/** Generic words that are told from a name they are written together with. */
export const joinable: readonly string[] = [...generic, ...ofTheDesk, ...trades].filter(
  (word) => word.length >= 3 || word === "my",
);
