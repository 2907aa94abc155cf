import { expect, test } from "./fixture";
import { makeMember } from "./people";

const pages = [
  "/api-credentials",
  "/api-credentials/",
  "/user-guides/api-credentials",
  "/user-guides/api-credentials/",
];
const anchors = [
  ["linkAgregClientToSeller", "/link-client?as=aggregator"],
  ["linkAgreeToSeller", "/choose-aggregator"],
] as const;

for (const path of pages) {
  test(`Old deep links: ${path} leads on`, async ({ person, signIn, sql }) => {
    const { page } = person;
    const answer = await person.page.request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(200);
    await signIn(person, await makeMember(sql));
    for (const [anchor, href] of anchors) {
      // The script leads away before the page has loaded, so nothing waits for that.
      await page.goto(`${path}#${anchor}`, { waitUntil: "commit" });
      if (person.hasScripts) await expect(page).toHaveURL(href);
      else {
        await expect(page).toHaveURL(`${path}#${anchor}`);
        const link = page.locator(":target");
        await expect(link).toHaveAttribute("href", href);
        await expect(link).toBeInViewport();
        await link.click();
        await expect(page).toHaveURL(href);
      }
      await person.settle();
      await page.goto("about:blank");
    }
  });
}

test("Old deep links: every way of the guide is there, with an address of its own", async ({ person }) => {
  const { page } = person;
  await person.open("/api-credentials");
  const links = page.locator("[data-ways] a[id]");
  const found = await links.evaluateAll((all) => all.map((link) => [link.id, link.getAttribute("href")]));
  expect(new Set(found.map(([id]) => id)).size).toBe(found.length);
  expect(Object.fromEntries(found)).toMatchObject({
    ...Object.fromEntries(anchors),
    linkPartnerToSeller: "/link-client?as=partner",
    aggregatorRequiresThree: "/new-client?as=seller&for=aggregator",
    pluginRequiresThree: "/new-client?as=seller&for=plugin",
    createClientAndSecret: "/new-client?as=seller",
    newClientId: "/new-client?as=seller",
    integrationPartner: "/new-client?as=partner",
    feedAggregator: "/new-client?as=aggregator",
    askMyCustomer: "/invitations",
    firstCall: "/first-call",
  });
});

test("Old deep links: a name that is none leads nowhere", async ({ person }) => {
  const { page } = person;
  for (const hash of ["#nothing", "#%00", "#main", "#javascript:alert(1)", "#"]) {
    await person.open(`/api-credentials${hash}`);
    await expect(page.getByRole("heading", { level: 1, name: "API credentials" })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe("/api-credentials");
    await page.goto("about:blank");
  }
});

test("Old deep links: a visitor keeps the way through sign-in", async ({ person, sql }) => {
  const { page } = person;
  const member = await makeMember(sql);
  await page.goto("/api-credentials#linkAgregClientToSeller", { waitUntil: "commit" });
  if (!person.hasScripts) await page.locator(":target").click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Flink-client%3Fas%3Daggregator/);
  await person.type("E-mail address", member.email);
  await person.type("Password", member.password);
  await person.press("Sign in");
  await expect(page).toHaveURL("/link-client?as=aggregator");
});
