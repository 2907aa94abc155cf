import type { Right } from "@/lib/accounts/rights";

const reads = "it reads; what it writes down is that it read";
const session = "each press is a sign-in or a sign-out of its own, and none takes anything from another";
const letter = "it writes a letter, of which the address gets five an hour at most";
const recovery = "its wait is longer than a round, and its own tests hold its races";

/** Mutations that are not sent a hundred times at once, each with its reason. */
export const unplayed: Partial<Record<Right, string>> = {
  "sign up": letter,
  "ask for reset": letter,
  "sign in": session,
  "sign out": session,
  "enter code": session,
  "confirm by code": session,
  "end session": session,
  "sign out for others":
    "its own test sends one form several times at once; it takes nothing but sessions away",
  "show organisation": "it says which pages a browser shows",
  "change language": "it leaves what it finds the second time",
  "reset password":
    "it reads the request it came with, which a round has none of; its link is good once, as a sign-up's",
  "ask for recovery": recovery,
  "begin recovery": recovery,
  "stop recovery": recovery,
  "export data": reads,
  "read paste": reads,
  "read paste as visitor": reads,
  "run first call": "it calls out; what it leaves is its own report",
  "run starter call": "it calls out; what it leaves is its own report",
  "accept request": "it leads to the consent, which is played by invitation",
  "check domain record": "it asks the name servers; the two other proofs of a domain are played",
  "create client for others": "the operator's form for a client is that of its owner, which is played",
};
