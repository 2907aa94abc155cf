import type { Right } from "./rights";

/** Write acts that may change something and leave no event, each with its reason. All others must leave one. */
export const rightsWithoutEvent: Partial<Record<Right, string>> = {
  "sign up": "nobody exists yet whom it could be about; the event comes with the person",
  "ask for reset": "anybody may ask for anybody's address; the new password is the event",
  "sign in": "the session is the record of it: when, from where, by what",
  "enter code": "as signing in: the session is the record of it",
  "confirm by code": "as signing in: the session is the record of it",
  "sign out": "the session is the record of it",
  "show organisation": "it only says which pages a browser shows",
  "ask for domain code": "a try that proves nothing yet; the proof is an event",
  "run first call": "it changes nothing but its own report, which is kept",
  "run starter call": "it changes nothing but its own report, which is kept",
};
