"use server";

import { changeLanguage } from "@/lib/accounts/change-language";
import { changePassword } from "@/lib/accounts/change-password";
import { endOtherSessions } from "@/lib/accounts/end-other-sessions";
import { endSession } from "@/lib/accounts/end-session";
import {
  changeLanguageInput,
  changePasswordInput,
  endOtherSessionsInput,
  endSessionInput,
  showOrganisationInput,
  signOutInput,
} from "@/lib/accounts/input";
import { showOrganisation } from "@/lib/accounts/show-organisation";
import { signOut } from "@/lib/accounts/sign-out";
import { action } from "@/lib/action";

export const changeLanguageAction = action(changeLanguageInput, changeLanguage);
export const changePasswordAction = action(changePasswordInput, changePassword);
export const endOtherSessionsAction = action(endOtherSessionsInput, endOtherSessions);
export const endSessionAction = action(endSessionInput, endSession);
export const showOrganisationAction = action(showOrganisationInput, showOrganisation);
export const signOutAction = action(signOutInput, signOut);
