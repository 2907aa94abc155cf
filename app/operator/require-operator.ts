import { notFound, redirect } from "next/navigation";
import { findActor, type Viewer } from "@/lib/accounts/find-actor";
import { mustSetUpSecondFactor } from "@/lib/accounts/has-second-factor";

/**
 * The operator looking at a page of theirs; for everybody else there is no such page. In production whoever has no
 * second factor sets one up first.
 */
export async function requireOperator(): Promise<Viewer> {
  const viewer = await findActor();
  if (viewer?.organisation.kind !== "operator") notFound();
  if (await mustSetUpSecondFactor(viewer)) redirect("/account/second-factor?needed=1");
  return viewer;
}
