/** A fault that changes nothing anybody can see: where it is, what it puts there, and why that is the same. */
export type Equivalent = { file: string; line: string; put: string; because: string };

const counted = "a query that only counts always answers with one row";
const walled = "row-level security hides other organisations' rows as well";
const order = "what sorts asks for the sign alone";

export const equivalents: Equivalent[] = [
  {
    file: "lib/accounts/allow.ts",
    line: "new Date(0)",
    put: "1",
    because: "a millisecond after 1970 is as long ago",
  },
  {
    file: "lib/accounts/decide-claim.ts",
    line: "if (!person || !organisation) return;",
    put: "&&",
    because: "both rows are held by foreign keys",
  },
  {
    file: "lib/accounts/judge-password.ts",
    line: "const found = words.slice(start, end",
    put: "<=",
    because: "no line of the list ends at its first character",
  },
  {
    file: "lib/accounts/judge-password.ts",
    line: "const found = words.slice(start, end",
    put: "1",
    because: "no line of the list ends at its first character",
  },
  {
    file: "lib/accounts/judge-password.ts",
    line: "if (found < line) low = start",
    put: "<=",
    because: "the same line was answered before",
  },
  {
    file: "lib/accounts/judge-password.ts",
    line: "if (found < line) low = start",
    put: "2",
    because: "the search goes back to the beginning of a line, and none has one character",
  },
  {
    file: "lib/accounts/password.ts",
    line: "dummy ??= hashPassword(",
    put: "33",
    because: "nobody ever types what stands in for a password",
  },
  {
    file: "lib/team/resend-member-invitation.ts",
    line: "eq(teamInvitations.organisationId, actor.organisationId),",
    put: "",
    because: walled,
  },
  {
    file: "lib/team/withdraw-member-invitation.ts",
    line: "eq(teamInvitations.organisationId, organisationId),",
    put: "",
    because: walled,
  },
  {
    file: "lib/accounts/spend-passcode.ts",
    line: "if (!person) return;",
    put: "false",
    because: "a second factor is held by its person",
  },
  {
    file: "lib/client-address.ts",
    line: "if (hops === 0) return peer;",
    put: "false",
    because: "without hops the peer is the last of the chain as well",
  },
  {
    file: "lib/client-address.ts",
    line: "const groups = [...left",
    put: "+",
    because: "more zeros behind the first four groups are cut off",
  },
  {
    file: "lib/links/choose-links.ts",
    line: "return row ?? { chosen: 0, needing: 0 };",
    put: "1",
    because: counted,
  },
  {
    file: "lib/links/own-bulk-run.ts",
    line: "return row ?? { seen: 0, changed: 0 };",
    put: "1",
    because: counted,
  },
  {
    file: "lib/secrets.ts",
    line: "randomBytes(length * 2)",
    put: "3",
    because: "more random bytes than are needed are thrown away",
  },
  {
    file: "lib/tokens/authenticate-client.ts",
    line: "const nobody = Buffer.alloc(32);",
    put: "33",
    because: "the answer is thrown away; the comparison that is left out takes nanoseconds",
  },
  {
    file: "lib/tokens/key-schedule.ts",
    line: "return [...keys].sort(",
    put: "2",
    because: order,
  },
  {
    file: "lib/tokens/key-schedule.ts",
    line: "return [...keys].sort(",
    put: "<=",
    because: "no two keys have one kid",
  },
  {
    file: "lib/tokens/token-id.ts",
    line: "return high && low",
    put: "||",
    because: "both parts are found, or neither",
  },
  {
    file: "lib/tokens/verify-token.ts",
    line: "if (known && (await findKey(known.kid)))",
    put: "false",
    because: "a signature that is checked again is as good; only its time is lost",
  },
  {
    file: "lib/tokens/verify-token.ts",
    line: 'return typeof value === "object" && value !== null',
    put: "||",
    because: "of null and of what is no object no claim is read either",
  },
];
