"use server";

import { action } from "@/lib/action";
import { askForDomainCode } from "@/lib/directory/ask-for-domain-code";
import { checkDomainRecord } from "@/lib/directory/check-domain-record";
import {
  askForDomainCodeInput,
  checkDomainRecordInput,
  proveDomainInput,
  useOwnDomainInput,
} from "@/lib/directory/domain-input";
import { proveDomain } from "@/lib/directory/prove-domain";
import { useOwnDomain } from "@/lib/directory/use-own-domain";

export const askForDomainCodeAction = action(askForDomainCodeInput, askForDomainCode);
export const proveDomainAction = action(proveDomainInput, proveDomain);
export const useOwnDomainAction = action(useOwnDomainInput, useOwnDomain);
export const checkDomainRecordAction = action(checkDomainRecordInput, checkDomainRecord);
