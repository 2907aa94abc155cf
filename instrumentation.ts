import type { Instrumentation } from "next";

/**
 * What a page could not render is logged with the digest that its reader sees. A body that cannot be read is one line
 * without a stack: anybody may send one, and nobody is to be woken by it.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  const { log } = await import("./lib/log");
  const { noteUnreadable } = await import("./lib/last-refusal");
  const { whyUnreadable } = await import("./lib/unreadable-body");
  const { digest } = error as { digest?: string };
  const about = { reference: digest, requestId: request.headers["x-request-id"] };
  const reason = request.method === "POST" ? whyUnreadable(error) : null;
  if (!reason) return log.error({ ...about, err: error }, "a page failed");
  noteUnreadable();
  log.warn({ ...about, reason }, "a body could not be read");
};
