import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { findActor, findVisitor, type Viewer } from "@/lib/accounts/find-actor";
import { findStopped, type StoppedViewer } from "@/lib/accounts/find-stopped";
import { makeFormKey } from "@/lib/accounts/form-key";
import { mustSetUpSecondFactor } from "@/lib/accounts/has-second-factor";
import { isOpenToStopped, type Right } from "@/lib/accounts/rights";

/**
 * The signed-in viewer of a members' page; everybody else is sent to sign in and comes back to this very address. In
 * production whoever acts for the operator and has no second factor sees their own account and nothing else.
 */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findActor();
  const url = (await headers()).get("x-portal-url") ?? "/";
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(url)}`);
  const isElsewhere = viewer.organisation.kind === "operator" && !/^\/account(?![^/?])/.test(url);
  if (isElsewhere && (await mustSetUpSecondFactor(viewer))) redirect("/account/second-factor?needed=1");
  return viewer;
}

/** The same for the pages of help, which are also for whoever's organisations are suspended. */
export async function requireAsking(): Promise<Viewer | StoppedViewer> {
  return (await findStopped()) ?? requireViewer();
}

/** A key for one form of this page, held by the session or, for visitors, by the browser. */
export async function formKey(act: Right, path: string, offered: Record<string, string[]> = {}) {
  const viewer = (await findActor()) ?? (isOpenToStopped(act) ? await findStopped() : null);
  const holder = viewer?.sessionId ?? (await findVisitor()).visitorId;
  return makeFormKey({ act, holder, organisationId: viewer?.organisation.id ?? "", path, offered });
}

/** The same, for an act of visitors: held by the browser even where somebody is signed in. */
export async function visitorFormKey(act: Right, path: string, offered: Record<string, string[]> = {}) {
  const { visitorId } = await findVisitor();
  return makeFormKey({ act, holder: visitorId, organisationId: "", path, offered });
}
