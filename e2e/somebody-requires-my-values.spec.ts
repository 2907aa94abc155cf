import { askForToken, callSellers, readReveal } from "./clients";
import { expect, test } from "./fixture";
import { makeMember } from "./people";

for (const who of ["plugin", "aggregator"]) {
  test(`My ${who} requires clientId/secret/sellerId: all three stand together`, async ({
    person,
    signIn,
    canary,
    sql,
  }) => {
    const { page } = person;
    const { company, ...member } = await makeMember(sql);
    await signIn(person, { ...member });
    await person.open("/seller");
    await person.follow(`My ${who} requires clientId/secret/sellerId`);
    await expect(
      page.getByText("You get all three together on the next page.", { exact: false }),
    ).toBeVisible();
    await expect(page.getByText("no secret has to leave your house", { exact: false })).toBeVisible();
    await expect(page.getByRole("link", { name: "Look it up in the list" })).toHaveAttribute(
      "href",
      "/choose-aggregator",
    );
    await person.tick(/^I keep the secret/);
    await person.press("Create clientId and secret");
    const { clientId, secret, sellerId } = await readReveal(person);
    canary("secret", secret);
    expect(sellerId).toBe(String(member.sellerId));
    const { token } = await askForToken(clientId, secret);
    expect(await callSellers(token, sellerId)).toMatchObject({ status: 200, shopName: company });

    // The same three, to be stored as a file, which is made in the browser.
    for (const name of ["Download .env", "Download JSON"]) {
      const href = await page.getByRole("link", { name }).getAttribute("href");
      const file = decodeURIComponent(href ?? "");
      for (const value of [clientId, secret, sellerId]) expect(file).toContain(value);
      expect(file).toMatch(/^data:/);
    }
  });
}
