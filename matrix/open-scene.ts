import { ownDatabase } from "@/db/testing";
import { env } from "@/lib/env";
import { type Caller, makeCast } from "./make-cast";
import { makeWorld } from "./make-things";
import { startPortal } from "./start-portal";

/** A running portal on a database of its own, with everybody and everything that the rules speak of. */
export async function openScene() {
  await ownDatabase();
  const portal = await startPortal({ LIMITS: "off" });
  env().PUBLIC_URL = portal.publicUrl;
  const cast = await makeCast();
  const world = await makeWorld(cast);
  /** What that person's browser sends with every request. */
  const headersOf = ({ cookie }: Pick<Caller, "cookie">) => ({
    host: new URL(portal.publicUrl).host,
    accept: "text/html,*/*",
    cookie,
  });
  return { portal, cast, world, headersOf };
}

export type Scene = Awaited<ReturnType<typeof openScene>>;
