import { expect } from "@playwright/test";
import type { Client } from "./clients";
import type { Person } from "./person";

type Values = Pick<Client, "clientId" | "secret"> & { sellerId: string | number };

/** Makes a first call on its page with these values, and waits for its verdict. */
export async function callWith(person: Person, { clientId, secret, sellerId }: Values, verdict = "ok") {
  await person.open(`/first-call?${new URLSearchParams({ clientId, sellerId: String(sellerId) })}`);
  await callFromHere(person, secret, verdict);
}

/** The same where the page stands already, with clientId and SellerId filled in. */
export async function callFromHere(person: Person, secret: string, verdict = "ok") {
  const { page } = person;
  await person.type("clientSecret", secret);
  await person.look();
  await page.getByRole("button", { name: "Make the call" }).click({ noWaitAfter: true });
  const card = page.locator("[data-verdict]");
  await expect(card).toHaveAttribute("data-verdict", verdict, { timeout: 15_000 });
  await person.settle();
}
