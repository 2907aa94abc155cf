import type { Language } from "../language";
import type { FormKey } from "./form-key";

/** Somebody who sent a form: nothing is known but the browser and where it called from. */
export type Visitor = {
  visitorId: string;
  address: string;
  userAgent: string;
  requestId: string;
  /** What they read, and what we write to somebody without an account because of them. */
  language: Language;
  /** The verified key of the form; null where a call carries none (then acts that need one refuse). */
  key: FormKey | null;
};

/**
 * A signed-in person acting for one organisation: the one whose page was shown. Being an actor grants nothing;
 * `allow` reads role and kind from the database inside each act.
 */
export type Actor = Visitor & {
  sessionId: string;
  personId: string;
  name: string;
  email: string;
  organisationId: string;
};
