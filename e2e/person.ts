import { expect, type Locator, type Page } from "@playwright/test";

/**
 * Somebody at a browser. Every act of theirs goes through here, so that each page they saw is looked at before they
 * leave it, and what it cost them is counted: clicks, typed fields, and pages (each with a heading of its own).
 */
export class Person {
  readonly cost = { clicks: 0, typed: 0, pages: new Set<string>() };

  constructor(
    readonly page: Page,
    /** Whether this browser runs scripts. */
    readonly hasScripts: boolean,
    private readonly onSight: (page: Page) => Promise<void>,
  ) {}

  /** Goes to an address of the portal. */
  async open(path: string) {
    await this.look();
    const answer = await this.page.goto(path);
    await this.settle();
    return answer;
  }

  async reload() {
    await this.look();
    await this.page.reload();
    await this.settle();
  }

  /** Presses a button and waits until its form was answered. */
  async press(name: string | RegExp, within: Page | Locator = this.page) {
    await this.look();
    this.cost.clicks++;
    const button = within.getByRole("button", { name, exact: typeof name === "string" });
    if (this.hasScripts) await button.click();
    else await Promise.all([this.page.waitForEvent("load"), button.click()]);
    await this.settle();
  }

  /** Follows a link. */
  async follow(name: string | RegExp, within: Page | Locator = this.page) {
    await this.look();
    this.cost.clicks++;
    const link = within.getByRole("link", { name, exact: typeof name === "string" });
    await Promise.all([this.page.waitForEvent("load"), link.click()]);
    await this.settle();
  }

  /** Opens something that is folded. */
  async unfold(name: string | RegExp, within: Page | Locator = this.page) {
    this.cost.clicks++;
    await within.locator("summary", { hasText: name }).click();
  }

  async type(label: string | RegExp, text: string, within: Page | Locator = this.page) {
    this.cost.typed++;
    await within.getByLabel(label, { exact: typeof label === "string" }).fill(text);
  }

  async choose(label: string | RegExp, value: string, within: Page | Locator = this.page) {
    this.cost.clicks++;
    await within.getByLabel(label, { exact: typeof label === "string" }).selectOption(value);
  }

  /** Ticks a box or takes a choice. */
  async tick(name: string | RegExp, within: Page | Locator = this.page) {
    this.cost.clicks++;
    const box = within.getByRole("checkbox", { name }).or(within.getByRole("radio", { name }));
    await box.check();
  }

  /** Keeps what is on the screen now for the examination at the end of the story. */
  async look() {
    if (this.page.url() === "about:blank") return;
    await this.page.waitForLoadState("load");
    const [heading] = await this.page.locator("h1").allTextContents();
    if (heading) this.cost.pages.add(heading);
    await this.onSight(this.page);
  }

  /** Waits until the page stands, and with scripts until it is alive and no answer is outstanding. */
  async settle() {
    await this.page.waitForLoadState("load");
    if (!this.hasScripts) return;
    // Again where the page was left while it was waited for.
    await expect(async () => {
      expect(await this.page.evaluate(comeAlive, 5000), "the forms are alive").toBe(true);
    }).toPass({ timeout: 10_000 });
    await expect(this.page.locator("form[aria-busy=true]")).toHaveCount(0, { timeout: 20_000 });
  }
}

/** Whether every form is alive and none waits for an answer, as soon as that is so. Runs in the browser. */
function comeAlive(patienceMs: number) {
  const isAlive = () =>
    // React marks each element it has taken over.
    [...document.querySelectorAll("form:not([method=get])")].every((form) =>
      Object.keys(form).some((key) => key.startsWith("__reactProps")),
    );
  const isBusy = () => document.querySelector("form[aria-busy=true]") !== null;
  const until = performance.now() + patienceMs;
  return new Promise<boolean>((done) => {
    // By itself the browser knows at once; asked from outside, each question costs a pause.
    const look = () => {
      if ((isAlive() && !isBusy()) || performance.now() > until) done(isAlive());
      else setTimeout(look, 15);
    };
    look();
  });
}
