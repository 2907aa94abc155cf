import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import { type Canary, findCanaries, keepCanaries } from "./canaries";
import type { Sight } from "./examine";
import type { Member } from "./people";
import { Person } from "./person";
import { postForm } from "./post-form";
import { keepSight } from "./seen";
import { databaseUrl } from "./settings";
import { Watch } from "./watch";
import { weigh } from "./weigh";

type Fixtures = {
  /** The person the story is about. */
  person: Person;
  /** Somebody else, or the same one at another browser. */
  another: () => Promise<Person>;
  /** Signs somebody in at their browser without a click. */
  signIn: (person: Person, member: Pick<Member, "email" | "password">) => Promise<void>;
  /** Names a text that must be found nowhere but where it may stand. */
  canary: (kind: Canary["kind"], value: string) => void;
  /** Trouble that this story makes on purpose. */
  tolerate: (pattern: RegExp) => void;
  story: Story;
};

type Story = {
  watches: Watch[];
  sights: Sight[];
  canaries: Canary[];
  tolerated: RegExp[];
  meet: (context: BrowserContext, page: Page) => Person;
};

type WorkerFixtures = { sql: Sql };

/**
 * The one fixture of every story: it runs with scripts and without, and whatever the story is about, at its end every
 * page that was seen is within the budget of scripts, nothing was asked of another origin, the content policy held, no
 * console complained, and no secret is found where it must not be. What was seen is kept for the examination.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  sql: [
    // biome-ignore lint/correctness/noEmptyPattern: the shape that the runner wants.
    async ({}, use) => {
      const sql = postgres(databaseUrl(), { max: 2, onnotice: () => {} });
      await use(sql);
      await sql.end();
    },
    { scope: "worker" },
  ],

  story: [
    async ({ baseURL, javaScriptEnabled, request }, use, info) => {
      const watches: Watch[] = [];
      const sights: Sight[] = [];
      const canaries: Canary[] = [];
      const tolerated: RegExp[] = [];
      const onSight = async (page: Page) => {
        const html = await page.content();
        sights.push({ url: page.url(), html: html.replace(/<script\b.*?<\/script>/gs, "") });
      };
      const meet = (context: BrowserContext, page: Page) => {
        watches.push(new Watch(context, new URL(baseURL ?? "").origin, tolerated));
        return new Person(page, javaScriptEnabled !== false, onSight);
      };
      await use({ watches, sights, canaries, tolerated, meet });
      // A story that failed has said what is wrong.
      if (info.errors.length > 0) return;

      const problems = watches.flatMap((watch) => watch.problems);
      for (const opened of watches.flatMap((watch) => watch.opened)) {
        const heavy = await weigh(request, opened);
        if (heavy) problems.push(heavy);
      }
      const { name, outputDir } = info.project;
      const title = `${name}: ${info.title}`;
      keepCanaries(canaries, title);
      for (const sight of sights) keepSight(sight, title, outputDir);
      const traces = {
        urls: watches.flatMap(({ urls }) => urls),
        answers: watches.flatMap(({ answers }) => answers),
        sights,
      };
      problems.push(...(await findCanaries(canaries, traces)));
      expect([...new Set(problems)].join("\n"), "what the story left behind").toBe("");
    },
    // The examination has its own time: a story must not fail because it saw much.
    { timeout: 180_000 },
  ],

  person: async ({ story, context, page }, use) => {
    const person = story.meet(context, page);
    await use(person);
    await person.look();
  },

  another: async ({ story, browser }, use) => {
    const met: { context: BrowserContext; person: Person }[] = [];
    await use(async () => {
      const context = await browser.newContext();
      const person = story.meet(context, await context.newPage());
      met.push({ context, person });
      return person;
    });
    for (const { context, person } of met) {
      await person.look();
      await context.close();
    }
  },

  signIn: async ({ story }, use) => {
    await use(async (person, { email, password }) => {
      const answer = await postForm(person.page.context().request, "/sign-in", { email, password });
      expect(answer.status(), `sign-in of ${email}`).toBe(303);
      const [, session] = /portal-session=([^;]+)/.exec(answer.headers()["set-cookie"] ?? "") ?? [];
      if (session) story.canaries.push({ kind: "token", value: session });
    });
  },

  canary: async ({ story }, use) => {
    await use((kind, value) => {
      expect(value.length, `the ${kind}`).toBeGreaterThan(8);
      story.canaries.push({ kind, value });
    });
  },

  tolerate: async ({ story }, use) => {
    await use((pattern) => story.tolerated.push(pattern));
  },
});

export { expect };
