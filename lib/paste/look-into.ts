import type { Tx } from "@/db/client";
import { now } from "../clock";
import { env } from "../env";
import { explain } from "../first-call/explain";
import type { Facts } from "../first-call/step";
import type { VerdictCode } from "../first-call/verdicts";
import { redactText } from "../redact";
import { issuer } from "../tokens/claims";
import { checkToken, isTokenRevoked } from "./check-token";
import { findOwnSecrets, findReach, type OwnSecret, type ReachView } from "./explain-paste";
import type { Finding } from "./finding";
import { audiencesOf, isTime, judgeToken, rolesOf, type Signature } from "./judge-token";
import { type HandshakeView, lookAtTls } from "./look-at-tls";
import { type Reading, readPaste } from "./read-paste";
import type { TokenSeen } from "./read-tokens";

/** A pasted token as it may be shown: what it says, and what the Seller API would say of it. */
export type TokenView = {
  code: VerdictCode;
  facts: Facts;
  signature: Signature;
  issuer: string;
  issuerKind: "own" | "live" | "retired" | "foreign";
  audience: string[];
  clientId: string;
  issuedAt: string | null;
  expiresAt: string | null;
  leftSeconds: number | null;
  roles: string[];
  header: string;
  claims: string;
  /** For members of the token's client only. */
  reach: ReachView | null;
};

/** All that is shown of one paste. It holds no secret and no token. */
export type PasteView = Omit<Reading, "tokens" | "secrets"> & {
  tokens: TokenView[];
  secretCount: number;
  ownSecrets: OwnSecret[];
  handshakes: HandshakeView[] | null;
};

/** Runs a question in the sight of the organisation that asks; absent for visitors, who are told nothing about rows. */
type Ask = <T>(question: (tx: Tx) => Promise<T>) => Promise<T>;

/** Everything that can be said of a pasted text. Nothing of it is kept. */
export async function lookInto(text: string, ask?: Ask): Promise<PasteView> {
  const { TOKEN_URL: tokenUrl, SELLER_API_URL: sellerApiUrl } = env();
  const { tokens, secrets, ...reading } = readPaste(text, { tokenUrl, sellerApiUrl, issuer: issuer() });
  const isAboutTls =
    reading.kinds.includes("tls") || reading.findings.some(({ code }) => code.startsWith("tls."));
  const seen = await inOrder(tokens, (token) => viewToken(token, ask));
  const ownSecrets = ask && secrets.length > 0 ? await ask((tx) => findOwnSecrets(tx, secrets)) : [];
  const proven = seen.find(({ signature }) => signature === "good")?.clientId;
  const typed = {
    clientId: reading.clientId || ownSecrets[0]?.clientId || proven || "",
    clientSecret: secrets[0]?.raw ?? "",
    sellerId: reading.sellerId,
  };
  return {
    ...reading,
    clientId: typed.clientId,
    findings: ask
      ? await ask((tx) => inOrder(reading.findings, (one) => explainOne(tx, one, typed)))
      : reading.findings,
    tokens: seen,
    secretCount: secrets.length,
    ownSecrets,
    handshakes: isAboutTls ? await lookAtTls([tokenUrl, sellerApiUrl]) : null,
  };
}

type Typed = Parameters<typeof explain>[2];

/** What the rows add for members of the client, where the text names what they would be asked about. */
async function explainOne(tx: Tx, finding: Finding, typed: Typed): Promise<Finding> {
  const needs: Partial<Record<VerdictCode, string>> = {
    "token.client_unknown": typed.clientId,
    "token.secret_wrong": typed.clientId && typed.clientSecret,
    "seller.not_linked": typed.clientId && typed.sellerId,
  };
  return needs[finding.code] ? { ...finding, ...(await explain(tx, finding, typed)) } : finding;
}

async function inOrder<T, R>(list: T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const one of list) results.push(await work(one));
  return results;
}

async function viewToken(token: TokenSeen, ask?: Ask): Promise<TokenView> {
  const claims = token.claims ?? {};
  const iss = textOf(claims.iss);
  const isOurs = iss === issuer();
  const signature = isOurs && token.isWhole ? await checkToken(token) : "not_checked";
  const isRevoked = signature === "good" && (await isTokenRevoked(claims));
  const { code, facts } = judgeToken(token, { at: now(), issuer: issuer(), signature, isRevoked });
  const clientId = textOf(claims.azp) || textOf(claims.clientId);
  const expiresAt = isTime(claims.exp) ? claims.exp : null;
  return {
    code,
    facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, safe(value)])),
    signature,
    issuer: iss,
    issuerKind: isOurs ? "own" : kindOf(iss),
    audience: audiencesOf(claims).map(safe),
    clientId,
    issuedAt: isTime(claims.iat) ? new Date(claims.iat * 1000).toISOString() : null,
    expiresAt: expiresAt === null ? null : new Date(expiresAt * 1000).toISOString(),
    leftSeconds: expiresAt === null ? null : Math.round(expiresAt - now().getTime() / 1000),
    roles: rolesOf(claims).map(safe),
    header: show(token.header),
    claims: show(claims),
    // A token that anybody can write must not list anybody's links.
    reach: ask && signature === "good" ? await ask((tx) => findReach(tx, clientId)) : null,
  };
}

/** The marketplace's live issuer, a former one of it, or somebody else. */
function kindOf(iss: string) {
  if (/^https:\/\/auth\.octopia-io\.net(?:\/|$)/.test(iss)) return "live";
  return /^https:\/\/(?:auth\.octopia\.com|oauth2\.cdiscount\.com|sts\.cdiscount\.com)(?:\/|$)/.test(iss)
    ? "retired"
    : "foreign";
}

const safe = (text: string) => redactText(text.slice(0, 200));
const textOf = (value: unknown) => (typeof value === "string" ? safe(value) : "");
const show = (value: unknown) => redactText(JSON.stringify(value, null, 2).slice(0, 8000));
