import { demoPassword } from "@/db/seed/demo-accounts";
import { makeSecret } from "@/lib/secrets";
import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { makeMember, unique } from "./people";
import { readForm, sendForm } from "./post-form";
import { callWith } from "./tester";

const operator = { email: "operator@demo.test", password: demoPassword };

test("I press help instead of writing a mail: what I saw goes along, and the answer comes back", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  const { clientId, sellerId } = await makeClient(person);

  // The lamp that is dark leads to help, which knows it already.
  await person.open("/seller");
  const lamp = page.locator(".chain-box [data-state=dark]").first();
  await expect(lamp).toHaveAttribute("data-lamp", "token");
  await person.follow("Get help with this", lamp);
  await expect(page.getByRole("heading", { level: 1, name: "Help" })).toBeVisible();
  const along = page.locator("#context");
  for (const fact of [clientId, String(sellerId), "Token"]) await expect(along).toContainText(fact);

  const secret = makeSecret("demo");
  canary("secret", secret);
  const subject = `Where is my token? ${unique("q")}`;
  await person.type("What is it about?", subject);
  await person.type("What happened, and what did you want to do?", "I get 401.");
  await person.type(/^Rather talk\?/, "Monday 10 to 12, Paris");
  await page.getByLabel(/^Files/).setInputFiles([
    { name: "call.log", mimeType: "text/plain", buffer: Buffer.from("401\n") },
    { name: "shot.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg onload='x'/>") },
  ]);
  await person.press("Send");
  await expect(page.locator("main [role=alert][data-code=invalid]")).toBeVisible();
  await expect(page.locator("[data-field=file]")).toContainText("Only plain text and pictures");
  await expect(page.getByLabel("What is it about?")).toHaveValue(subject);
  await expect(page.getByLabel("What happened, and what did you want to do?")).toHaveValue("I get 401.");
  await person.type("What happened, and what did you want to do?", `I use ${secret} and get 401.`);
  await page
    .getByLabel(/^Files/)
    .setInputFiles([
      { name: "call.log", mimeType: "text/plain", buffer: Buffer.from(`401 with ${secret}\n`) },
    ]);
  await person.press("Send");
  await expect(
    page.getByText("We removed something that looked like a secret", { exact: false }),
  ).toBeVisible();
  await expect(page.getByText("I use mps_test_[redacted] and get 401.")).toBeVisible();
  const ticketPath = new URL(page.url()).pathname;

  const href = (await page.getByRole("link", { name: "call.log" }).getAttribute("href")) ?? "";
  const file = await page.request.get(href);
  expect(await file.text()).toBe("401 with mps_test_[redacted]\n");
  expect(file.headers()).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": expect.stringContaining("attachment"),
    "content-security-policy":
      "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });

  // At the desk the same facts stand, and one press leads on.
  const staff = await another();
  await signIn(staff, operator);
  await staff.open("/operator/tickets");
  const line = staff.page.getByRole("row").filter({ hasText: subject });
  await expect(line).toContainText("wants a call");
  await staff.follow(new RegExp(subject.slice(-12)), line);
  for (const fact of [clientId, String(sellerId), member.company, "Monday 10 to 12, Paris"])
    await expect(staff.page.getByRole("main")).toContainText(fact);
  await staff.press("Take it");
  await expect(staff.page.getByText("You look after this ticket now.")).toBeVisible();
  await staff.type("New note", "Looks like a pasted secret.");
  await staff.press("Keep the note");
  await expect(staff.page.locator("[data-note]")).toContainText("Looks like a pasted secret.");
  await staff.type("Your answer", "Make a new secret on the client's page.\n\nThen try again.");
  await staff.press("Send the answer");
  await expect(staff.page.getByText("Sent, to the page and by mail.")).toBeVisible();

  const [letter] = await readLetters(page.request, member.email);
  expect(letter?.text).toContain("Make a new secret on the client's page.");
  expect(letter?.links.map((link) => new URL(link).pathname)).toContain(ticketPath);

  await person.open(ticketPath);
  await expect(page.getByText("Waits for you")).toBeVisible();
  await expect(page.locator("[data-side=operator]")).toContainText("Then try again.");
  await expect(page.getByRole("main")).not.toContainText("Looks like a pasted secret.");
  await person.press("It is solved");
  await expect(page.getByText("The ticket is solved.")).toBeVisible();
  await person.type("Your message", "It came back.");
  await person.press("Send");
  await expect(page.getByText("Waits for us")).toBeVisible();

  // To everybody else it is not there.
  const stranger = await another();
  await signIn(stranger, await makeMember(sql));
  expect((await stranger.open(ticketPath))?.status()).toBe(404);
  expect((await stranger.page.request.get(href)).status()).toBe(404);
  expect((await stranger.open("/operator/tickets"))?.status()).toBe(404);
});

test("I press help instead of writing a mail: pressed twice is one ticket", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql, { role: "viewer" });
  await signIn(person, member);
  const form = await readForm(page.request, "/help?path=/links", ["subject", "message", "callMe"]);
  const typed = { subject: "May I link?", message: "My role is viewer.", callMe: "" };
  const [first, second] = [
    await sendForm(page.request, form, typed),
    await sendForm(page.request, form, typed),
  ];
  expect([first.status(), second.status()]).toEqual([303, 303]);
  const pathOf = (answer: typeof first) => new URL(answer.headers().location ?? "", form.url).pathname;
  expect(pathOf(second)).toBe(pathOf(first));
  await person.open("/help");
  await expect(page.locator("[data-ticket]")).toHaveCount(1);
});

test("I press help instead of writing a mail: from where I am, also before I sign in", async ({
  person,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await person.open("/guide/best-practices");
  await person.follow("Help", page.getByRole("contentinfo"));
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await person.type("E-mail address", member.email);
  await person.type("Password", member.password);
  await person.press("Sign in", page.getByRole("main"));
  await expect(page.locator("#context")).toContainText("/guide/best-practices");

  await person.open("/there-is-nothing-at-all");
  await person.follow("Get help with this");
  await expect(page.locator("#context")).toContainText("/there-is-nothing-at-all");
  await person.follow("Ask about something else");
  await expect(page.locator("#context")).toHaveCount(0);

  // What nobody said cannot be put into somebody's mouth.
  const made = new URLSearchParams({
    path: "https://elsewhere.test/",
    code: "made_up",
    reference: "<b>",
    sellerId: "0",
    lamp: "moon",
    clientId: makeSecret("demo"),
    firstCallId: "0192f000-0000-7000-8000-000000000000",
  });
  await person.open(`/help?${made}`);
  await expect(page.locator("#context")).toHaveCount(0);
});

test("I press help instead of writing a mail: a first call that failed brings its report along", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  const { clientId, secret } = await makeClient(person);
  await callWith(person, { clientId, secret, sellerId: 104512 }, "seller.not_linked");
  await person.follow("Get help with this", page.getByRole("main"));
  const along = page.locator("#context");
  await expect(along).toContainText("seller.not_linked");
  await person.type("What is it about?", `It says not linked ${unique("q")}`);
  await person.type("What happened, and what did you want to do?", "Why?");
  await person.press("Send");
  const ticketPath = new URL(page.url()).pathname;

  const staff = await another();
  await signIn(staff, operator);
  await staff.open(`/operator/tickets/${ticketPath.split("/").at(-1)}`);
  await expect(staff.page.locator("#first-call [data-verdict='seller.not_linked']")).toBeVisible();
  await expect(staff.page.locator("#first-call [data-step=token]")).toHaveAttribute("data-code", "ok");
});
