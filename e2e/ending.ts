import { expect } from "@playwright/test";
import type { Person } from "./person";

/** Ends a link on the page of who has access, for somebody signed in as its seller. */
export async function endLink(
  person: Person,
  clientId: string,
  sellerId: string | number,
  reason: string,
  consequence = "",
) {
  await person.open("/links");
  const row = person.page
    .locator("[data-link=open]")
    .filter({ hasText: clientId })
    .filter({ hasText: String(sellerId) });
  await person.unfold("End this link", row);
  if (consequence) await expect(row.getByText(consequence, { exact: false })).toBeVisible();
  await person.choose("Why?", reason, row);
  await person.press("End the link", row);
  await expect(person.page.getByText("The link has ended.", { exact: false })).toBeVisible();
}
