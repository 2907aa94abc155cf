import { startNameServer } from "@/lib/directory/dns.testing";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { makeOwnPortal } from "./own-portal";
import { makeMember, unique } from "./people";

// A portal of its own, which asks a name server of its own.
const own = makeOwnPortal();
let names: Awaited<ReturnType<typeof startNameServer>>;
test.use({ baseURL: own.url });
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  names = await startNameServer();
  process.env.DNS_SERVERS = names.address;
  await own.start();
});
test.afterAll(async () => {
  delete process.env.DNS_SERVERS;
  await own.stop();
  await names.stop();
});

test("Prove that a domain is mine: by a DNS record, told what is missing until it is there", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql, { kind: "aggregator" }));
  const domain = `${unique("dns-")}.com`;
  const section = page.locator("#domain");

  await person.open("/listing");
  await expect(section).toContainText("No domain is proven yet.");
  await person.unfold("by DNS", section);
  await person.type("Domain", "gmail.com", section);
  await person.press("Show its record", section);
  await expect(section.locator("[data-field=domain]")).toContainText("public mail provider");
  await person.type("Domain", `https://${domain.toUpperCase()}/`, section);
  await person.press("Show its record", section);
  const card = section.locator(`[data-domain="${domain}"]`);
  const [host = "", value = ""] = await card.locator("[data-copy-text]").allTextContents();
  expect(host).toBe(`_seller-portal.${domain}`);

  const told = card.locator("[role=alert][data-code=invalid]");
  await person.press("Check now", card);
  await expect(told).toContainText("There is no such domain.");
  names.zone[domain] = [];
  await person.press("Check now", card);
  await expect(told).toContainText("The record is not there yet.");
  names.zone[host] = ["something <b>else</b>"];
  await person.press("Check now", card);
  await expect(told).toContainText("“something <b>else</b>”");
  names.zone[host] = ["something else", value];
  await person.press("Check now", card);
  await expect(section).toContainText("The domain is proven.");
  await expect(section).toContainText("by a DNS record, on");
  await expect(section.getByRole("definition").filter({ hasText: domain })).toBeVisible();
  await expect(card).toHaveCount(0);
});

test("Prove that a domain is mine: by a mailed code, a wrong one first; then by my own address", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql, { kind: "aggregator" });
  await signIn(person, member);
  const domain = `${unique("mail-")}.com`;
  const email = `hello@${domain}`;
  const section = page.locator("#domain");

  await person.open("/listing");
  await person.unfold("Prove it by mail", section);
  await person.type("Address at your domain", "somebody@gmail.com", section);
  await person.press("Mail the code", section);
  await expect(section.locator("[data-field=email]")).toContainText("public mail provider");
  await person.type("Address at your domain", email, section);
  await person.press("Mail the code", section);
  await expect(section).toContainText(`We mailed eight digits to ${email}.`);
  const [letter] = await readLetters(page.context().request, email);
  const code = /\d{4} \d{4}/.exec(letter?.text ?? "")?.[0] ?? "";
  await person.type(
    "Code",
    code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
    section,
  );
  await person.press("Prove it", section);
  await expect(section.locator("[data-field=code]")).toContainText("Tries left: 4.");
  await person.type("Code", code, section);
  await person.press("Prove it", section);
  await expect(section).toContainText("The domain is proven.");
  await expect(section).toContainText("by mail, on");

  await person.press("Prove people.test", section);
  await expect(section.getByRole("definition").filter({ hasText: /^people\.test$/ })).toBeVisible();

  const viewer = await another();
  await signIn(viewer, await makeMember(sql, { role: "viewer", joins: member }));
  await viewer.open("/listing");
  await expect(viewer.page.locator("#domain")).toContainText("people.test");
  await expect(viewer.page.locator("#domain form")).toHaveCount(0);
});
