import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { findActor, findVisitor, type Viewer } from "@/lib/accounts/find-actor";
import { makeFormKey } from "@/lib/accounts/form-key";
import type { Right } from "@/lib/accounts/rights";

/** The signed-in viewer of a members' page; everybody else is sent to sign in and comes back to this very address. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findActor();
  if (viewer) return viewer;
  const url = (await headers()).get("x-portal-url") ?? "/";
  redirect(`/sign-in?next=${encodeURIComponent(url)}`);
}

/** A key for one form of this page, held by the session or, for visitors, by the browser. */
export async function formKey(act: Right, path: string, offered: Record<string, string[]> = {}) {
  const viewer = await findActor();
  const holder = viewer?.sessionId ?? (await findVisitor()).visitorId;
  return makeFormKey({ act, holder, organisationId: viewer?.organisation.id ?? "", path, offered });
}

/** The same, for an act of visitors: held by the browser even where somebody is signed in. */
export async function visitorFormKey(act: Right, path: string, offered: Record<string, string[]> = {}) {
  const { visitorId } = await findVisitor();
  return makeFormKey({ act, holder: visitorId, organisationId: "", path, offered });
}
