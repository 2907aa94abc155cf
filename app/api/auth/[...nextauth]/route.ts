import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/accounts/next-auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes. A body it cannot read is the sender's fault, not an error of ours. */
async function answer(request: Request, context: Context): Promise<Response> {
  const type = request.headers.get("content-type") ?? "";
  if (request.method === "POST" && type.includes("application/json")) {
    const body: unknown = await request
      .clone()
      .json()
      .catch(() => null);
    if (typeof body !== "object" || body === null) return new Response(null, { status: 400 });
  }
  return NextAuth(request as never, context as never, nextAuthOptions());
}

export { answer as GET, answer as POST };
export const dynamic = "force-dynamic";
