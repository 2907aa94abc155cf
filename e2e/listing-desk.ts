import { expect } from "@playwright/test";
import type { Sql } from "postgres";
import { demoPassword } from "@/db/seed/demo-accounts";
import { type Member, makeMember } from "./people";
import type { Person } from "./person";

/** The marketplace's own account of the demo. */
export const demoOperator = { email: "operator@demo.test", password: demoPassword };

/** One more person of the marketplace's staff. */
export async function makeOperator(sql: Sql): Promise<Member> {
  const [found] = await sql`select id from organisations where kind = 'operator' order by created_at limit 1`;
  const joins = { organisationId: String(found?.id), company: "Marketplace support", sellerId: 0 };
  return makeMember(sql, { role: "editor", joins: { ...joins, email: "", password: "", name: "" } });
}

const decisions = {
  approve: { choice: "Approve", said: "Approved. Its owners" },
  changes: { choice: "Ask for changes", said: "Changes are asked for" },
  reject: { choice: "Refuse", said: "Refused. Its owners" },
} as const;

type Field = "Name" | "Description" | "Logo" | "Website" | "How sellers connect" | "Support";
type Decision = {
  decision: keyof typeof decisions;
  reason?: string;
  comments?: Partial<Record<Field, string>>;
};

/** The operator opens the submission of that name from the queue, and decides it. */
export async function decideListing(
  operator: Person,
  name: string,
  { decision, reason, comments = {} }: Decision,
) {
  await operator.open("/operator/listings");
  await operator.follow(`Look at ${name}`);
  await expect(operator.page.getByRole("heading", { level: 1, name })).toBeVisible();
  const form = operator.page.locator("#decide");
  const { choice, said } = decisions[decision];
  await operator.tick(choice, form);
  if (reason) await operator.type("Reason", reason, form);
  const words = Object.entries(comments);
  if (words.length > 0) await operator.unfold("A word on single fields", form);
  for (const [field, comment] of words) await operator.type(`On: ${field}`, comment, form);
  await operator.press("Decide", form);
  await expect(operator.page.getByRole("status")).toContainText(said);
}

const changes = {
  unlist: { choice: "Take it out", said: "Taken out of the directory" },
  suspend: { choice: "Suspend it", said: "Suspended. Its owners" },
  approve: { choice: "End the suspension", said: "Approved. Its owners" },
} as const;

/** The operator finds an entry of the directory by its name, and changes its state. */
export async function changeEntry(
  operator: Person,
  name: string,
  { decision, reason }: { decision: keyof typeof changes; reason?: string },
) {
  await operator.open("/operator/listings");
  await operator.type("Name of the entry", name);
  await operator.press("Search");
  const entry = operator.page.locator("li[data-entry]").filter({ hasText: name }).first();
  await operator.unfold("Change its state", entry);
  const { choice, said } = changes[decision];
  await operator.tick(new RegExp(`^${choice}`), entry);
  if (reason) await operator.type("Reason", reason, entry);
  await operator.press("Decide", entry);
  await expect(operator.page.getByRole("status")).toContainText(said);
}
