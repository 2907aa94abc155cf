import { expect } from "@playwright/test";
import type { Person } from "./person";

/** Gives a hand-over on the client's page, and reads the link that is shown once. */
export async function give(person: Person, label: string, phrase = "") {
  const section = person.page.locator("#hand-over");
  await person.type("For whom (optional)", label, section);
  if (phrase) await person.type("Pass phrase (optional)", phrase, section);
  await person.press("Give a link", section);
  await expect(section.getByRole("heading", { name: "Your link, shown this once" })).toBeVisible();
  const url = await section.locator("#given .secret code").innerText();
  return new URL(url).pathname;
}

/** Presses *Show* and reads the three values. */
export async function show(receiver: Person) {
  await receiver.press("Show");
  return readShown(receiver);
}

/** The three values, where they are shown this once. */
export async function readShown({ page }: Person) {
  const reveal = page.locator("#reveal");
  await expect(reveal.getByRole("heading", { name: "Your values, shown this once" })).toBeVisible();
  const readValue = (label: string) =>
    reveal.locator(`dt:text-is("${label}") + dd [data-copy-text]`).innerText();
  return {
    clientId: await readValue("clientId"),
    secret: await reveal.locator(".secret code").innerText(),
    sellerId: await readValue("SellerId"),
  };
}
