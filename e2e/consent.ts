import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { Sql } from "postgres";
import type { Member } from "./people";
import type { Person } from "./person";

/** Puts a client into the directory, as its approval would. */
export async function list(
  sql: Sql,
  { organisationId, company }: Member,
  { clientId }: { clientId: string },
) {
  await sql`insert into listings (id, organisation_id, client_row_id, display_name, methods, approved_at)
    select ${randomUUID()}, ${organisationId}, id, ${company}, '{delegation}', now()
    from clients where client_id = ${clientId}`;
}

/** Marks a client as looked at by the operator. */
export async function review(sql: Sql, { clientId }: { clientId: string }) {
  await sql`update clients set reviewed_at = now() where client_id = ${clientId}`;
}

/** Types a clientId into the question for it, and waits until somebody stands behind it. */
export async function lookUp(person: Person, as: "partner" | "aggregator", clientId: string) {
  await person.open(`/link-client?as=${as}`);
  await person.type("clientId", clientId);
  await person.press("Look it up");
  await expect(person.page).toHaveURL(/clientId=/);
  await person.settle();
}

/** Ticks what has to be ticked, and gives access. */
export async function giveAccess(person: Person) {
  await person.tick(/^I accept that this client/);
  await person.tick(/^I know who asks/);
  await person.press("Give access");
}

/** Waits until the receipt stands. */
export async function seeReceipt({ page }: Person) {
  await expect(page).toHaveURL(/\/links\/[0-9a-f-]{36}\?done=linked$/);
  await expect(page.getByText("Done: access is given", { exact: false })).toBeVisible();
  await expect(page.locator(".chain-box [data-lamp=link]")).toHaveAttribute("data-state", "lit");
}

/** Waits until a lamp of the receipt is lit: with scripts by itself, else by looking again. */
export async function seeLit(person: Person, lamp: string) {
  const bulb = person.page.locator(`.chain-box [data-lamp=${lamp}]`);
  await expect(async () => {
    if (!person.hasScripts) await person.follow("Look again", person.page.locator("main > p"));
    await expect(bulb).toHaveAttribute("data-state", "lit", { timeout: person.hasScripts ? 5000 : 500 });
  }).toPass({ timeout: 30_000 });
}
