import { notFound } from "next/navigation";
import { findActor, type Viewer } from "@/lib/accounts/find-actor";

/** The operator looking at a page of theirs; for everybody else there is no such page. */
export async function requireOperator(): Promise<Viewer> {
  const viewer = await findActor();
  if (viewer?.organisation.kind !== "operator") notFound();
  return viewer;
}
