import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { readLink } from "./letters";
import { makeMember } from "./people";
import { callWith } from "./tester";

test("Show my first call to others: history, text, a link that ends, and help with one press", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  const client = await makeClient(person);
  const other = await makeMember(sql);
  const colleague = await makeMember(sql, { joins: member, role: "viewer" });
  canary("secret", client.secret);
  await callWith(person, { ...client, sellerId: String(other.sellerId) }, "seller.not_linked");
  await callWith(person, client);

  // Both stand in the list, newest first; the older one leads back to its report.
  await person.open(`/first-call?history=${client.clientId}`);
  const rows = page.locator("#history tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toHaveAttribute("data-verdict-of", "ok");
  await expect(rows.first()).toContainText(member.name);
  await person.follow(/UTC$/, rows.last());
  const card = page.locator("[data-verdict]");
  await expect(card).toHaveAttribute("data-verdict", "seller.not_linked");
  await expect(card).toContainText("What was seen");
  await expect(card).toContainText("Status 403");
  await person.unfold("The report as text");
  await expect(page.getByText("(seller.not_linked)")).toBeVisible();

  // A colleague gets a letter that leads here; nobody else can follow it.
  const reportPath = new URL(page.url()).pathname;
  await person.type(/^One sentence of yours/, "Can you ask them for the link?");
  await person.press("Send the report");
  await expect(page.getByText("The letter is on its way.")).toBeVisible();
  const sent = await readLink(page.request, colleague.email, "/first-call/");
  expect(sent).toBe(reportPath);
  const viewer = await another();
  expect((await viewer.open(sent))?.status()).toBe(404);
  await signIn(viewer, colleague);
  expect((await viewer.open(sent))?.status()).toBe(200);
  await expect(viewer.page.locator("[data-verdict]")).toHaveAttribute("data-verdict", "seller.not_linked");
  await expect(viewer.page.getByRole("button", { name: "Send the report" })).toBeVisible();
  await expect(viewer.page.getByRole("button", { name: "Make a link for 7 days" })).toHaveCount(0);

  // A link for people outside: shown once, readable without an account, no longer than wanted.
  await person.press("Make a link for 7 days");
  const url = await page.locator("#share .secret code").innerText();
  expect(url).toMatch(/\/first-call\/shared\/[\w-]{43}$/);
  const { pathname } = new URL(url);
  const guest = await another();
  expect((await guest.open(pathname))?.status()).toBe(200);
  await expect(guest.page.getByRole("heading", { level: 1 })).toHaveText("A report that was shared");
  await expect(guest.page.locator("[data-verdict]")).toHaveAttribute("data-verdict", "seller.not_linked");
  await expect(guest.page.locator("[data-step=call]")).toHaveAttribute("data-code", "seller.not_linked");
  await guest.follow("Read what this means");
  await expect(guest.page.getByRole("heading", { level: 1 })).toHaveText("No link to this seller account");
  expect((await guest.open(reportPath))?.status()).toBe(404);
  expect((await guest.open(`${pathname}x`))?.status()).toBe(404);

  await person.open(reportPath);
  await person.press("End the link");
  await expect(page.getByText(/^A link works until/)).toHaveCount(0);
  expect((await guest.open(pathname))?.status()).toBe(200);
  await expect(guest.page.locator("main [role=alert][data-code=expired]")).toBeVisible();

  // Help knows the call already.
  await person.open(reportPath);
  await person.follow("Get help with this", page.locator("[data-verdict]"));
  await expect(page.locator("#context")).toContainText(client.clientId);
  // One press more sends it: what it is about stands there already.
  await expect(page.getByLabel("What is it about?")).toHaveValue(/^First call: ./);
  await person.press("Send");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("First call: ");
});

test("I have an error code: each has a page, in both languages, without signing in", async ({ person }) => {
  const { page } = person;
  await person.open("/guide/errors");
  await person.follow("The secret is not right");
  await expect(page.getByText("unauthorized_client", { exact: false }).first()).toBeVisible();
  expect((await person.open("/guide/errors/seller_not_granted"))?.status()).toBe(200);
  await person.follow("seller.not_linked");
  await expect(page).toHaveURL(/\/guide\/errors\/seller\.not_linked$/);
  await person.look();
  for (const wrong of ["nothing", "token", "__proto__", "ok.x"])
    expect((await page.request.get(`/guide/errors/${wrong}`)).status(), wrong).toBe(404);
  const french = await page.request.get("/guide/errors/token.secret_wrong", {
    headers: { "accept-language": "fr" },
  });
  expect(await french.text()).toContain("Le secret n’est pas correct");
});
