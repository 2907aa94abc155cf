import { demoPassword } from "@/db/seed/demo-accounts";
import { expect, test } from "./fixture";
import type { Person } from "./person";

const open = [
  "/",
  "/start",
  "/choose-aggregator",
  "/api-credentials",
  "/seller",
  "/partner",
  "/aggregator",
  "/sign-in",
  "/sign-up",
  "/reset",
  "/first-call",
];
const guide = ["/tools/collections", "/guide/best-practices", "/guide/api"];
const reading = [
  "/guide",
  "/guide/areas?areas=orders",
  "/guide/areas/finance",
  "/guide/reference",
  "/guide/reference/orders.list",
  "/guide/reference/orders.ship",
  "/guide/best-practices?has=readOrders",
  "/guide/glossary",
  "/privacy",
];
const members = ["/clients", "/account", "/team", "/help", ...guide, "/first-call"];
const linking = [
  "/choose-aggregator",
  "/link-client?as=partner",
  "/link-client?as=aggregator",
  "/link-client?as=aggregator&clientId=FeedWise",
];
const customers = ["/invitations", "/kept-sellers"];

const visits = [
  { who: "a visitor", email: "", paths: [...open, ...guide, ...reading, "/link-client?as=aggregator"] },
  { who: "a seller", email: "seller@demo.test", paths: ["/seller", "/links", ...linking, ...members] },
  {
    who: "a seller of several shops",
    email: "multi@demo.test",
    paths: ["/seller", "/links", "/new-client?as=seller", "/link-client?as=partner&clientId=atelier-code"],
  },
  { who: "somebody who may only look", email: "viewer@demo.test", paths: ["/seller", "/links", ...linking] },
  {
    who: "a partner",
    email: "partner@demo.test",
    paths: ["/partner", "/new-client?as=partner", ...customers, ...members],
  },
  { who: "an aggregator", email: "aggregator@demo.test", paths: ["/aggregator", ...customers, ...members] },
  {
    who: "an aggregator with nothing",
    email: "newagg@demo.test",
    paths: ["/aggregator", "/clients", ...customers],
  },
  {
    who: "the marketplace's staff",
    email: "operator@demo.test",
    paths: [
      "/operator",
      "/operator/reviews",
      "/operator/listings",
      "/operator/names",
      "/operator/sellers",
      "/operator/tickets",
      "/operator/events",
      "/operator/jobs",
      "/clients",
      "/account",
    ],
  },
];

for (const { who, email, paths } of visits) {
  test(`Look round as ${who}: every page stands, and every link leads somewhere`, async ({
    person,
    signIn,
  }) => {
    if (email) await signIn(person, { email, password: demoPassword });
    const links = new Set<string>();
    for (const path of paths) {
      expect((await person.open(path))?.status(), path).toBe(200);
      await expect(person.page.getByRole("heading", { level: 1 })).toHaveCount(1);
      expect(await person.page.title()).not.toBe("");
      for (const link of await findLinks(person)) links.add(link);
    }
    // Without scripts the addresses are the same: they are followed once.
    for (const link of person.hasScripts ? links : []) {
      const answer = await person.page.request.get(link, { maxRedirects: 5 });
      expect(answer.status(), link).toBeLessThan(400);
    }
  });
}

/** The portal's own addresses on a page. */
async function findLinks({ page }: Person) {
  const hrefs = await page
    .locator("a[href]")
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  const { origin } = new URL(page.url());
  return hrefs.filter((href) => href.startsWith(`${origin}/`)).map((href) => href.replace(/#.*/, ""));
}

test("Look round: a page that does not exist says so", async ({ person }) => {
  expect((await person.open("/there-is-no-such-page"))?.status()).toBe(404);
  await expect(person.page.getByRole("heading", { level: 1, name: "There is nothing here" })).toBeVisible();
  expect((await person.open("/reset/no-such-token"))?.status()).toBe(404);
  await expect(person.page.getByRole("heading", { level: 1, name: "There is nothing here" })).toBeVisible();
});

test("Look round: the files of the collection hold the reader's own values and no secret", async ({
  person,
  signIn,
}) => {
  await signIn(person, { email: "seller@demo.test", password: demoPassword });
  await person.open("/tools/collections?clientId=demo-seller-app&sellerId=104512");
  const files = person.page.locator("a[download]");
  await expect(files).toHaveCount(7);
  for (const link of await files.all()) {
    const body = await (await person.page.request.get((await link.getAttribute("href")) ?? "")).text();
    expect(body).not.toMatch(/mps_(test|live)_/);
    const isPersonal = (await link.getAttribute("download")) !== "postman-collection.json";
    if (isPersonal) expect(body).toMatch(/demo-seller-app|104512/);
  }
});

test("Look round: the files shrink to the areas that are ticked, and the pictures are described", async ({
  person,
}) => {
  await person.open("/tools/collections");
  await person.page.getByLabel("Orders", { exact: true }).check();
  await person.page.getByRole("button", { name: "Fill in" }).click();
  await expect(person.page).toHaveURL(/areas=orders/);
  await expect(person.page.getByLabel("Orders", { exact: true })).toBeChecked();
  const href = await person.page.locator('a[download="seller-api.http"]').getAttribute("href");
  const file = await (await person.page.request.get(href ?? "")).text();
  expect(file).toContain("/orders");
  expect(file).not.toContain("/discussions");
  await expect(person.page.getByRole("img", { name: /Postman|environment|Authorization|Send/ })).toHaveCount(
    4,
  );
});
