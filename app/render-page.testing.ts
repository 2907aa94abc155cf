import type { ReactNode } from "react";
import { prerender } from "react-dom/static";

/** The HTML of a page, its asynchronous parts too. */
export async function renderPage(page: Promise<ReactNode>) {
  const { prelude } = await prerender(await page, { onError: rethrow });
  return new Response(prelude as ReadableStream).text();
}

function rethrow(error: unknown): never {
  throw error;
}
