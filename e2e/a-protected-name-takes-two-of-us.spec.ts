import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { demoOperator, makeOperator } from "./listing-desk";
import { makeMember, unique } from "./people";

test("A protected name takes two of us: one proposes it, another confirms it, and the company is told", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const [owner, colleague] = [await another(), await another()];
  const member = await makeMember(sql, { kind: "aggregator" });
  await signIn(owner, member);
  const { clientId } = await makeClient(owner, "aggregator");
  const name = `Cdiscount ${unique("Lab")}`;
  await signIn(person, demoOperator);
  const second = await makeOperator(sql);
  await signIn(colleague, second);

  await person.open("/operator/names");
  await person.type("Company", clientId);
  await person.type("Name", name);
  await person.type("Why it may", "A letter of the brand's owner is here");
  await person.press("Propose it");
  await expect(person.page.getByRole("status")).toContainText("Another person has to confirm it");
  const mine = person.page.locator("[data-permit]").filter({ hasText: name });
  await expect(mine).toContainText("You proposed it; another person confirms it.");
  await expect(mine.getByRole("button", { name: "Confirm this name" })).toHaveCount(0);

  await colleague.open("/operator/names");
  const theirs = colleague.page.locator("[data-permit]").filter({ hasText: name });
  await colleague.press("Confirm this name", theirs);
  await expect(colleague.page.getByRole("status")).toContainText("Confirmed.");
  await expect(theirs).toHaveAttribute("data-state", "confirmed");
  await expect(theirs).toContainText(second.name);
  await expect(async () => {
    const [letter] = await readLetters(colleague.page.request, member.email);
    expect(letter?.text).toContain(name);
  }).toPass({ timeout: 15_000 });

  await person.reload();
  await person.unfold("Withdraw it", mine);
  await person.press("Withdraw it", mine);
  await expect(mine.locator("[role=alert][data-code=invalid]")).toBeVisible();
  await person.type("Why it is withdrawn", "Their contract ended", mine);
  await person.press("Withdraw it", mine);
  await expect(person.page.getByRole("status")).toContainText("Withdrawn.");
  await expect(mine).toHaveAttribute("data-state", "withdrawn");
});
