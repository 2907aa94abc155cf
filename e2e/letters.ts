import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";

export type Letter = { to: string; subject: string; text: string; links: string[] };

/** The letters to an address, newest first, as the demo's mailbox shows them. */
export async function readLetters(request: APIRequestContext, to: string): Promise<Letter[]> {
  const answer = await request.get(`/dev/mailbox?to=${encodeURIComponent(to)}`, {
    headers: { accept: "application/json" },
  });
  expect(answer.status()).toBe(200);
  return answer.json();
}

/** The one link of the newest letter, as a path of the portal. Fails when there is no letter, or none with a link. */
export async function readLink(request: APIRequestContext, to: string, beginning: string) {
  let path: string | undefined;
  await expect(async () => {
    const [letter] = await readLetters(request, to);
    const link = letter?.links.find((one) => new URL(one).pathname.startsWith(beginning));
    expect(link, `a link to ${beginning} in the newest letter to ${to}`).toBeDefined();
    path = new URL(link ?? "").pathname;
  }).toPass({ timeout: 10_000 });
  return path ?? "";
}
