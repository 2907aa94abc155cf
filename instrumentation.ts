import type { Instrumentation } from "next";

/** What a page could not render is logged with the digest that its reader sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  const { log } = await import("./lib/log");
  const { digest } = error as { digest?: string };
  log.error({ reference: digest, requestId: request.headers["x-request-id"], err: error }, "a page failed");
};
