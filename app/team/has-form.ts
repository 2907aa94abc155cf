import type { Viewer } from "@/lib/accounts/find-actor";
import type { TeamView } from "@/lib/team/find-team";

type Shown = { team: TeamView; viewer: Viewer };

/** Whether the page still has the form of a refused act, which then says so itself. */
export function hasForm({ team, viewer }: Shown, act: string, values: Record<string, string>) {
  const isOwner = viewer.organisation.role === "owner";
  const others = team.members.filter(({ isViewer }) => !isViewer);
  const isAbout = (id = "") => others.some((one) => one.id === id);
  const waits = team.invitations.some(({ id }) => id === values.invitationId);
  const isOffer = team.offer !== null && team.offer.id === values.offerId;
  const shown: Record<string, boolean> = {
    "invite member": isOwner,
    "resend member invitation": waits,
    "withdraw member invitation": waits,
    "change role": isOwner && isAbout(values.memberId),
    "remove member": isOwner && isAbout(values.memberId),
    "offer ownership": canOffer({ team, viewer }).length > 0,
    "withdraw ownership": isOffer && isOwner,
    "accept ownership": isOffer && team.offer?.isToViewer === true,
    "decline ownership": isOffer && team.offer?.isToViewer === true,
    "leave organisation": canLeave({ team, viewer }),
  };
  // Forms of the frame, such as signing out, answer in the frame.
  return shown[act] ?? true;
}

/** Whether another owner stays when the viewer goes. */
export function canLeave({ team, viewer }: Shown) {
  const isOwner = viewer.organisation.role === "owner";
  return !isOwner || team.members.some(({ role, isViewer }) => role === "owner" && !isViewer);
}

/** To whom the viewer can offer the ownership now. */
export function canOffer({ team, viewer }: Shown) {
  if (viewer.organisation.role !== "owner" || team.offer) return [];
  return team.members.filter(({ role }) => role !== "owner");
}
