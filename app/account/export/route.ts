import { exportData } from "@/lib/privacy/export-data";
import { exportDataInput } from "@/lib/privacy/input";
import { type Refusal, type Result, refuse } from "@/lib/result";
import { route } from "@/lib/route";

/** `POST`: the viewer's own data as one file, written while it is read; a refusal leads back to the account page. */
export const POST = route(
  exportDataInput,
  async (actor): Promise<Result<{ pieces: AsyncGenerator<string> }>> =>
    "sessionId" in actor
      ? exportData(actor)
      : refuse("sign_in_again", { facts: { href: "/sign-in?next=/account" } }),
  (result) => (result.ok ? download(result.view.pieces) : back(result)),
);

function download(pieces: AsyncGenerator<string>) {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    // Asked for a piece only when the reader has taken the one before.
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="my-data.json"',
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

function back({ code, facts }: Refusal) {
  const again = code === "sign_in_again" && facts?.href;
  const query = new URLSearchParams({ refused: code, ...(facts?.minutes && { minutes: facts.minutes }) });
  const location = again || `/account?${query}#data`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
