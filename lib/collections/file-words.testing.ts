import { operations } from "../seller-data/operations";
import type { FileWords } from "./file-words";

const said = operations.map(({ id }) => [id, { title: id, purpose: `What ${id} does.`, watch: "Beware." }]);

/** Words that are easy to recognise, hostile where words can be: quotes and a line that looks like code. */
export const testWords: FileWords = {
  about: `"Begin" here`,
  token: "Get a token",
  noSecret: `It's "clientSecret" that is missing`,
  unreachable: "Unreachable:",
  noToken: "No token:",
  tokenGiven: "a token was given",
  answers: "answers",
  optional: "Optional:",
  http: {
    about: ["Put the secret in.", "Send the first."],
    jetbrains: ["Choose the environment."],
    encoded: "Encoded.",
    unused: "Unused.",
    package: "Package:",
  },
  operations: Object.fromEntries(said) as FileWords["operations"],
  parameters: { pageIndex: "Which page." },
};
