"use server";

import { action, visitorAction } from "@/lib/action";
import { joinAsNewcomer } from "@/lib/team/join-as-newcomer";
import { joinOrganisation } from "@/lib/team/join-organisation";
import { joinWithPassword } from "@/lib/team/join-with-password";
import { joinAsNewcomerInput, joinOrganisationInput, joinWithPasswordInput } from "@/lib/team/team-input";

export const joinOrganisationAction = action(joinOrganisationInput, joinOrganisation);
export const joinAsNewcomerAction = visitorAction(joinAsNewcomerInput, joinAsNewcomer);
export const joinWithPasswordAction = visitorAction(joinWithPasswordInput, joinWithPassword);
