import type { OrganisationKind, Role } from "@/db/schema";
import type { EventType } from "../audit/record-event";

/** One thing that a look-up found, with enough of it to choose the right one. */
export type MatchView =
  | {
      kind: "organisation";
      id: string;
      name: string;
      of: OrganisationKind;
      suspended: boolean;
      /** Found by the mail address of a member, with that one's name. */
      member: { name: string; role: Role } | null;
    }
  | { kind: "client"; id: string; clientId: string; organisation: string }
  | { kind: "seller"; sellerId: number; shopName: string; organisation: string | null }
  | { kind: "link"; id: string; clientId: string; sellerId: number; shopName: string }
  | { kind: "ticket"; id: string; number: number; subject: string; organisation: string }
  | { kind: "first_call"; id: string; at: Date; verdict: string; clientId: string; sellerId: string }
  | {
      kind: "event";
      id: number;
      at: Date;
      type: EventType;
      data: Record<string, string | number | null>;
      actorName: string;
      organisation: { id: string; name: string } | null;
    };
