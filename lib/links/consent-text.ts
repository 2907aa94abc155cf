/**
 * Which words people say yes to on the consent page, kept with each consent. Whoever changes those words in
 * `app/_text` gives them a new name here; pages that still show the old ones are then refused.
 */
export const consentTextVersion = "2026-11";
