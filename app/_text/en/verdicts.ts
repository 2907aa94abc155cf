import type { VerdictCode } from "@/lib/first-call/verdicts";
import type { VerdictText } from "../verdict-text";
import { api } from "./verdicts/api";
import { auth } from "./verdicts/auth";
import { seller } from "./verdicts/seller";
import { token } from "./verdicts/token";
import { way } from "./verdicts/way";

/** Every diagnosis in words. */
export const verdictTexts: Record<VerdictCode, VerdictText> = {
  ...way,
  ...token,
  ...auth,
  ...seller,
  ...api,
};
