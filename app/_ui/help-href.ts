/** What a page knows that whoever helps would ask for. Never a secret. */
type Known = Partial<
  Record<
    "path" | "code" | "reference" | "clientId" | "sellerId" | "lamp" | "firstCallId" | "topic",
    string | null
  >
>;

/** Addresses whose second part is a right of its own. */
const tokenPaths = /^\/(verify|reset|i|hand-over|join|recover)\/.*$/;
/** Where nobody can be helped from: help itself, the helpers' own pages, and those before signing in. */
const own = /^\/(help|operator|sign-in|sign-up|reset|recover|verify)(\/|$)/;

/** The way to help, with what is known here; the reader sees it there before it is sent. */
export function helpHref({ path, ...known }: Known = {}) {
  const all = { path: path?.replace(tokenPaths, "/$1"), ...known };
  const given = Object.entries(all).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `/help?${new URLSearchParams(given)}` : "/help";
}

/** Whether a page offers help with what it refuses. */
export function offersHelp(path: string) {
  return !own.test(path);
}
