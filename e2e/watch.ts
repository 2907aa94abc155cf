import type { BrowserContext, ConsoleMessage, Request, Response } from "@playwright/test";

/** A document that was opened, and the scripts it asked for. */
export type Opened = { url: string; html: Promise<string | null>; scripts: Set<string> };

/** An answer that may carry words: a page, or what a script of ours fetched. */
export type Answer = { url: string; body: Promise<string | null> };

/**
 * Watches one browser from its first request on: what it asked for, what it was answered, and everything that must
 * not happen on any page (another origin, a breach of the content policy, an error in the console).
 */
export class Watch {
  readonly problems: string[] = [];
  readonly urls: string[] = [];
  readonly answers: Answer[] = [];
  readonly opened: Opened[] = [];
  private readonly failed = new Set<string>();
  private isMoving = false;

  constructor(
    context: BrowserContext,
    private readonly origin: string,
    /** Trouble that a story makes on purpose. */
    private readonly tolerated: RegExp[],
  ) {
    context.on("request", (request) => this.onRequest(request));
    context.on("response", (response) => this.onResponse(response));
    context.on("console", (message) => this.onConsole(message));
    context.on("weberror", (error) => this.complain(`an error on the page: ${error.error().stack}`));
  }

  private complain(problem: string) {
    if (!this.tolerated.some((pattern) => pattern.test(problem))) this.problems.push(problem);
  }

  private onRequest(request: Request) {
    const url = request.url();
    this.urls.push(url);
    const { origin, protocol } = new URL(url);
    if (protocol !== "data:" && protocol !== "blob:" && origin !== this.origin)
      this.complain(`a request to another origin: ${url}`);
    const opened = this.opened.at(-1);
    // What a script fetches may lead to another page, whose scripts are not this document's.
    if (request.resourceType() === "fetch") this.isMoving = true;
    if (request.resourceType() === "script" && !this.isMoving) opened?.scripts.add(url);
  }

  private onResponse(response: Response) {
    const request = response.request();
    const type = request.resourceType();
    if (response.status() >= 400) this.failed.add(response.url());
    if (type !== "document" && type !== "fetch" && type !== "xhr") return;
    // Gone once the browser has moved on; what is on the screen is looked at besides.
    const body = response.text().catch(() => null);
    this.answers.push({ url: response.url(), body });
    if (type !== "document" || response.status() >= 300) return;
    this.isMoving = false;
    this.opened.push({ url: response.url(), html: body, scripts: new Set() });
  }

  private onConsole(message: ConsoleMessage) {
    if (message.type() !== "error") return;
    const { url } = message.location();
    // The browser reports every refused page this way; the stories judge those themselves.
    const isStatus = message.text().startsWith("Failed to load resource: the server responded with a status");
    if (isStatus && this.failed.has(url) && !url.includes("/_next/")) return;
    this.complain(`the console says: ${message.text()} (${url})`);
  }
}
