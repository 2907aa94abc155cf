import { makeClient } from "./clients";
import { endLink } from "./ending";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { makeLink } from "./linked";
import { makeMember } from "./people";

test("Who is told what: ends of links in a digest, while letters about secrets always come", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const owner = await makeMember(sql, { kind: "partner" });
  const seller = await makeMember(sql);
  await signIn(person, owner);
  const client = await makeClient(person, "partner");
  await makeLink(sql, client.clientId, seller);

  await person.open("/account");
  const section = page.locator("#notices");
  const group = (name: string) => section.getByRole("group", { name, exact: true });
  await expect(group("A link ends").getByRole("radio", { name: "By letter, at once" })).toBeChecked();
  // What may be the only way to tell them of a link can wait, but not be left out.
  await expect(group("A seller links a client").getByRole("radio")).toHaveCount(2);
  await expect(group("A partner asks for access")).toHaveCount(0);
  await person.tick("In my digest", group("A link ends"));
  await person.tick("Not at all", group("A client was reviewed"));
  await person.tick("Every morning at 7, Paris time", group("Summary of your organisation"));
  await person.press("Save my choice", section);
  await expect(page.getByText("Your choice is saved.")).toBeVisible();
  await person.reload();
  await expect(group("A link ends").getByRole("radio", { name: "In my digest" })).toBeChecked();
  await expect(group("A client was reviewed").getByRole("radio", { name: "Not at all" })).toBeChecked();
  const summary = group("Summary of your organisation");
  await expect(summary.getByRole("radio", { name: "Every morning at 7, Paris time" })).toBeChecked();

  const shop = await another();
  await signIn(shop, seller);
  await endLink(shop, client.clientId, seller.sellerId, "not_used");
  const letters = async () => readLetters(page.request, owner.email);
  const ends = (list: Awaited<ReturnType<typeof letters>>) =>
    list.filter(({ subject }) => /ended|end of/i.test(subject));
  expect(ends(await letters())).toEqual([]);

  // The letter about the secret of the new client came all the same, and says why.
  const [about] = (await letters()).filter(({ text }) => text.includes(client.clientId));
  expect(about?.text).toContain("Letters about a clientId and its secrets always come.");

  // By tomorrow morning it is a line of one letter.
  await sql`update digest_lines set at = at - interval '2 days' where person_id = (select id from people where email = ${owner.email})`;
  await expect(async () => {
    const [digest] = (await letters()).filter(({ subject }) => subject === "Your digest: 1 notice");
    expect(digest?.text).toContain("Ended links");
    expect(digest?.links.at(-1)).toContain("/account#notices");
  }).toPass({ timeout: 40_000 });
});

test("Who is told what: a seller is asked about what concerns sellers, and chooses for themselves alone", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const owner = await makeMember(sql);
  const colleague = await makeMember(sql, { joins: owner, role: "viewer" });
  await signIn(person, colleague);
  await person.open("/account");
  const section = page.locator("#notices");
  await expect(section).toContainText("always come; nobody can switch them off");
  await expect(section.getByRole("group", { name: "Summary of your organisation" })).toHaveCount(0);
  const asked = section.getByRole("group", { name: "A partner asks for access", exact: true });
  await person.tick("Not at all", asked);
  await person.press("Save my choice", section);
  await expect(page.getByText("Your choice is saved.")).toBeVisible();
  const rows = await sql`select p.email from notice_choices n join people p on p.id = n.person_id
    where n.notice = 'requests' and n.choice = 'off' and p.email in (${owner.email}, ${colleague.email})`;
  expect([...rows]).toEqual([{ email: colleague.email }]);
});
