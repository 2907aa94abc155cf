import type { verdictTexts as en } from "../en/verdicts";
import { api } from "./verdicts/api";
import { auth } from "./verdicts/auth";
import { seller } from "./verdicts/seller";
import { token } from "./verdicts/token";
import { way } from "./verdicts/way";

/** Every diagnosis in words. */
export const verdictTexts: typeof en = { ...way, ...token, ...auth, ...seller, ...api };
