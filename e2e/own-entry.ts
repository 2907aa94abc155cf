import { expect } from "@playwright/test";
import sharp from "sharp";
import { makeClient } from "./clients";
import { readLetters } from "./letters";
import { unique } from "./people";
import type { Person } from "./person";
import { postForm } from "./post-form";

/** What somebody wants the list to say. */
export type Entry = { name: string; description: string; website: string; support: string };

/** An aggregator's name, website and words that no other story uses. */
export function makeEntry(): Entry {
  const name = unique("Quillon ").replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
  const domain = `${name.replace(" ", "-").toLowerCase()}.com`;
  return {
    name,
    description: "Sends offers and stock to the marketplace, and brings the orders home.",
    website: `https://www.${domain}/marketplaces`,
    support: `help@${domain}`,
  };
}

/** A picture as its maker saved it: a red square with words about itself. */
export async function makePicture() {
  const buffer = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#b3261e" } })
    .withExif({ IFD0: { Copyright: "CANARY-of-the-camera" } })
    .jpeg()
    .toBuffer();
  return { name: "logo.jpg", mimeType: "image/jpeg", buffer };
}

/** A file of the given bytes under a name that promises a picture. */
export const asPicture = (buffer: Buffer) => ({ name: "logo.png", mimeType: "image/png", buffer });

/** Gives a signed-in aggregator a client; its secret is nobody's business here. */
export const makeAggregatorClient = (person: Person) => makeClient(person, "aggregator");

/** Fills in the form of the entry. */
export async function writeEntry(person: Person, { name, description, website, support }: Entry) {
  await person.type("Name", name);
  await person.type("What it does for a seller", description);
  await person.type("Website", website);
  await person.type("Where sellers get help from you", support);
}

/** Proves the domain of an address by the code that is mailed there. */
export async function proveDomainByMail({ page }: Person, email: string) {
  const { request } = page.context();
  expect((await postForm(request, "/listing", { do: "domain_code", email })).status()).toBe(303);
  let code = "";
  await expect(async () => {
    const [letter] = await readLetters(request, email);
    code = /\b\d{4}[ -]?\d{4}\b/.exec(letter?.text ?? "")?.[0] ?? "";
    expect(code).not.toBe("");
  }).toPass({ timeout: 10_000 });
  expect((await postForm(request, "/listing", { do: "domain_prove", code })).status()).toBe(303);
}
