import type { VerdictText } from "../../verdict-text";

const at = (host?: string) => (host ? ` The host is ${host}.` : "");

/** What goes wrong before anything is read: name, connection, certificate, an answer from somebody else. */
export const way = {
  "net.dns": {
    title: "The address was not found",
    seen: "The host's name cannot be resolved: ENOTFOUND, EAI_AGAIN, “could not resolve host”.",
    happened: (f) => `The name of the API's host could not be resolved from here.${at(f.host)}`,
    why: "The host is mistyped or retired, or a name server does not answer. No value was sent.",
    todo: "Compare the host with the configured address, letter by letter, and copy it from here. If it is the same, try again in a moment and ask whoever runs your network.",
  },
  "net.retired_host": {
    title: "This address is retired",
    seen: "The call goes to oauth2.cdiscount.com, sts.cdiscount.com or another host that is out of service.",
    happened: (f) =>
      f.configured
        ? `This portal is set up to call ${f.host}, which is out of service.`
        : `The call goes to ${f.host || "a host"} that is out of service.`,
    why: "Tutorials and old plugins still name the former sign-in host. Only the address changed; clientId and clientSecret stay.",
    todo: "In your own program: replace the address by the current one, or take the ready files. From here: whoever runs this portal has to change its address; ask for help.",
  },
  "net.refused": {
    title: "The connection was refused",
    seen: "ECONNREFUSED, ECONNRESET or “connection refused”: nobody takes the call, or it is broken off.",
    happened: (f) =>
      `Nobody took the call, or it was broken off${f.cause ? ` (${f.cause})` : ""}.${at(f.host)}`,
    why: "The service is not running, or a firewall stands in between. Your values are not the cause.",
    todo: "From your own server: allow outgoing https to the two configured hosts, port 443. From here: run it again.",
  },
  "net.timeout": {
    title: "No answer in time",
    seen: "ETIMEDOUT, “timed out”, or nothing at all for ten seconds.",
    happened: () => "There was no complete answer within 10 seconds.",
    why: "The other side is overloaded, or a firewall swallows the call. Your values are not the cause.",
    todo: "Try again. If it never answers from your server but does from here, allow outgoing https to the two configured hosts there.",
  },
  "tls.self_signed_chain": {
    title: "Nobody known vouches for the certificate",
    seen: "SELF_SIGNED_CERT_IN_CHAIN, UNABLE_TO_VERIFY_LEAF_SIGNATURE, “PKIX path building failed”, cURL error 60.",
    happened: (f) =>
      `The certificate is signed by somebody unknown${f.cause ? ` (${f.cause})` : ""}.${at(f.host)}`,
    why: "Most often a proxy of the own company opens the connection and signs it again with the company's own authority.",
    todo: "Give your tool the certificate of that authority, which your IT department has. Checking stays on: without it anybody on the way reads your secret.",
  },
  "tls.expired": {
    title: "The certificate is out of date",
    seen: "CERT_HAS_EXPIRED, CERT_NOT_YET_VALID, “certificate has expired”.",
    happened: (f) => `The certificate is not valid today${f.cause ? ` (${f.cause})` : ""}.${at(f.host)}`,
    why: "Either the clock of the calling machine is wrong, or the certificate was not renewed in time.",
    todo: "Compare the clock of your machine with the right time first. If it is right, tell us the host: the certificate is renewed over there.",
  },
  "tls.name": {
    title: "The certificate belongs to another name",
    seen: "ERR_TLS_CERT_ALTNAME_INVALID, “hostname mismatch”, “no alternative certificate subject name matches”.",
    happened: (f) => `The certificate is for ${f.names || "other names"}.${at(f.host)}`,
    why: "The address names another host than the one meant, by a typing error, a number in place of the name, or an entry in a hosts file.",
    todo: "Copy the address from here, with its name and not with a number, and remove a hosts entry for it.",
  },
  "tls.old_protocol": {
    title: "No common version of TLS",
    seen: "EPROTO, “protocol version alert”, “wrong version number”, “handshake failure”.",
    happened: (f) =>
      `The two sides could not agree on a secure connection${f.cause ? ` (${f.cause})` : ""}.${at(f.host)}`,
    why: "One side knows only versions of TLS before 1.2, or what listens at this port speaks no TLS at all.",
    todo: "Use a runtime with TLS 1.2 or newer: Java 8, .NET Framework 4.6.2, PHP with OpenSSL 1.0.1, Python 3.6, Node.js 12, or later. Check that the address has the right port.",
  },
  "http.html_instead": {
    title: "A web page came instead of data",
    seen: "The answer is text/html: a sign-in page, a block page, an error page.",
    happened: (f) => `The answer was an HTML page with status ${f.status}.`,
    why: "A proxy, a firewall or a sign-in page stands between here and the API, or the address is not the API's.",
    todo: "Compare the address with the configured one. If it is the same, give whoever runs the proxy the reference on the page.",
  },
  "http.redirect": {
    title: "The address points elsewhere",
    seen: "A status from 300 to 399 with a Location header.",
    happened: (f) =>
      `The answer was ${f.status}${f.location ? `, towards ${f.location}` : ""}. It was not followed.`,
    why: "Secrets and tokens go to the configured address only. A redirect means that this address is not the exact one.",
    todo: "Use the address exactly: https, not http, with its whole path and without a slash at the end.",
  },
} satisfies Record<string, VerdictText>;
