import { askForToken, callSellers, createClient, goOn } from "./clients";
import { expect, test } from "./fixture";
import { give, readShown, show } from "./hand-overs";
import { makeMember } from "./people";
import { callFromHere } from "./tester";

test("My customer shares clientId/secret/sellerId with me: the link came too late, then works, is opened by two at once, and the secret is made again", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  const mine = await createClient(person, "as=seller&for=plugin");
  canary("secret", mine.secret);
  await goOn(person);
  const path = new URL(page.url()).pathname;
  const late = await give(person, "Too late");
  await sql`update hand_overs set expires_at = now() - interval '1 second'
    where client_row_id = ${path.split("/")[2] ?? ""}`;
  const partner = await another();
  await signIn(partner, await makeMember(sql, { kind: "partner" }));
  await partner.open(late);
  await expect(partner.page.locator("main [role=alert][data-code=expired]")).toContainText("72 hours");
  await expect(partner.page.getByRole("button", { name: "Show" })).toHaveCount(0);
  await person.open(path);
  await expect(page.locator("[data-hand-over]").filter({ hasText: "Too late" })).toContainText(
    "Not opened by",
  );

  // Another one. Two open it before either presses: one of them gets the values, the other learns that it is over.
  const link = await give(person, "In time");
  const colleague = await another();
  await partner.open(link);
  await colleague.open(link);
  await Promise.all([partner.press("Show"), colleague.press("Show")]);
  const over = "main [role=alert][data-code=expired]";
  for (const one of [partner, colleague]) await expect(one.page.locator(`#reveal, ${over}`)).toBeVisible();
  const isPartners = (await partner.page.locator("#reveal").count()) === 1;
  const [winner, loser] = isPartners ? [partner, colleague] : [colleague, partner];
  await expect(loser.page.locator(over)).toBeVisible();
  const handed = await readShown(winner);
  canary("secret", handed.secret);
  expect(handed).toMatchObject({ clientId: mine.clientId, sellerId: String(member.sellerId) });
  const live = await sql`select from secrets where client_row_id = ${path.split("/")[2] ?? ""}`;
  expect(live).toHaveLength(2);

  // Whoever has them checks them with a first call; without an account the values wait behind the sign-in.
  await winner.tick("I have stored the secret");
  await winner.press("Make a first call");
  const values = new URLSearchParams({ clientId: handed.clientId, sellerId: handed.sellerId });
  if (winner === colleague) {
    const signInLink = winner.page.getByRole("link", { name: "Sign in to use your own client" });
    await expect(signInLink).toHaveAttribute(
      "href",
      `/sign-in?next=${encodeURIComponent(`/first-call?${values}`)}`,
    );
  }
  await partner.open(`/first-call?${values}`);
  await callFromHere(partner, handed.secret);
  await expect(partner.page.locator("[data-verdict]")).toContainText(member.company);

  // Made again: the handed one ends, its holder is told so, and a new link brings the next one.
  await person.open(path);
  const row = page.locator("[data-secret=live]").filter({ hasText: `ends in ${handed.secret.slice(-4)}` });
  await person.unfold("Retire now", row);
  await person.press("Retire now", row);
  await expect(page.getByText("The secret is retired.")).toBeVisible();
  await expect(async () => {
    expect((await askForToken(handed.clientId, handed.secret)).status).toBe(401);
  }).toPass({ timeout: 3000 });
  await partner.open(`/first-call?${values}`);
  await callFromHere(partner, handed.secret, "token.secret_wrong");
  const again = await give(person, "Once more");
  await partner.open(again);
  const next = await show(partner);
  canary("secret", next.secret);
  const { token } = await askForToken(next.clientId, next.secret);
  expect((await callSellers(token, next.sellerId)).status).toBe(200);
  expect((await askForToken(mine.clientId, mine.secret)).status).toBe(200);
});
