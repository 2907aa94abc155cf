/** What is wounded, file by file, and the tests that have to feel it. */
export const targets: Record<string, string[]> = {
  "lib/accounts/allow.ts": ["lib/accounts/allow.test.ts"],
  "lib/accounts/form-key.ts": ["lib/accounts/form-key.test.ts", "lib/accounts/allow.test.ts"],
  "lib/accounts/next-path.ts": ["lib/accounts/next-path.test.ts"],
  "lib/same-origin.ts": ["lib/same-origin.test.ts"],
  "lib/secrets.ts": ["lib/secrets.test.ts"],
  "lib/tokens/authenticate-client.ts": [
    "sandbox/token/token-endpoint.test.ts",
    "sandbox/token/token-limits.test.ts",
    "scripts/keys/rotation.test.ts",
  ],
  "lib/tokens/issue-token.ts": ["sandbox/token/token-endpoint.test.ts"],
  "lib/tokens/key-schedule.ts": ["lib/tokens/key-schedule.test.ts", "lib/tokens/rotate-signing-keys.test.ts"],
  "lib/tokens/verify-token.ts": [
    "sandbox/seller-api/forged-tokens.test.ts",
    "sandbox/token/ended-tokens.test.ts",
  ],
  "sandbox/token/read-basic.ts": ["sandbox/token/read-basic.test.ts"],
  "sandbox/token/read-form.ts": ["sandbox/token/read-form.test.ts"],
  "sandbox/seller-api/find-bearer.ts": ["sandbox/seller-api/find-bearer.test.ts"],
  "lib/links/link-client.ts": ["lib/links/link-client.test.ts", "lib/links/link-client-races.test.ts"],
  "lib/links/lock-client-for-link.ts": [
    "lib/links/link-client.test.ts",
    "lib/links/link-client-races.test.ts",
  ],
  "lib/links/undo-link.ts": ["lib/links/undo-link.test.ts"],
  "lib/links/unlink-client.ts": ["lib/links/end-acts.test.ts"],
  "lib/webhooks/judge-url.ts": ["lib/webhooks/judge-url.test.ts", "lib/webhooks/guard.test.ts"],
  "lib/webhooks/sign.ts": ["lib/webhooks/sign.test.ts"],
};
