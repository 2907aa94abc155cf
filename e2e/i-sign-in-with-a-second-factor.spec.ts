import { hotp, stepAt } from "@/lib/accounts/totp";
import { expect, test } from "./fixture";
import { readLetters, readLink } from "./letters";
import { makeMember } from "./people";
import type { Person } from "./person";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator app makes of a key that was typed into it, so many steps from now. */
function appCode(typed: string, steps = 0) {
  const bits = [...typed.replace(/\s/g, "")].map((letter) =>
    alphabet.indexOf(letter).toString(2).padStart(5, "0"),
  );
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  return hotp(key, stepAt(new Date()) + steps);
}

/** Sets a second factor up on its page; the key as the app has it, and the recovery codes. */
async function setUp(person: Person) {
  const { page } = person;
  await person.press("Make a key");
  const key = await page.locator("#draft [data-copy-text]").innerText();
  await person.type("Code that the app shows", "000");
  await person.press("Confirm");
  await expect(page.locator("#draft [role=alert][data-code=invalid]")).toBeVisible();
  await expect(page.locator("#draft [data-copy-text]")).toHaveText(key);
  await expect(page.getByLabel("Code that the app shows")).toHaveValue("");
  await person.type("Code that the app shows", appCode(key));
  await person.press("Confirm");
  await expect(page.getByRole("heading", { name: /^Your second factor is on/ })).toBeVisible();
  const codes = (await page.locator("#codes [data-copy-text]").innerText()).trim().split(/\s+/);
  expect(codes).toHaveLength(10);
  await person.press("I have kept them");
  await expect(page.getByText("Recovery codes left: 10.")).toBeVisible();
  await expect(page.locator("#codes")).toHaveCount(0);
  return { key, codes };
}

async function givePassword(person: Person, { email, password }: { email: string; password: string }) {
  await person.type("E-mail address", email);
  await person.type("Password", password);
  await person.press("Sign in");
}

test("I sign in with a second factor: set up, asked for, replaced by a recovery code, turned off", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  await person.open("/account");
  await person.follow("Set up a second factor");
  const { key, codes } = await setUp(person);
  const [letter] = await readLetters(page.request, member.email);
  expect(letter?.subject).toBe("Your second factor was set up");
  expect(letter?.text).not.toContain(codes[0]);

  const phone = await another();
  await phone.open("/clients?done=resumed");
  await givePassword(phone, member);
  await expect(phone.page).toHaveURL(/\/sign-in\/code\?state=/);
  const state = phone.page.url();
  await phone.type("Code of your second factor", "123");
  await phone.press("Sign in");
  await expect(phone.page.locator("main [role=alert][data-code=invalid]")).toBeVisible();
  await phone.type("Code of your second factor", appCode(key, 1));
  await phone.press("Sign in");
  await expect(phone.page).toHaveURL(/\/clients(\?.*)?$/);

  const thief = await another();
  await thief.open(state);
  await expect(thief.page.locator("[role=alert][data-code=expired]")).toBeVisible();
  await expect(thief.page.locator("main form")).toHaveCount(0);

  const spare = await another();
  await spare.open("/sign-in");
  await givePassword(spare, member);
  await spare.type("Code of your second factor", codes[0] ?? "");
  await spare.press("Sign in");
  await expect(spare.page).toHaveURL("/seller");
  const [used] = await readLetters(page.request, member.email);
  expect(used?.text).toContain("Codes left: 9");

  await person.open("/sign-in?again=1&next=%2Faccount%2Fsecond-factor");
  await person.type("Code of your second factor", codes[1] ?? "");
  await person.press("Confirm by code");
  await expect(page).toHaveURL("/account/second-factor");
  await person.unfold("Turn it off");
  const off = page.locator("details", { hasText: "Turn it off" });
  await person.type("Code of your second factor", codes[2] ?? "", off);
  await person.press("Turn it off", off);
  await expect(page.getByText("Your second factor is off.")).toBeVisible();
  await spare.open("/clients");
  await expect(spare.page).toHaveURL(/\/sign-in\?next=/);
  await givePassword(spare, member);
  await expect(spare.page).toHaveURL("/clients");
});

test("I lost my phone and my codes: a letter and three days later my password lets me in, unless a letter stops it", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const { request } = page;
  const member = await makeMember(sql);
  await signIn(person, member);
  await person.open("/account/second-factor");
  await setUp(person);
  const begin = async (at: Person) => {
    await at.open("/sign-in");
    await givePassword(at, member);
    await at.press("I lost my phone and my codes");
    await expect(at.page.getByText(`We sent a letter to ${member.email}.`, { exact: false })).toBeVisible();
    const link = await readLink(request, member.email, "/recover/");
    await at.open(link);
    await at.press("Begin the wait of 72 hours");
    await expect(at.page.getByText("The wait has begun")).toBeVisible();
    return link;
  };
  const phone = await another();
  const link = await begin(phone);
  await phone.open(link);
  await expect(phone.page.locator("[role=alert][data-code=expired]")).toContainText("it runs until");
  await expect(phone.page.locator("main form")).toHaveCount(0);

  const owner = await another();
  await owner.open(`${await readLink(request, member.email, "/recover/")}?lang=fr`);
  await owner.press("L’arrêter");
  await expect(owner.page.getByText("C’est arrêté")).toBeVisible();
  const [stopped] = await readLetters(request, member.email);
  expect(stopped?.subject).toBe("Your second factor stays on");

  await begin(phone);
  const passed = await sql`update recoveries set begun_at = begun_at - interval '73 hours',
      ready_at = ready_at - interval '73 hours'
    where stopped_at is null and begun_at is not null
      and person_id = (select id from people where email = ${member.email}) returning id`;
  expect(passed).toHaveLength(1);
  await phone.open("/sign-in");
  await givePassword(phone, member);
  await expect(phone.page.getByText("Your second factor is off.")).toBeVisible();
  const [off] = await readLetters(request, member.email);
  expect(off?.subject).toBe("Your second factor was turned off");
  await person.open("/clients");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("I see where I am signed in, and sign out one of those browsers", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  const [other, third] = [await another(), await another()];
  await signIn(person, member);
  await signIn(other, member);
  await signIn(third, member);
  await other.open("/clients");
  await third.open("/clients");
  await person.open("/account");
  const rows = page.locator("#sessions tbody tr");
  await expect(rows).toHaveCount(3);
  await expect(page.locator("#sessions").getByRole("button", { name: "Sign out there" })).toHaveCount(2);
  await person.press("Sign out there", rows.filter({ hasText: "Sign out there" }).first());
  await expect(page.getByText("That browser was signed out.")).toBeVisible();
  await expect(rows).toHaveCount(2);
  await other.reload();
  await third.reload();
  const away = [other, third].filter(({ page: at }) => at.url().includes("/sign-in?next="));
  expect(away).toHaveLength(1);
  const [letter] = await readLetters(page.request, member.email);
  expect(letter?.subject).toBe("You were signed out in other browsers");
});

test("A password that everybody uses is refused, with the reason", async ({ person, signIn, sql }) => {
  const { page } = person;
  const member = await makeMember(sql, { company: "Nordic Outdoor Gear" });
  await signIn(person, member);
  await person.open("/account");
  for (const [typed, why] of [
    ["Password2026", "among those used most"],
    ["NordicOutdoorGear1", "little more than your address"],
  ] as const) {
    await person.type("Present password", member.password);
    await person.type("New password", typed);
    await person.press("Change password");
    await expect(page.locator("main [role=alert][data-code=invalid]")).toContainText(why);
    await expect(page.locator("[data-field=password]")).toBeVisible();
    await expect(page.getByLabel("New password")).toHaveValue("");
  }
});
