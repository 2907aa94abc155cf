// What is drawn like a Latin letter, by its small form: digits and signs that stand for letters, then Cyrillic, Greek,
// Armenian, Cherokee, and Latin letters that no accent can be taken off.
const small: Record<string, string> = {
  a: "4@аαꭺɑᴀɐəǝ",
  b: "8вьβɓʙƀᏼ",
  c: "¢сϲꮯᴄƈↄ",
  d: "дԁꭰđɖɗᴅð",
  e: "3€еεєэзꭼɛᴇɘ",
  f: "ϝꜰƒք",
  g: "9ցꮐɡɠɢǥ",
  h: "һнћђհꮋħɦʜ",
  i: "іιꭵıɩɪɨ",
  j: "јϳյꭻɉʝᴊ",
  k: "кκꮶƙᴋĸ",
  l: "1|£ӏլꮮłƚɫʟǀ丨",
  m: "мꮇɱᴍ",
  n: "пηոռղꮑŋƞɲɴ",
  o: "0оөοσςօꮎøɵᴏס〇",
  p: "рρꮲþƥᴘ",
  q: "ԛզʠ",
  r: "гꭱꮢɾʀɼ",
  s: "5$ѕꮪꮥʂꜱ",
  t: "7тτꭲŧƭᴛ",
  u: "ицυսꮜʉᴜ",
  v: "ѵνꮩᴠ",
  w: "ԝшщωѡաꮃɯᴡ",
  x: "хχ×",
  y: "уүγꮍƴʏ",
  z: "ζꮓƶʐᴢ",
  ae: "æ",
  oe: "œ",
  ss: "ß",
};

// Capitals that are drawn like another letter than their small form is.
const capital: Record<string, string> = { H: "Η", l: "I", M: "Μ", N: "Ν", S: "Տ", U: "Ս", Y: "Υ" };

const drawings = (table: Record<string, string>) =>
  new Map(Object.entries(table).flatMap(([latin, drawn]) => [...drawn].map((letter) => [letter, latin])));

/** A small letter, digit or sign -> the Latin letter that it is drawn like. */
export const drawnLike: ReadonlyMap<string, string> = drawings(small);

/** A capital -> the Latin capital that it is drawn like, where its small form is drawn like another letter. */
export const drawnLikeCapital: ReadonlyMap<string, string> = drawings(capital);
