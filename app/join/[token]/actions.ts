"use server";

import { joinAsNewcomer } from "@/lib/accounts/join-as-newcomer";
import { joinOrganisation } from "@/lib/accounts/join-organisation";
import { joinWithPassword } from "@/lib/accounts/join-with-password";
import { joinAsNewcomerInput, joinOrganisationInput, joinWithPasswordInput } from "@/lib/accounts/team-input";
import { action, visitorAction } from "@/lib/action";

export const joinOrganisationAction = action(joinOrganisationInput, joinOrganisation);
export const joinAsNewcomerAction = visitorAction(joinAsNewcomerInput, joinAsNewcomer);
export const joinWithPasswordAction = visitorAction(joinWithPasswordInput, joinWithPassword);
