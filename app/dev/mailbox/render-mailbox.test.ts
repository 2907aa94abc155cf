import { expect, test } from "vitest";
import { en } from "@/app/_text/en";
import { renderMailbox } from "./render-mailbox";

const letter = {
  to: `"><script>alert(1)</script>@x.test`,
  subject: "<img src=x onerror=alert(1)>",
  text: `Hello <b>Eve</b>,\n\nhttps://portal.test/verify/abc?a=1&b="><script>`,
  html: "<script>alert(2)</script>",
  sentAt: "2026-11-22T14:05:00.000Z",
  links: [],
};

test("shows letters as text, their addresses as links, and never as markup of its own", () => {
  const page = renderMailbox([letter], en, { to: letter.to, nonce: "n0nce" });
  expect(page).not.toMatch(/<(script|img|b)\b/);
  expect(page).toContain(`<a href="https://portal.test/verify/abc?a=1&amp;b=`);
  expect(page).toContain("2026-11-22 14:05:00 UTC");
  expect(page).toContain(`<style nonce="n0nce">`);
});

test("says so when there is none", () => {
  expect(renderMailbox([], en, { nonce: "" })).toContain(en.accounts.mailbox.empty);
});
