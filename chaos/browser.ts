import { type Answer, ask, NoAnswer } from "./ask";
import { encodeForm, type Form, findForm, findRefusal } from "./form";

/** What became of a form that was sent: done, refused by a code, or nobody knows. */
export type Sent =
  | { kind: "done"; to: string; html: string }
  | { kind: "refused"; code: string; html: string }
  | { kind: "lost" };

/** A browser without JavaScript: it keeps cookies and sends forms. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  /** Opens a page. */
  async open(path: string): Promise<Answer> {
    const answer = await ask(this.origin + path, { headers: this.headers() });
    this.keep(answer);
    return answer;
  }

  /** The form of a page; undefined where the page has none like it. Throws `NoAnswer` where the page does not come. */
  async find(path: string, fields: Record<string, string | undefined>): Promise<Form | undefined> {
    const page = await this.open(path);
    if (page.status >= 500) throw new NoAnswer(`GET ${path}: ${page.status}`);
    return page.status === 200 ? findForm(page.body, fields) : undefined;
  }

  /** Sends a form once. */
  async send(path: string, form: Form): Promise<Sent> {
    const { body, type } = encodeForm(form);
    const headers = { ...this.headers(), origin: this.origin, "content-type": type };
    try {
      const answer = await ask(this.origin + path, { method: "POST", headers, body });
      this.keep(answer);
      return judge(answer);
    } catch (error) {
      if (error instanceof NoAnswer) return { kind: "lost" };
      throw error;
    }
  }

  /** Reads a form off its page and sends it with these values. Undefined: the page has no such form. */
  async submit(path: string, values: Form, known: Record<string, string> = {}): Promise<Sent | undefined> {
    const wanted = { ...Object.fromEntries(Object.keys(values).map((name) => [name, undefined])), ...known };
    const form = await this.find(path, wanted);
    return form && this.send(path, { ...form, ...values });
  }

  private headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return cookie ? { cookie, accept: "text/html" } : { accept: "text/html" };
  }

  private keep({ headers }: Answer) {
    for (const line of headers["set-cookie"]?.split("\n") ?? []) {
      const [, name = "", value = ""] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.cookies.set(name, value);
    }
  }
}

function judge(answer: Answer): Sent {
  const { status, headers, body: html } = answer;
  if (status === 303) {
    const to = headers.location ?? "";
    if (to.startsWith("/sign-in")) return { kind: "refused", code: "sign_in_again", html };
    return { kind: "done", to, html };
  }
  if (status >= 500) return { kind: "lost" };
  if (status !== 200) return { kind: "refused", code: String(status), html };
  const code = findRefusal(html);
  // It says that nothing was saved; where a commit's own answer was lost nobody can know.
  if (code === "unavailable") return { kind: "lost" };
  return code ? { kind: "refused", code, html } : { kind: "done", to: "", html };
}
