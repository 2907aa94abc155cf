/** Rules of clientIds, which are public names chosen by their owners. Pure, and small enough for the browser. */

const shape = /^[A-Za-z](?:[A-Za-z0-9@-]| (?! ))*[A-Za-z0-9]$/;

/** Whether an already trimmed text may become a clientId: 8 to 80 characters of the allowed shape. */
export function isClientIdShape(clientId: string) {
  return clientId.length >= 8 && isStaffClientIdShape(clientId);
}

/** The same for one that the operator makes: a name that partners know already may be short. */
export function isStaffClientIdShape(clientId: string) {
  return clientId.length <= 80 && shape.test(clientId);
}

/** What makes two clientIds the same to a human eye: equal folds may not both exist. */
export function foldClientId(clientId: string) {
  return clientId
    .toLowerCase()
    .replace(/[ \-@]/g, "")
    .replaceAll("0", "o")
    .replaceAll("1", "l")
    .replaceAll("i", "l")
    .replaceAll("rn", "m");
}

// Letters that stay themselves when accents are stripped.
const spelled: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  þ: "th",
  ð: "d",
};

/** Candidates made from a company's name, best first; each has the right shape, none is checked for being free. */
export function candidateClientIds(companyName: string) {
  const words = companyName
    .toLowerCase()
    .replace(/[ßæœøđłþð]/g, (letter) => spelled[letter] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let base = words
    .join("-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  if (base.length < 3) base = "my-shop";
  const plain = base.length >= 8 ? [base] : [];
  const numbered = Array.from({ length: 20 }, (_, i) => `${base}-app-${i + 2}`);
  return [...plain, `${base}-app`, `${base}-api`, `${base}-shop`, ...numbered].filter(isClientIdShape);
}
