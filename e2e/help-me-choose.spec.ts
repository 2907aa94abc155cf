import { expect, test } from "./fixture";
import { makeListed, misspell } from "./listings";
import { makeMember } from "./people";

type Branch = {
  answers: string[];
  flow: string;
  /** Where a visitor, and somebody signed in as that kind, begins. */
  leads: string;
  kind: "seller" | "partner" | "aggregator";
  button: string;
};

const oneBox = "One box: only a SellerId";
const threeBoxes = "Three boxes: clientId, clientSecret and SellerId";

const branches: Branch[] = [
  {
    answers: ["I sell", oneBox, "Show me the whole list"],
    flow: "sellerIdOnly",
    leads: "/choose-aggregator",
    kind: "seller",
    button: "Search the list",
  },
  {
    answers: ["I sell", oneBox, "They gave me their clientId"],
    flow: "aggregatorsClientId",
    leads: "/link-client?as=aggregator",
    kind: "seller",
    button: "Type the clientId",
  },
  {
    answers: ["I sell", oneBox, "Not in the list, and I know no clientId"],
    flow: "notListed",
    leads: "/link-client?as=aggregator",
    kind: "seller",
    button: "I have the clientId now",
  },
  {
    answers: ["I sell", threeBoxes, "An aggregator"],
    flow: "forAggregator",
    leads: "/new-client?as=seller&for=aggregator",
    kind: "seller",
    button: "Make the three values",
  },
  {
    answers: ["I sell", threeBoxes, "A plugin"],
    flow: "forPlugin",
    leads: "/new-client?as=seller&for=plugin",
    kind: "seller",
    button: "Make the three values",
  },
  {
    answers: ["I sell", "Two boxes: login and password"],
    flow: "legacy",
    leads: "/start?who=seller",
    kind: "seller",
    button: "Choose again",
  },
  {
    answers: ["I sell", "Nothing, I write the code", "I, or a developer who works for me"],
    flow: "ownCode",
    leads: "/new-client?as=seller",
    kind: "seller",
    button: "Create my clientId and clientSecret",
  },
  {
    answers: ["I sell", "Nothing, I write the code", "A company with a clientId of its own"],
    flow: "partnersClientId",
    leads: "/link-client?as=partner",
    kind: "seller",
    button: "Type the clientId",
  },
  {
    answers: ["I work for a seller", "My own"],
    flow: "partnerOwn",
    leads: "/new-client?as=partner",
    kind: "partner",
    button: "Create my clientId",
  },
  {
    answers: ["I work for a seller", "My customer’s"],
    flow: "partnerCustomer",
    leads: "/seller",
    kind: "partner",
    button: "The page for my customer",
  },
  {
    answers: ["I run an aggregator", "One clientId for all sellers"],
    flow: "aggregatorOne",
    leads: "/new-client?as=aggregator",
    kind: "aggregator",
    button: "Create my clientId",
  },
  {
    answers: ["I run an aggregator", "Each seller brings clientId and secret"],
    flow: "aggregatorEach",
    leads: "/seller",
    kind: "aggregator",
    button: "The page for my sellers",
  },
];

for (const { answers, flow, leads, kind, button } of branches) {
  test(`Help me choose: ${answers.join(", ")}`, async ({ person, signIn, another, sql }) => {
    const { page } = person;
    await signIn(person, await makeMember(sql, { kind }));
    await person.open("/start");
    for (const answer of answers) await person.follow(answer);
    const result = page.locator(`[data-flow=${flow}]`);
    for (const fact of ["It takes", "Have at hand", "What you will do", "Send this to a colleague"]) {
      await expect(result).toContainText(fact);
    }
    const isAsking = flow === "legacy" || flow === "notListed";
    await expect(page.getByText("A message for whoever made the tool")).toHaveCount(isAsking ? 1 : 0);

    // The colleague stands where the sender stood, and is signed up for the same on the way.
    const address = (await result.locator("[data-copy-text]").last().innerText()).trim();
    const colleague = await another();
    await colleague.open(address);
    await expect(colleague.page.locator(`[data-flow=${flow}]`)).toBeVisible();
    const signUp = colleague.page.locator("[data-flow] a[href^='/sign-up']");
    const isForMembers = /^\/(new-client|link-client)/.test(leads);
    await expect(signUp).toHaveCount(isForMembers ? 1 : 0);
    if (isForMembers) {
      const query = new URL((await signUp.getAttribute("href")) ?? "", "http://portal.test").searchParams;
      expect(Object.fromEntries(query)).toEqual({ kind, next: leads });
    }

    await person.follow(button, result);
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe(leads);
  });
}

test("Help me choose: the list is searched inside the question", async ({ person, signIn, sql }) => {
  const { page } = person;
  const { name, clientId } = await makeListed(sql);
  await signIn(person, await makeMember(sql));
  await person.open("/start?who=seller&asks=sellerId");
  await person.type("Name of your aggregator or plugin", "qqxqzzqx");
  await person.press("Search");
  await expect(page.getByText("Nothing has that name.", { exact: false })).toBeVisible();
  await person.type("Name of your aggregator or plugin", misspell(name));
  await person.press("Search");
  await expect(page).toHaveURL(/who=seller&asks=sellerId&q=/);
  await person.follow(`Connect ${name}`);
  const { pathname, searchParams } = new URL(page.url());
  expect([pathname, searchParams.get("clientId")]).toEqual(["/link-client", clientId]);
});

test("Help me choose: an answer is changed without losing the ones before", async ({ person }) => {
  const { page } = person;
  await person.open("/start?who=seller&asks=three&tool=plugin");
  await person.follow(/Change: What does your partner’s form ask for/);
  await expect(page).toHaveURL("/start?who=seller");
  await person.follow("Start again");
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
});
