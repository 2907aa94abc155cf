import { expect, test } from "./fixture";
import { makeInviter } from "./invitations";
import { unique } from "./people";

/** A file of five hundred rows of which twelve are wrong, each in its own way or another's. */
function makeFile(tag: string) {
  const wrong = [
    "no address,,not-an-address,7d",
    "letters,12ab,,7d",
    "zero,0123,,7d",
    "long,1234567890123,,7d",
    "life,,,2y",
    `${"x".repeat(81)},,,7d`,
    "cells,,,7d,more",
    'quotes,"a"b,,7d',
    "two @,,a@b@c.test,7d",
    "control \u0007,,,7d",
    `=${tag} twice,,,7d`,
    "minus,-1,,7d",
  ];
  const rows = Array.from({ length: 488 }, (_, n) => `${tag} ${n},,${n % 2 ? 400_000_000 + n : ""},30d`);
  // A row that stands further up already.
  rows.splice(3, 1, `=${tag} twice,,,7d`);
  for (const [n, row] of wrong.entries()) rows.splice(10 + n * 40, 0, row);
  return ["reference,expectedSellerId,email,expires", ...rows].join("\r\n");
}

test("Invite five hundred customers: twelve rows come back to be corrected, the others have their links", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const { organisationId } = await makeInviter(person, sql, signIn);
  const tag = unique("row");
  await person.open("/invitations");
  const form = page.locator("#file");
  const upload = (text: string) =>
    form.getByLabel("CSV file").setInputFiles({
      name: "customers.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    });
  await person.press("Make the invitations", form);
  await expect(form.locator("[data-field=csv]")).toBeVisible();
  await upload("name,phone\r\na,b");
  await person.press("Make the invitations", form);
  await expect(form.locator("[data-field=csv]")).toContainText("first line");

  await upload(makeFile(tag));
  await person.press("Make the invitations", form);
  const answer = page.locator("#invited");
  await expect(answer.getByRole("heading", { name: "488 invitations made" })).toBeVisible();
  await expect(answer.locator("[data-row]")).toHaveCount(12);
  await expect(answer.locator("[data-row='12']")).toHaveAttribute("data-code", "bad_email");
  await expect(answer.locator("[data-code=duplicate]")).toHaveCount(1);
  const [made] =
    await sql`select count(*)::int as n from invitations where organisation_id = ${organisationId}`;
  expect(made?.n).toBe(488);

  const links = await answer.getByRole("link", { name: "Take the links" }).getAttribute("href");
  const csv = decodeURIComponent(links ?? "").split("\r\n");
  expect(csv).toHaveLength(489);
  expect(csv.filter((line) => /\/i\/[\w-]{43}$/.test(line))).toHaveLength(488);
  expect(csv.some((line) => line.startsWith(`'=${tag} twice`))).toBe(true);
  const refused = await answer.getByRole("link", { name: "Take the refused rows" }).getAttribute("href");
  expect(decodeURIComponent(refused ?? "").split("\r\n")).toHaveLength(13);

  await person.open("/invitations");
  await expect(page.locator("[data-invitation]")).toHaveCount(50);
  await person.follow("Older ones");
  await expect(page.locator("[data-invitation]")).toHaveCount(50);
  await expect(page.locator("#invited")).toHaveCount(0);
});
