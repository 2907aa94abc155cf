import type { VerdictCode } from "../first-call/verdicts";

/** The words that runtimes, tools and both services have for what went wrong. Of one line the first match counts. */
export const faults: [RegExp, VerdictCode][] = [
  // Node.js, Postman, Python, PHP, Java, .NET, openssl: the certificate's times, its names, who vouches for it.
  [
    /\bCERT_(?:HAS_EXPIRED|NOT_YET_VALID)\b|certificate (?:has expired|is not yet valid)|Certificate(?:Expired|NotYetValid)Exception|\bNotTimeValid\b|verify return code: (?:9|10)\b|verify error:num=(?:9|10)\b|\bERR_CERT_DATE_INVALID\b/i,
    "tls.expired",
  ],
  [
    /\bERR_TLS_CERT_ALTNAME_INVALID\b|Hostname\/IP does not match|hostname mismatch|doesn't match (?:either of )?'|no alternative certificate subject name|does not match target host|RemoteCertificateNameMismatch|No subject alternative |No name matching |verify return code: 62\b|\bERR_CERT_COMMON_NAME_INVALID\b/i,
    "tls.name",
  ],
  [
    /\b(?:SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|ERR_CERT_AUTHORITY_INVALID)\b|self[- ]signed certificate|unable to get (?:local )?issuer certificate|unable to verify the first certificate|PKIX path (?:building|validation) failed|unable to find valid certification path|\bUntrustedRoot\b|\bPartialChain\b|RemoteCertificateChainErrors|cURL error 60\b|curl: \(60\)|certificate verify failed|verify return code: (?:18|19|20|21)\b|verify error:num=(?:18|19|20|21)\b/i,
    "tls.self_signed_chain",
  ],
  [
    /\bEPROTO\b|unsupported protocol|alert protocol version|tlsv1 alert|wrong version number|handshake[_ ]failure|\bERR_SSL_(?:VERSION_OR_CIPHER_MISMATCH|PROTOCOL_ERROR|WRONG_VERSION_NUMBER)\b|no protocols available|cURL error 35\b|curl: \(35\)|Protocol {1,9}: (?:SSLv3|TLSv1(?:\.1)?)\s*$/i,
    "tls.old_protocol",
  ],
  // The name, the connection, the time.
  [
    /\b(?:ENOTFOUND|EAI_AGAIN|ENODATA)\b|could not resolve (?:host|proxy)|cURL error 6\b|curl: \(6\)|getaddrinfo(?:\(\))?[ _]failed|Name or service not known|Temporary failure in name resolution|nodename nor servname|\bNameResolutionError\b|No such host is known|\bUnknownHostException\b|remote name could not be resolved|\bERR_NAME_NOT_RESOLVED\b/i,
    "net.dns",
  ],
  [
    /\b(?:ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)\b|cURL error 28\b|curl: \(28\)|\b(?:operation|connection|read|request|connect) timed? ?out|\b(?:Read|Connect)Timeout(?:Error)?\b|\b(?:SocketTimeout|HttpTimeout|HttpConnectTimeout)Exception\b|HttpClient\.Timeout|timeout of \d{1,9} ?ms exceeded|connected host has failed to respond|\bERR_(?:CONNECTION_)?TIMED_OUT\b/i,
    "net.timeout",
  ],
  [
    /\b(?:ECONNREFUSED|ECONNRESET|EPIPE|EHOSTUNREACH|ENETUNREACH)\b|connection refused|cURL error 7\b|curl: \(7\)|failed to connect to|actively refused|connection reset by peer|socket hang up|\bConnectionRefusedError\b|\bRemoteDisconnected\b|\bNewConnectionError\b|\bERR_CONNECTION_(?:REFUSED|RESET|CLOSED)\b/i,
    "net.refused",
  ],
  // A browser's console.
  [
    /blocked by CORS policy|No 'Access-Control-Allow-Origin' header|Cross-Origin Request Blocked|CORS header .Access-Control-Allow-Origin|not allowed by Access-Control-Allow-Origin|preflight request doesn't pass/i,
    "client.cors",
  ],
  // The interface before this one.
  [
    /schemas\.xmlsoap\.org|<(?:\w{1,20}:)?Envelope\b|<(?:\w{1,20}:)?TokenId\b|\bSoapFault\b|\bGet\w{2,40}Result>/i,
    "client.legacy_soap",
  ],
  // What the token endpoint says.
  [/service account/i, "token.no_service_account"],
  [/missing form parameter: ?grant_type/i, "token.grant_missing"],
  [/\bunsupported_grant_type\b|unsupported grant_type/i, "token.grant_wrong"],
  [/\bunauthorized_client\b|invalid client secret/i, "token.secret_wrong"],
  [/\binvalid_client\b|Invalid client or Invalid client credentials/i, "token.client_unknown"],
  [/realm does not exist/i, "token.realm_404"],
  // What the Seller API says.
  [/\bseller_not_granted\b/, "seller.not_linked"],
  [/\bseller_id_(?:missing|duplicate)\b/, "seller.header_missing"],
  [/\bseller_id_malformed\b/, "seller.bad_format"],
  [/\btoken_missing\b/, "auth.missing"],
  [/\btoken_expired\b|\btoken_revoked\b|\bjwt expired\b|token (?:has |is )?expired/i, "auth.expired"],
  [/\btoken_invalid\b/, "auth.wrong_issuer"],
  [/\binsufficient_scope\b/, "auth.role_missing"],
  [/\bquota_exceeded\b|\bTooManyRequests\b/, "api.rate_limited"],
  [/\bvalidation_failed\b|\binvalid_parameter\b|\binvalid_body\b/, "api.validation"],
  [/\bmethod_not_allowed\b/, "api.method_405"],
  [/\bnot_acceptable\b/, "api.accept_406"],
  [/\bunsupported_media_type\b/, "api.media_415"],
];

/** Words that say only that the secure connection failed; they count where no line says why. */
export const vagueTls =
  /\bSSLError\b|\bSSLHandshakeException\b|\bAuthenticationException\b|SSL connection could not be established|\bSSL_ERROR_\w{1,40}|\bSSLPeerUnverifiedException\b|remote certificate is invalid|secure channel|SSL routines/i;

/** A browser that says nothing more than that it failed. */
export const vagueBrowser =
  /TypeError: (?:Failed to fetch|NetworkError when attempting)|TypeError: Load failed/i;
