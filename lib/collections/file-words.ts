import type { OperationId } from "../seller-data/operations";

/** What the files say in words, in the reader's language. */
export type FileWords = {
  /** Above everything: how to begin. */
  about: string;
  /** The request that fetches a token. */
  token: string;
  noSecret: string;
  unreachable: string;
  noToken: string;
  tokenGiven: string;
  /** Before a status: "answers 200". */
  answers: string;
  optional: string;
  http: {
    about: readonly string[];
    jetbrains: readonly string[];
    encoded: string;
    unused: string;
    package: string;
  };
  operations: Record<OperationId, { title: string; purpose: string; watch: string }>;
  parameters: Record<string, string>;
};
