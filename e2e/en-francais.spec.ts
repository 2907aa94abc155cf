import { texts } from "@/app/_text/texts";
import { makeClient, readReveal } from "./clients";
import { findEnglish } from "./find-english";
import { expect, test } from "./fixture";
import { readLetters, readLink } from "./letters";
import { makeMember, unique } from "./people";
import type { Person } from "./person";

const { en, fr } = texts;

/** The page is French: it says so, and nothing on it is English. */
async function expectFrench({ page }: Person) {
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  expect(await findEnglish(page), `English on ${new URL(page.url()).pathname}`).toEqual([]);
}

async function languageOf({ page }: Person) {
  return page.locator("html").getAttribute("lang");
}

test.describe("En français", () => {
  test.use({ locale: "fr-FR" });

  test("Créer mon clientId et mon clientSecret : from a French browser to 200, letters and all", async ({
    person,
    canary,
    sql,
  }) => {
    const { page } = person;
    const company = unique("Lampes ");
    const email = `${unique("ada")}@people.test`;
    const password = unique("un long mot de passe ");
    canary("password", password);
    await person.open("/");
    await expectFrench(person);
    await person.open("/sign-up");
    await expectFrench(person);
    await person.press(fr.accounts.signUp.submit);
    await expect(page.getByRole("alert").getByText(fr.refusals.invalid)).toBeVisible();
    await expectFrench(person);
    await person.tick(fr.accounts.kinds.seller.label);
    await person.type(fr.accounts.fields.companyName, company);
    await person.type(fr.accounts.fields.name, "Ada Vendeuse");
    await person.type(fr.accounts.fields.email, email);
    await person.tick(fr.accounts.signUp.terms);
    await person.press(fr.accounts.signUp.submit);
    await expect(page.getByText(fr.accounts.signUp.sent.title)).toBeVisible();
    await expectFrench(person);

    const link = await readLink(page.request, email, "/verify/");
    canary("link", link.split("/").at(-1) ?? "");
    await person.open(link);
    await expectFrench(person);
    await person.type(fr.accounts.fields.password, password);
    await person.press(fr.accounts.verify.submit);
    await expect(page.getByRole("heading", { level: 1, name: fr.newClient.titles.seller })).toBeVisible();
    await expectFrench(person);
    const [account] = await sql`select language from people where email = ${email}`;
    expect(account?.language, "the new account's language").toBe("fr");

    await person.tick(fr.newClient.terms);
    await person.press(fr.newClient.submit);
    const { secret, clientId } = await readReveal(person, fr.newClient.reveal.title);
    canary("secret", secret);
    await expectFrench(person);
    await person.press(fr.newClient.reveal.prove);
    await expect(page.locator("[data-verdict]")).toHaveAttribute("data-verdict", "ok");
    await expect(page.getByRole("heading", { name: fr.firstCall.verdicts.ok.title })).toBeVisible();
    await expectFrench(person);

    await person.open("/seller");
    await expect(page.locator(".chain-box [data-lamp=call]")).toHaveAttribute("data-state", "lit");
    await expectFrench(person);
    for (const path of [
      "/clients",
      "/links",
      "/account",
      "/first-call",
      "/tools/collections",
      "/guide/best-practices?has=readOrders",
      "/guide?q=jeton",
      "/guide/areas?areas=orders",
      "/guide/areas/offers",
      "/guide/reference",
      "/guide/reference/orders.ship",
      "/guide/reference/offers.list",
      "/guide/glossary",
      "/first-call?operation=orders.ship",
      "/start?who=seller&asks=login",
      "/no-such-page",
    ]) {
      await person.open(path);
      await expectFrench(person);
    }
    await person.open("/clients");
    await person.follow(clientId);
    await expectFrench(person);

    const letters = await readLetters(page.request, email);
    expect(letters.map(({ subject }) => subject).sort()).toEqual([
      "Choisissez votre mot de passe pour vous inscrire",
      "Un clientId a été créé",
    ]);
    for (const letter of letters) expect(letter.text).toMatch(/^Bonjour/);
  });

  test("En français : what the portal says where no page can be drawn", async ({ person }) => {
    const answer = await person.page.request.get("/%ff", { headers: { "accept-language": "fr" } });
    const page = await answer.text();
    expect(answer.status()).toBe(404);
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain("Il n’y a rien ici");
  });

  test("En français : a signed-in person's own language counts more than the browser's", async ({
    person,
    signIn,
    sql,
  }) => {
    await signIn(person, await makeMember(sql));
    await person.open("/seller");
    expect(await languageOf(person)).toBe("en");
    expect(await findEnglish(person.page)).toContain(en.common.footer);
  });
});

const pages = {
  seller: [
    "/choose-aggregator?q=feedwise",
    "/choose-aggregator?q=nobody-has-this-name",
    "/link-client?as=partner",
    "/link-client?clientId=FeedWise&as=aggregator",
    "/link-client?clientId=atelier-kode&as=partner",
    "/link-client?clientId=demo-seller-app&as=partner",
    "/partner",
    "/api-credentials",
  ],
  partner: ["/partner", "/invitations", "/kept-sellers", "/guide/api", "/links"],
  aggregator: ["/aggregator", "/invitations", "/kept-sellers", "/new-client?as=aggregator"],
} as const;

for (const kind of ["seller", "partner", "aggregator"] as const) {
  test(`En français: what the ${kind} reads on the way to a link`, async ({ person, signIn, sql }) => {
    const member = await makeMember(sql, { kind });
    await sql`update people set language = 'fr' where email = ${member.email}`;
    await signIn(person, member);
    if (kind !== "seller") await makeClient(person, kind);
    for (const path of pages[kind]) {
      await person.open(path);
      await expectFrench(person);
    }
    await person.open("/clients");
    const [client] = await person.page.locator("main a[href^='/clients/']").all();
    if (client) await person.follow(await client.innerText());
    await expectFrench(person);
  });
}

test("En français: chosen on any page, it holds from there on, signed in or not", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  await person.open("/start?who=seller&lang=de");
  expect(await languageOf(person)).toBe("en");
  await person.follow("Français");
  await expect(page).toHaveURL(/\/start\?who=seller&lang=fr$/);
  await expectFrench(person);
  await person.open("/");
  await expectFrench(person);
  await person.follow(fr.home.undecidedGo);
  await expectFrench(person);

  await signIn(person, await makeMember(sql));
  await person.open("/seller");
  await expectFrench(person);
  await person.follow("English");
  expect(await languageOf(person)).toBe("en");
});

test("En français: saved on the account, it holds in every browser, and for letters", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  await person.open("/account?lang=en");
  await person.choose(en.accounts.fields.language, "fr");
  await person.press(en.accounts.account.changeLanguage);
  await expect(page.getByText(fr.accounts.account.languageChanged)).toBeVisible();
  await expectFrench(person);
  await person.open("/links");
  await expectFrench(person);

  const elsewhere = await another();
  await elsewhere.open("/reset");
  expect(await languageOf(elsewhere)).toBe("en");
  await elsewhere.type(en.accounts.fields.email, member.email);
  await elsewhere.press(en.accounts.reset.submit);
  await expect(elsewhere.page.getByText(en.accounts.reset.sent.title)).toBeVisible();
  const [letter] = await readLetters(page.request, member.email);
  expect(letter?.subject).toBe("Choisissez un nouveau mot de passe");
  await signIn(elsewhere, member);
  await elsewhere.open("/seller");
  await expectFrench(elsewhere);
});
