import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { attachments, listingVersions, logos } from "@/db/schema";
import { newId } from "@/lib/id";
import type { Refusal } from "@/lib/result";
import { keyFor, namesOf } from "./act-tries";
import { type Answer, ask, each } from "./ask";
import { callAction, type Fields, tell } from "./call-action";
import { fillInput } from "./fill-input";
import { type Act, listActs } from "./list-acts";
import type { Caller, Company } from "./make-cast";
import { openScene, type Scene } from "./open-scene";
import { mayPress } from "./read-answer";
import { changesOf } from "./read-rows";
import { canary, strangeFiles, strangeNames, twoFaced } from "./strange-files";

let scene: Scene;
let acts: Record<string, Act>;
beforeAll(async () => {
  scene = await openScene();
  // What waits for a decision is not written over, whoever asks.
  await asFounder((tx) => tx.delete(listingVersions));
  acts = Object.fromEntries((await listActs()).map((act) => [act.name, act]));
}, 300_000);
afterAll(() => scene?.portal.stop());

/** Every act that takes a file, the field that carries it, and who it is for. */
const uploads = {
  saveListingAction: { field: "logo", by: "aggregator owner" },
  inviteFromFileAction: { field: "csv", by: "partner owner" },
  openTicketAction: { field: "file", by: "seller owner" },
  answerTicketAction: { field: "file", by: "seller owner" },
  replyToTicketAction: { field: "file", by: "operator" },
} as const;
type Upload = keyof typeof uploads;

const find = (name: string) => scene.cast.callers.find((one) => one.name === name) as Caller;

/** Sends a form with a file, made for its sender, about somebody's things, or nobody's. */
async function send(name: Upload, caller: Caller, sent: File, whose: Company | "missing") {
  const act = acts[name] as Act;
  const all = namesOf(scene, whose === "missing" ? "seller" : whose);
  const names = whose === "missing" ? Object.fromEntries(Object.keys(all).map((key) => [key, newId()])) : all;
  names.clientId = `confidential ${whose} client`;
  const from = caller.company ? scene.cast.companies[caller.company] : (caller.stoppedIn ?? "");
  const formKey = keyFor(act.right, caller, names, from);
  const typed: Fields = fillInput(act.input, names);
  if (name === "saveListingAction") typed.displayName = "Quillon Harbour";
  const headers = { ...scene.headersOf(caller), origin: scene.portal.publicUrl };
  return callAction(scene.portal.port, act, { ...typed, [uploads[name].field]: sent, formKey }, headers);
}

it("knows every act that takes a file", async () => {
  const taking = Object.values(acts).filter(({ input }) =>
    Object.values(fillInput(input, namesOf(scene, "seller"))).some((value) => value instanceof File),
  );
  const optional = ["saveListingAction", "openTicketAction", "answerTicketAction", "replyToTicketAction"];
  const known = [...taking.map(({ name }) => name), ...optional];
  expect([...new Set(known)].sort()).toEqual(Object.keys(uploads).sort());
});

it("a file of somebody for whom it is not, or about what is another's or nobody's, is kept nowhere", async () => {
  const bytes = await twoFaced();
  const wrong: string[] = [];
  const changed = await changesOf(async () => {
    for (const name of Object.keys(uploads) as Upload[]) {
      const { right } = acts[name] as Act;
      const cells = scene.cast.callers.flatMap((caller) =>
        (["seller", "stranger", "missing"] as const)
          // Whoever may not at all is asked once.
          .filter((whose) =>
            mayPress(caller, { act: right }) ? isElsewhere(name, caller, whose) : whose === "seller",
          )
          .map((whose) => ({ caller, whose })),
      );
      const told = await each(cells, async ({ caller, whose }) =>
        tell(await send(name, caller, new File([bytes], "a.png", { type: "image/png" }), whose)),
      );
      for (const [at, { caller, whose }] of cells.entries()) {
        const expected = mayPress(caller, { act: right })
          ? "not_found"
          : caller.company
            ? "not_allowed"
            : "sign_in_again";
        if (told[at] !== expected)
          wrong.push(`${name} by ${caller.name}, ${whose}: ${told[at]}, not ${expected}`);
      }
      expect(cells.length).toBeGreaterThan(3);
    }
  });
  expect([wrong, changed]).toEqual([[], []]);
}, 300_000);

/** Where the form is about a thing, whose company it is not: the operator's staff answer anybody's tickets. */
function isElsewhere(name: Upload, { company, kind }: Caller, whose: string) {
  if (name === "openTicketAction") return false;
  return name === "replyToTicketAction" && kind === "operator" ? whose === "missing" : whose !== company;
}

describe("a file that is not what it says, or more than it should be", () => {
  it("is refused by every door, with what is wrong with it, and kept nowhere", async () => {
    const files = await strangeFiles();
    const wrong: string[] = [];
    const changed = await changesOf(async () => {
      for (const name of Object.keys(uploads) as Upload[]) {
        const { field, by } = uploads[name];
        const caller = find(by);
        const whose = caller.kind === "operator" ? "seller" : (caller.company as Company);
        const answers = await each(files, ({ sent }) => send(name, caller, sent, whose), 3);
        for (const [at, { what, code }] of files.entries()) {
          const { fields = {} } = (answers[at]?.result ?? {}) as Refusal;
          const told = fields[field as keyof typeof fields] ?? tell(answers[at] as never);
          // Of a list it is said what kind of list it is not.
          const isFine = field === "csv" ? /^(file_\w+|413)$/.test(told) : told === code;
          if (!isFine) wrong.push(`${name}, ${what}: ${told}, not ${code}`);
        }
      }
    });
    expect(wrong).toEqual([]);
    expect(changed.filter((table) => table !== "refusals")).toEqual([]);
  }, 300_000);
});

/** What nobody may find in what comes out, whatever went in. */
async function judgePicture(what: string, { status, headers, body }: Answer, disposition: RegExp) {
  const found = [
    status === 200 ? "" : `status ${status}`,
    headers["content-type"] === "image/webp" ? "" : `type ${headers["content-type"]}`,
    headers["x-content-type-options"] === "nosniff" ? "" : "sniffed",
    disposition.test(String(headers["content-disposition"])) ? "" : `as ${headers["content-disposition"]}`,
    /sandbox/.test(String(headers["content-security-policy"])) ? "" : "not in a sandbox",
    body.includes("CANARY") || body.includes("<script") ? "with what was hidden in it" : "",
  ];
  return found.filter((one) => one !== "").map((one) => `${what}: ${one}`);
}

it("a picture comes out written anew, under a name that leads nowhere, for whom it is and nobody else", async () => {
  const bytes = await twoFaced();
  expect(Buffer.from(bytes).includes(canary)).toBe(true);
  const owner = find("seller owner");
  const ticket = scene.world.of.seller.ticket ?? "";
  const sentAs = (name: string) => new File([bytes], name, { type: "image/png" });
  for (const name of strangeNames)
    expect([name, tell(await send("answerTicketAction", owner, sentAs(name), "seller"))]).toEqual([
      name,
      "moved",
    ]);
  const isPicture = eq(attachments.isPicture, true);
  const kept = await asFounder((tx) => tx.select().from(attachments).where(isPicture));
  expect(kept).toHaveLength(strangeNames.length);
  const attached = /^attachment; filename="[\w.() -]{1,90}"; filename\*=UTF-8''[\w.()%~!*'-]+$/;
  const wrong = await each(kept, async ({ id, name, bytes: stored }) => {
    const { format, exif, xmp } = await sharp(stored).metadata();
    expect([format, exif, xmp]).toEqual(["webp", undefined, undefined]);
    const path = `/help/${ticket}/files/${id}`;
    const asks = async (caller: Caller, method = "GET", more: Record<string, string> = {}) =>
      ask(scene.portal.port, { method, path, headers: { ...scene.headersOf(caller), ...more } });
    const found = /[\\/<>"\p{C}]|^\./u.test(name) ? [`it is called ${name}`] : [];
    for (const name of ["seller owner", "seller viewer", "operator"])
      found.push(...(await judgePicture(`${name} at ${path}`, await asks(find(name)), attached)));
    if (id !== kept[0]?.id) return found;
    const others = scene.cast.callers.filter(
      (one) => one.company !== "seller" && one.kind !== "operator" && !one.stoppedIn,
    );
    for (const caller of others)
      for (const [method, more] of [
        ["GET", {}],
        ["GET", { range: "bytes=0-99" }],
        ["HEAD", { "if-none-match": "*" }],
      ] as const) {
        const { status, body } = await asks(caller, method, more);
        const isFine = caller.company ? status === 404 : status === 307;
        if (!isFine || body.includes("RIFF")) found.push(`${caller.name}, ${method}: ${status}`);
      }
    return found;
  });
  expect(wrong.flat()).toEqual([]);
}, 300_000);

it("so does the picture of an entry, for everybody", async () => {
  const before = await asFounder((tx) => tx.select({ hash: logos.hash }).from(logos));
  const sent = new File([await twoFaced()], "../logo.svg", { type: "image/svg+xml" });
  const told = await send("saveListingAction", find("aggregator owner"), sent, "aggregator");
  expect(tell(told)).toBe("moved");
  const rows = await asFounder((tx) => tx.select().from(logos));
  const made = rows.filter(({ hash }) => !before.some((one) => one.hash.equals(hash)));
  expect(made).toHaveLength(1);
  const path = `/logos/${made[0]?.hash.toString("hex")}.webp`;
  const headers = scene.headersOf(find("anonymous"));
  const answer = await ask(scene.portal.port, { path, headers });
  expect(await judgePicture(path, answer, /^inline; filename="logo.webp"$/)).toEqual([]);
});
