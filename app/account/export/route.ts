import { exportData } from "@/lib/privacy/export-data";
import { exportDataInput } from "@/lib/privacy/input";
import { type Refusal, type Result, refuse } from "@/lib/result";
import { route } from "@/lib/route";
import { download } from "../../_download";

/** `POST`: the viewer's own data as one file, written while it is read; a refusal leads back to the account page. */
export const POST = route(
  exportDataInput,
  async (actor): Promise<Result<{ pieces: AsyncGenerator<string> }>> =>
    "sessionId" in actor
      ? exportData(actor)
      : refuse("sign_in_again", { facts: { href: "/sign-in?next=/account" } }),
  (result) => (result.ok ? download(result.view.pieces, "my-data.json", "application/json") : back(result)),
);

function back({ code, facts }: Refusal) {
  const again = code === "sign_in_again" && facts?.href;
  const query = new URLSearchParams({ refused: code, ...(facts?.minutes && { minutes: facts.minutes }) });
  const location = again || `/account?${query}#data`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
