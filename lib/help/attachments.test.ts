import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { limitCounters } from "@/db/schema";
import { makeActor, rolledBack, viewerOf } from "@/db/testing";
import { answerTicket } from "./answer-ticket";
import { findAttachment } from "./find-attachment";
import { answering, at, atHelp, opening, reply, scene, stored } from "./help-scene.testing";
import { openTicketInput } from "./input";
import { openTicket } from "./open-ticket";
import { readAttachments } from "./read-attachments";

const dots = { create: { width: 2000, height: 40, channels: 3 as const, background: "#2546cf" } };
const png = () => sharp(dots).png().toBuffer();
const script = "<script>alert(document.domain)</script>";
const file = (name: string, ...parts: (string | Uint8Array)[]) =>
  new File(parts as BlobPart[], name, { type: "text/plain" });

/** A PNG that says it is 20,000 dots wide and high, in a few kilobytes. */
function bomb() {
  const chunk = (kind: string, data: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    return Buffer.concat([head, Buffer.from(kind, "latin1"), data, Buffer.alloc(4)]);
  };
  const size = Buffer.from([0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20, 8, 0, 0, 0, 0]);
  const data = deflateSync(Buffer.alloc(1_000_000));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", size),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("a file that comes with a message", () => {
  it.each([
    ["an SVG", file("a.svg", `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`), "file_type"],
    ["an SVG that says it is text", file("a.txt", `  <svg onload="x">${script}</svg>`), "file_type"],
    [
      "an SVG that says it is a picture",
      file("a.png", `<?xml version="1.0"?><svg>${script}</svg>`),
      "file_type",
    ],
    ["a page", file("a.html", `<!doctype html>${script}`), "file_type"],
    ["a page that says it is text", file("a.txt", `<!DOCTYPE html>${script}`), "file_type"],
    ["a PDF", file("a.pdf", "%PDF-1.7\n%\xe2\xe3"), "file_type"],
    ["a PDF that says it is text", file("a.txt", "hello\n%PDF-1.7\n1 0 obj"), "file_type"],
    ["a ZIP", file("a.zip", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])), "file_type"],
    ["a ZIP that says it is text", file("a.txt", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])), "file_type"],
    ["a program", file("a.exe", "MZ\x90\0"), "file_type"],
    ["a program that says it is text", file("a.txt", "MZP at the beginning"), "file_type"],
    ["a script of a shell", file("a.txt", "#!/bin/sh\nrm -rf /"), "file_type"],
    ["a GIF", file("a.gif", "GIF89a\x01\0\x01\0"), "file_type"],
    ["a GIF that is a script too", file("a.txt", "GIF89a/*x*/=1;alert(1)"), "file_type"],
    ["bytes that are no text", file("a.txt", new Uint8Array([0xff, 0xfe, 0x61, 0])), "file_encoding"],
    ["text with a NUL in it", file("a.log", "one\0two"), "file_type"],
    ["nothing", file("a.txt"), "file_empty"],
    ["no picture", file("a.png"), "file_empty"],
    [
      "a broken picture",
      file("a.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2])),
      "file_broken",
    ],
    ["a picture that becomes huge", file("a.png", bomb()), "file_pixels"],
    ["20 MB", file("a.txt", "a".repeat(20_000_000)), "file_big"],
    ["20 MB of a picture", file("a.png", new Uint8Array(20_000_000)), "file_big"],
  ])("is refused where it is %s", async (_what, bad, code) => {
    expect(await readAttachments([bad])).toEqual({ ok: false, code });
    expect(await readAttachments([file("good.txt", "good"), bad])).toEqual({ ok: false, code });
  });

  it("is plain text as it was, or a picture written anew", async () => {
    const picture = Buffer.concat([await png(), Buffer.from(script)]);
    const read = await readAttachments([
      file("log.txt", "une ligne\r\n\tdeux — 403\n"),
      new File([new Uint8Array(picture)], "C:\\shots\\.my <b>shot</b>.PNG"),
    ]);
    if (!read.ok) throw new Error(read.code);
    expect(read.files).toMatchObject([
      { name: "log.txt", isPicture: false },
      { name: expect.stringMatching(/^[^<>\\/]+\.webp$/), isPicture: true },
    ]);
    expect(read.files[0]?.bytes.toString("utf8")).toBe("une ligne\r\n\tdeux — 403\n");
    const bytes = read.files[1]?.bytes ?? Buffer.alloc(0);
    expect(bytes.includes(script)).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 1600 });
  });

  it("comes with two others at most, and a field left empty is none", () => {
    const typed = { subject: "s", message: "m" };
    const three = [1, 2, 3].map((n) => file(`${n}.txt`, "x"));
    expect(openTicketInput.parse({ ...typed, file: three }).file).toHaveLength(3);
    expect(openTicketInput.parse({ ...typed, file: "" }).file).toEqual([]);
    expect(openTicketInput.parse(typed).file).toEqual([]);
    const four = openTicketInput.safeParse({ ...typed, file: [...three, file("4.txt", "x")] });
    expect(four.error?.issues[0]).toMatchObject({ path: ["file"], message: "file_many" });
  });
});

describe("what is kept of a file", () => {
  it(
    "is its own organisation's and the operator's to fetch, nobody else's",
    rolledBack(async () => {
      const { member, operator, id } = await scene({ file: [file("log.txt", "one line")] });
      const [kept] = (await stored()).files;
      const fileId = kept?.id ?? "";
      const staff = viewerOf(operator);
      const desk = { ...staff, organisation: { ...staff.organisation, kind: "operator" as const } };
      for (const viewer of [viewerOf(member), desk]) {
        const found = await findAttachment(viewer, id, fileId);
        expect(found).toMatchObject({ name: "log.txt", isPicture: false });
        expect(found?.bytes.toString()).toBe("one line");
      }
      const other = await scene();
      expect(await findAttachment(viewerOf(other.member), id, fileId)).toBeNull();
      expect(await findAttachment(viewerOf(other.member), other.id, fileId)).toBeNull();
      expect(await findAttachment(viewerOf(await makeActor()), "x", "y")).toBeNull();
    }),
  );

  it(
    "is nothing at all when one of the files is refused",
    rolledBack(async () => {
      const { member, id } = await scene();
      const bad = [file("good.txt", "good"), file("bad.svg", "<svg/>")];
      const refused = { code: "invalid", fields: { file: "file_type" } };
      expect(await openTicket(atHelp(member), opening({ subject: "Another", file: bad }))).toMatchObject(
        refused,
      );
      expect(await answerTicket(at(member, "answer ticket", id), answering(id, "x", bad))).toMatchObject(
        refused,
      );
      const { tickets, messages, files } = await stored();
      expect([tickets.length, messages.length, files.length]).toEqual([1, 1, 0]);
    }),
  );

  it(
    "is read for one person sixty times an hour, also where it is refused",
    rolledBack(async () => {
      const { member, operator, id } = await scene();
      const bad = [file("bad.svg", "<svg/>")];
      const send = () => answerTicket(at(member, "answer ticket", id), answering(id, "x", bad));
      for (let n = 0; n < 60; n++) expect(await send()).toMatchObject({ code: "invalid" });
      expect(await send()).toMatchObject({ code: "too_many" });
      const without = answerTicket(at(member, "answer ticket", id), answering(id, "x"));
      expect(await without).toMatchObject({ ok: true });
      const another = { file: [file("good.txt", "good")] };
      expect(await reply(operator, id, another)).toMatchObject({ ok: true });
    }),
  );

  it(
    "is not even read of somebody who may not write",
    rolledBack(async () => {
      const { operator, id } = await scene();
      const viewer = await makeActor({ organisationId: operator.organisationId, role: "viewer" });
      const counters = () => asFounder((tx) => tx.$count(limitCounters));
      const before = await counters();
      const bad = { file: [file("bad.svg", "<svg/>")] };
      expect(await reply(viewer, id, bad)).toMatchObject({ code: "not_allowed" });
      expect(await counters()).toBe(before);
      expect(await reply(operator, id, bad)).toMatchObject({ code: "invalid" });
      expect(await counters()).toBe(before + 1);
    }),
  );
});
