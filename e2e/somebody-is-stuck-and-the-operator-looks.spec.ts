import { demoPassword } from "@/db/seed/demo-accounts";
import { askForToken, callSellers, makeClient } from "./clients";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { makeLink } from "./linked";
import { makeMember, unique } from "./people";
import type { Person } from "./person";
import { callWith } from "./tester";

const operator = { email: "operator@demo.test", password: demoPassword };

/** Types something into the one box, and waits for what it opens. */
async function lookUp(desk: Person, q: string) {
  await desk.open("/operator/lookup");
  await desk.type(/^SellerId, clientId/, q);
  await Promise.all([desk.page.waitForEvent("load"), desk.press("Look up")]);
  await desk.settle();
}

/** Unfolds an act of the page that was looked up, fills it in and does it. */
async function act(desk: Person, name: string, fields: Record<string, string>, submit = name) {
  const fold = desk.page
    .locator("details.fold")
    .filter({ has: desk.page.getByText(name).first() })
    .last();
  await desk.unfold(name, fold);
  for (const [label, text] of Object.entries(fields)) await desk.type(label, text, fold);
  await desk.press(submit, fold);
}

async function letterTo({ page }: Person, to: string, subject: string | RegExp) {
  await expect(async () => {
    const letters = await readLetters(page.context().request, to);
    expect(letters.map((letter) => letter.subject)).toContainEqual(expect.stringMatching(subject));
  }).toPass({ timeout: 10_000 });
  const letters = await readLetters(page.context().request, to);
  return letters.find((letter) => new RegExp(subject).test(letter.subject))?.text ?? "";
}

test("Somebody is stuck: found by whatever they know, noted, stopped for a reason, and let go again", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const partner = await makeMember(sql, { kind: "partner" });
  const shop = await makeMember(sql);
  await signIn(person, partner);
  const { clientId, secret, path } = await makeClient(person, "partner");
  canary("secret", secret);
  const { linkId } = await makeLink(sql, clientId, shop);
  const { token } = await askForToken(clientId, secret);
  canary("token", token);
  expect((await callSellers(token, shop.sellerId)).status).toBe(200);

  const desk = await another();
  await signIn(desk, operator);
  const [event] = await sql`select e.request_id from events e join clients c on c.id = e.client_row_id
    where c.client_id = ${clientId} and e.type = 'client.created'`;
  for (const [q, address] of [
    [String(shop.sellerId), `/operator/lookup/sellers/${shop.sellerId}`],
    [shop.email, `/operator/lookup/organisations/${shop.organisationId}`],
    [linkId, `/operator/lookup/links/${linkId}`],
  ] as const) {
    await lookUp(desk, q);
    await expect(desk.page).toHaveURL(new RegExp(`${address}$`));
  }
  // One look, one event for each side.
  const looks = await sql`select 1 from events where type = 'lookup.made' and data ->> 'linkId' = ${linkId}`;
  expect(looks).toHaveLength(2);
  await lookUp(desk, String(event?.request_id));
  await expect(desk.page.locator("[data-match=event]").first()).toContainText("Client created");
  await lookUp(desk, clientId.toUpperCase());
  await expect(desk.page.getByText("Did you mean one of these?", { exact: false })).toBeVisible();
  await desk.follow(clientId, desk.page.locator("[data-match=client]"));
  await expect(desk.page).toHaveURL(new RegExp(`/operator/lookup${path}$`));

  // What the user sees, without a secret and without a way to act as the user.
  await expect(desk.page.locator(".chain-box [data-lamp=secret]")).toHaveAttribute("data-state", "lit");
  await expect(desk.page.locator("#secrets")).not.toContainText(secret);
  await expect(desk.page.locator(".chain-box a")).toHaveCount(0);

  const note = unique("note");
  await desk.type("New note", note);
  await desk.press("Keep the note");
  await expect(desk.page.locator("#notes")).toContainText(note);

  await act(desk, "Suspend this client", { Reason: "" });
  await expect(desk.page.locator("[role=alert][data-code=invalid]")).toBeVisible();
  const fold = desk.page.locator("details.fold[open]");
  await desk.type("Reason", "Your server copies the whole catalogue.", fold);
  await desk.press("Suspend this client", fold);
  await expect(desk.page.getByText(/^Suspended, within a second everywhere/)).toBeVisible();
  await expect(async () => {
    expect(await askForToken(clientId, secret)).toMatchObject({ status: 401, error: "invalid_client" });
    expect(await callSellers(token, shop.sellerId)).toMatchObject({ status: 401, code: "token_revoked" });
  }).toPass({ timeout: 1000 });

  await person.open(path);
  const stopped = page.locator("#suspend");
  await expect(stopped).toContainText("Suspended by the marketplace");
  await expect(stopped).toContainText("Your server copies the whole catalogue.");
  await expect(stopped.getByRole("link", { name: "Ask about it" })).toHaveAttribute(
    "href",
    /^\/help\?.*clientId=/,
  );
  await expect(page.getByRole("button", { name: "Resume this client" })).toHaveCount(0);
  const activity = page.locator("#activity");
  await expect(activity).toContainText("The marketplace's team looked at this client");
  await expect(activity.locator("[data-event='client.suspended']")).toContainText(
    "by the marketplace's team",
  );
  await expect(page.locator("body")).not.toContainText(note);
  const letter = await letterTo(person, partner.email, /^A clientId was suspended by the marketplace/);
  expect(letter).toContain("Your server copies the whole catalogue.");

  await act(desk, "Resume this client", { Reason: "They throttle now." });
  await expect(desk.page.getByText("It works again.", { exact: false }).first()).toBeVisible();
  await expect(async () => expect((await askForToken(clientId, secret)).status).toBe(200)).toPass({
    timeout: 1000,
  });
  await person.reload();
  await expect(page.getByRole("button", { name: "Suspend this client" })).toBeVisible();
});

test("End an access, by staff: both sides are told by whom and why, and a written authorisation opens it again", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const partner = await makeMember(sql, { kind: "partner" });
  const shop = await makeMember(sql);
  const developer = await another();
  await signIn(developer, partner);
  const { clientId, secret, path } = await makeClient(developer, "partner");
  canary("secret", secret);
  const { linkId } = await makeLink(sql, clientId, shop);
  const { token } = await askForToken(clientId, secret);
  canary("token", token);
  expect((await callSellers(token, shop.sellerId)).status).toBe(200);

  const desk = await another();
  await signIn(desk, operator);
  await lookUp(desk, linkId);
  await act(desk, "End this link", { Reason: "Asked for by registered letter." });
  await expect(desk.page.getByText("The link has ended. Both sides are told.")).toBeVisible();
  expect(await callSellers(token, shop.sellerId)).toMatchObject({ status: 403, code: "seller_not_granted" });
  await desk.reload();
  await expect(desk.page.getByRole("button", { name: "End this link" })).toHaveCount(0);

  await signIn(person, shop);
  await person.open(`/links/${linkId}`);
  const over = page.locator("#over");
  await expect(over).toContainText("Ended by the marketplace's team");
  await expect(over).toContainText("Asked for by registered letter.");
  await developer.open(`${path}/links/${linkId}`);
  await expect(developer.page.locator("[data-event='link.ended']")).toContainText("the marketplace's team");
  await expect(developer.page.locator("main")).toContainText("Asked for by registered letter.");
  for (const [who, address, subject] of [
    [person, shop.email, `Access to SellerId ${shop.sellerId} has ended`],
    [developer, partner.email, `Access ended: SellerId ${shop.sellerId}`],
  ] as const)
    expect(await letterTo(who, address, subject)).toContain("Asked for by registered letter.");

  await callWith(developer, { clientId, secret, sellerId: shop.sellerId }, "seller.ended");
  await expect(developer.page.getByText(/The marketplace's team ended the link/).first()).toBeVisible();

  await lookUp(desk, String(shop.sellerId));
  await act(
    desk,
    "Link a client to this account",
    { clientId, Reason: "Authorisation signed on 20 November." },
    "Link it",
  );
  await expect(desk.page.getByText("Linked. Both sides are told.")).toBeVisible();
  expect((await callSellers(token, shop.sellerId)).status).toBe(200);
  await person.open("/links");
  const row = page.locator("[data-link=open]").filter({ hasText: clientId });
  await expect(row).toContainText("the marketplace's team");
  await letterTo(person, shop.email, `Access to SellerId ${shop.sellerId} was given`);
});

test("An organisation is stopped: its people learn why when they sign in, and come back when it is over", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const partner = await makeMember(sql, { kind: "partner" });
  await signIn(person, partner);
  const { clientId, secret } = await makeClient(person, "partner");
  await person.open("/clients");

  const desk = await another();
  await signIn(desk, operator);
  await lookUp(desk, partner.email);
  await act(desk, "Suspend this organisation", { Reason: "Nobody answers our letters." });
  await expect(desk.page.getByText(/^Suspended, within a second everywhere/)).toBeVisible();
  await expect(async () =>
    expect(await askForToken(clientId, secret)).toMatchObject({ status: 401, error: "invalid_client" }),
  ).toPass({ timeout: 1000 });

  await person.open("/clients");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const enter = async (password: string) => {
    await person.type("E-mail address", partner.email);
    await person.type("Password", password);
    await person.press("Sign in", page.locator("main"));
  };
  await enter("not my password at all");
  await expect(page.locator("[role=alert][data-code=invalid]")).toBeVisible();
  await expect(page.locator("main")).not.toContainText("Nobody answers our letters.");
  await enter(partner.password);
  await expect(page).toHaveURL("/help");
  const alert = page.locator("[role=alert][data-code=not_allowed]");
  await expect(alert).toContainText(`${partner.company} has been suspended since`);
  await expect(alert).toContainText("Nobody answers our letters.");
  await letterTo(person, partner.email, `${partner.company} is suspended`);
  await person.open("/clients");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await person.follow("Read why, and write to the marketplace's team");
  await person.type("What is it about?", "Our suspension");
  await person.type("What happened, and what did you want to do?", "We did answer. Please look again.");
  await person.press("Send", page.locator("#ask"));
  await expect(page).toHaveURL(/\/help\/[0-9a-f-]{36}/);
  await expect(page.getByText("We did answer. Please look again.")).toBeVisible();

  await act(desk, "Resume this organisation", { Reason: "They called." });
  await expect(desk.page.getByText("It works again.", { exact: false }).first()).toBeVisible();
  await person.open("/clients");
  await expect(page).toHaveURL(/\/clients$/);
  await expect(page.getByText(clientId)).toBeVisible();
  await expect(async () => expect((await askForToken(clientId, secret)).status).toBe(200)).toPass({
    timeout: 1000,
  });
});

test("A clientId that nobody can choose: the operator makes it, its owner makes the secret", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const partner = await makeMember(sql, { kind: "partner" });
  const desk = await another();
  await signIn(desk, operator);
  await lookUp(desk, partner.email);
  const short = unique("")
    .replace(/[^a-f]/g, "")
    .slice(0, 3);
  const clientId = `Q${short}${Date.now().toString(36).slice(-4)}`.slice(0, 7);
  await act(
    desk,
    "Make a client for this organisation",
    { clientId: "1", Reason: "Known to all sellers under this name." },
    "Make the client",
  );
  const fold = desk.page.locator("details.fold[open]");
  await expect(fold.locator("[data-field=clientId]")).toContainText("2 to 80 characters");
  await desk.type("clientId", clientId, fold);
  await desk.press("Make the client", fold);
  await expect(desk.page.getByText("Made. The owners get a letter.")).toBeVisible();
  await expect(desk.page.locator("#secrets")).toContainText("It has no secret.");

  await signIn(person, partner);
  await person.open("/clients");
  await person.follow(clientId);
  await expect(page.getByText("No secret works. Make a new one and the client is back.")).toBeVisible();
  await expect(page.locator("[data-event='client.created']")).toContainText("by the marketplace's team");
});
