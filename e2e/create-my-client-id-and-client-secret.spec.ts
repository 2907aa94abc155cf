import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { askForToken, callSellers, createClient, goOn, readReveal } from "./clients";
import { expect, test } from "./fixture";
import { readLink } from "./letters";
import { makeMember, unique } from "./people";
import type { Person } from "./person";

const run = promisify(execFile);

/** Fills the form that asks for an account, from wherever one stands on it. */
async function signUp(person: Person, { company, email }: { company: string; email: string }) {
  await person.tick(/^I sell/);
  await person.type("Company name", company);
  await person.type("Your name", "Ada Seller");
  await person.type("E-mail address", email);
  await person.tick(/^I may act for this company/);
  await person.press("Sign up");
  await expect(person.page.getByText("Look into your mailbox")).toBeVisible();
}

test("Create my clientId and clientSecret: from the sign-up form to 200, and what it costs", async ({
  person,
  canary,
}) => {
  const { page } = person;
  const company = unique("Lampen ");
  const email = `${unique("ada")}@people.test`;
  const password = unique("a long password ");
  canary("password", password);
  await person.open("/sign-up");
  await signUp(person, { company, email });

  const link = await readLink(page.request, email, "/verify/");
  canary("link", link.split("/").at(-1) ?? "");
  // The mail and the page it opens are no page; its field and its click count.
  const pages = new Set(person.cost.pages).size;
  await person.look();
  await person.open(link);
  await expect(page.getByText(company)).toBeVisible();
  await person.type("Password", password);
  await person.press("Set password and go on");
  person.cost.pages.delete("Set your password");
  expect(pages).toBe(1);

  await expect(
    page.getByRole("heading", { level: 1, name: "Create my clientId and clientSecret" }),
  ).toBeVisible();
  await person.tick(/^I keep the secret/);
  await person.press("Create clientId and secret");
  const { clientId, secret, sellerId } = await readReveal(person);
  canary("secret", secret);
  expect(sellerId).toMatch(/^3\d{5}$/);
  await expect(page.getByText(`Linked to ${company}, SellerId ${sellerId}.`)).toBeVisible();
  await person.press("Prove it works");

  await expect(page.locator("[data-verdict]")).toHaveAttribute("data-verdict", "ok");
  await expect(page.locator("[data-step=call]")).toContainText("200");
  await person.look();
  const { clicks, typed } = person.cost;
  expect({ clicks, typed, pages: person.cost.pages.size }).toEqual({ clicks: 7, typed: 4, pages: 3 });

  await person.open("/seller");
  for (const lamp of ["client", "secret", "link", "told", "token", "call"])
    await expect(page.locator(`.chain-box [data-lamp=${lamp}]`)).toHaveAttribute("data-state", "lit");
  const { token } = await askForToken(clientId, secret);
  canary("token", token);
  expect(await callSellers(token, sellerId)).toMatchObject({ status: 200, shopName: company });
});

test("Create my clientId and clientSecret: the guide's own lines, pasted into a terminal", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  const { clientId, secret, sellerId } = await createClient(person);
  canary("secret", secret);
  await goOn(person);

  await person.open("/seller");
  const block = (name: string) => page.getByRole("region", { name }).locator("code").innerText();
  const lines = [await block("Command: get a token"), await block("Command: make the first call")];
  expect(lines.join("\n")).toContain(clientId);
  expect(lines.join("\n")).toContain(sellerId);
  const { stdout } = await run("/bin/sh", ["-c", lines.join("\n")], {
    env: { ...process.env, CLIENT_SECRET: secret },
  });
  expect(stdout).toContain("TOKEN is set, HTTP 200");
  expect(stdout).toMatch(/HTTP 200\n$/);
  expect(stdout).toContain(member.company);
  // The guide sees that it was done, wherever it was done.
  await person.reload();
  await expect(page.locator(".chain-box [data-lamp=call]")).toHaveAttribute("data-state", "lit");
});
