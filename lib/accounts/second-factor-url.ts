import { env } from "../env";

/** Where somebody sees to their second factor. */
export const secondFactorPath = "/account/second-factor";

/** The same, for letters. */
export const secondFactorUrl = () => env().PUBLIC_URL + secondFactorPath;
