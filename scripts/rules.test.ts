import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { mostPictureBytes } from "@/lib/picture";

const root = resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const text = read("docs/rules.md");
const section = (title: string) =>
  new RegExp(`^## ${title}$(.*?)(?=^## |$(?![\\s\\S]))`, "ms").exec(text)?.[1] ?? "";
const rowsOf = (title: string) =>
  section(title)
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("|---"))
    .slice(1)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.(test|testing)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
const files = ["app", "lib", "portal", "sandbox", "worker"].flatMap(sources);

/** Every limit of the product, as its source has it; a figure that is no number there is written by hand. */
const limits = files.flatMap((file) =>
  [...read(file).matchAll(/\{ name: "([^"]+)", max(?:: ([^,}]+))?, windowSeconds(?:: ([^,} ]+))? \}/g)].map(
    ([, name = "", max = "", seconds = ""]) => ({ name, max: number(max), seconds: number(seconds) }),
  ),
);
function number(text: string) {
  const plain = text.trim().replaceAll("_", "");
  return /^\d+$/.test(plain) ? Number(plain) : null;
}
const units: [string, number][] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];
function inWords(seconds: number) {
  const [unit = "", each = 1] = units.find(([, size]) => seconds % size === 0) ?? [];
  const count = seconds / each;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

it("every limit is written down with its figures, and none that there is not", () => {
  const rows = rowsOf("How often");
  const named = limits.map(({ name }) => `\`${name}\``);
  expect(limits.length).toBeGreaterThan(35);
  expect(rows.map(([name]) => name).sort()).toEqual([...new Set(named)].sort());
  const wrong = limits.filter(({ name, max, seconds }) => {
    const [, most, time] = rows.find(([one]) => one === `\`${name}\``) ?? [];
    return (max !== null && most !== String(max)) || (seconds !== null && time !== inWords(seconds));
  });
  expect(wrong).toEqual([]);
  for (const row of rows) for (const cell of row) expect(cell).not.toBe("");
});

it("every act that begins a session is a way in that is written down, and no other file begins one", () => {
  const begins = files.filter(
    (file) => /\b(?:beginSession|letIn)\(/.test(read(file)) && !/\/(?:begin-session|let-in)\.ts$/.test(file),
  );
  const named = rowsOf("Ways in").flatMap(([, , code = ""]) =>
    [...code.matchAll(/`([^`]+)`/g)].map(([, name = ""]) =>
      name.includes("/") ? `lib/${name}` : `lib/accounts/${name}`,
    ),
  );
  expect([...new Set(named)].sort()).toEqual(begins.sort());
  const inserts = files.filter((file) => /\.insert\(sessions\)|insert into sessions/i.test(read(file)));
  expect(inserts).toEqual(["lib/accounts/begin-session.ts"]);
});

it.each([
  ["lib/accounts/session-cookie.ts", "sessionSeconds = 7 * 86_400", "Sessions", "after 7 days"],
  ["lib/accounts/allow.ts", "freshSeconds = 600", "Sessions", "the last 10 minutes"],
  ["lib/accounts/list-sessions.ts", ".limit(50)", "Sessions", "the 50 seen last"],
  ["lib/accounts/begin-session.ts", "tx.insert(sessions)", "Sessions", "Any number may be open at once"],
  ["lib/accounts/recovery-times.ts", "recoveryWaitSeconds = 72 * 3600", "Ways in", "72 hours of waiting"],
  ["lib/accounts/half-way.ts", "lifeSeconds = 300", "Ways in", "within five minutes"],
  ["lib/accounts/sign-up.ts", "lifeSeconds = 72 * 3600", "Ways in", "for 72 hours"],
  ["lib/accounts/ask-for-reset.ts", "lifeSeconds = 3600", "Ways in", "for an hour"],
  ["lib/team/send-team-invitation.ts", "lifeSeconds = 72 * 3600", "Ways in", "for 72 hours"],
  ["lib/accounts/input.ts", "[...text].length >= 10", "Passwords", "Ten to 256 characters"],
  ["lib/accounts/input.ts", "text.length <= 256", "Passwords", "Ten to 256 characters"],
  ["lib/accounts/password.ts", "atOnce = 2;", "How many at a time", "Two passwords are checked"],
  ["lib/links/link-client.ts", "unreviewedLinks = 5;", "How many at a time", "Five open links"],
  ["lib/clients/give-hand-over.ts", "mayWait = 10;", "How many at a time", "ten hand-overs"],
  ["lib/links/judge-invitations.ts", "unreviewed: 50, reviewed: 5000", "How often", "50, once reviewed 5000"],
  ["lib/links/judge-invitations.ts", "mostOpen = 5000;", "How many at a time", "5,000 open invitations"],
  ["lib/links/read-invitation-rows.ts", "mostRows = 2000;", "Files", "2,000 rows"],
  ["lib/links/tags.ts", "mostTagsOfSeller = 20;", "How many at a time", "20 tags on a linked seller"],
  ["lib/links/tags.ts", "mostTagsOfClient = 200;", "How many at a time", "200 of a client"],
  ["lib/links/save-view.ts", "mostViews = 30;", "How many at a time", "30 kept searches"],
  ["lib/links/start-bulk-run.ts", "mostRunning = 3;", "How many at a time", "three bulk runs"],
  ["lib/links/choose-links.ts", "mostAtOnce = 10_000;", "How many at a time", "10,000 linked sellers"],
  ["lib/links/unlink-client.ts", "farthestDays = 365;", "What must fit together", "within a year"],
  ["lib/links/unlink-client.ts", "bad_date", "What must fit together", "on the calendar, to come"],
  ["lib/directory/listing-fields.ts", "website_domain", "What must fit together", "the website lies in it"],
  [
    "lib/links/find-link-chain.ts",
    "withoutTheirTimes",
    "Who sees and writes which field",
    "only that they did",
  ],
  ["lib/help/input.ts", "mostFiles = 3;", "Files", "up to three files"],
  ["lib/picture.ts", "mostPixels = 16_000_000;", "Files", "16 million dots"],
  ["portal/gate.ts", "mostBodyBytes = 1_000_000;", "Files", "1,000,000 bytes"],
])("%s: %s is what is written under %s", (file, code, title, words) => {
  expect(read(file)).toContain(code);
  expect(section(title)).toContain(words);
});

it("the kinds of files, and what passwords must not be made of, are those of the source", () => {
  expect(mostPictureBytes).toBe(1024 * 1024);
  const [, kinds = ""] = /beginnings = \{(.*?)\n\}/s.exec(read("lib/picture.ts")) ?? [];
  expect([...kinds.matchAll(/^ {2}(\w+):/gm)].map(([, kind]) => kind)).toEqual(["png", "jpeg", "webp"]);
  expect(section("Files")).toContain("PNG, JPEG, WebP");
  const [, ends = ""] = /textNames = \/\\\.\(([\w|]+)\)\$/.exec(read("lib/help/read-attachments.ts")) ?? [];
  expect(ends).not.toBe("");
  for (const end of ends.split("|")) expect(section("Files")).toContain(`\`.${end}\``);
  const [, words = ""] = /productNames = \[(.*?)\]/.exec(read("lib/accounts/judge-password.ts")) ?? [];
  const names = [...words.matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect(section("Passwords")).toContain(`\`${name}\``);
});

it("the list of common passwords is as long as is said", () => {
  const { words } = JSON.parse(read("lib/accounts/common-passwords.json")) as { words: string };
  expect(section("Passwords")).toContain(words.split("\n").length.toLocaleString("en"));
});
