import type { VerdictText } from "../../verdict-text";

const at = (host?: string) => (host ? ` Le serveur est ${host}.` : "");

/** Ce qui échoue avant toute lecture. */
export const way = {
  "net.dns": {
    title: "L’adresse est introuvable",
    seen: "Le nom du serveur ne peut pas être résolu\u00a0: ENOTFOUND, EAI_AGAIN, «\u00a0could not resolve host\u00a0».",
    happened: (f) => `Le nom du serveur de l’API n’a pas pu être résolu d’ici.${at(f.host)}`,
    why: "Le nom est mal écrit ou hors service, ou un serveur de noms ne répond pas. Aucune valeur n’a été envoyée.",
    todo: "Comparez le nom avec l’adresse configurée, lettre par lettre, et copiez-la d’ici. S’il est identique, réessayez dans un instant et interrogez les responsables de votre réseau.",
  },
  "net.retired_host": {
    title: "Cette adresse est hors service",
    seen: "L’appel va à oauth2.cdiscount.com, à sts.cdiscount.com ou à un autre serveur qui n’est plus en service.",
    happened: (f) =>
      f.configured
        ? `Ce portail est configuré pour appeler ${f.host}, qui n’est plus en service.`
        : `L’appel va à ${f.host || "un serveur"}, qui n’est plus en service.`,
    why: "Des tutoriels et d’anciennes extensions nomment encore l’ancien serveur de connexion. Seule l’adresse a changé\u00a0; clientId et clientSecret restent.",
    todo: "Dans votre programme\u00a0: remplacez l’adresse par l’actuelle, ou prenez les fichiers prêts à l’emploi. D’ici\u00a0: l’exploitant de ce portail doit changer son adresse\u00a0; demandez de l’aide.",
  },
  "net.refused": {
    title: "La connexion a été refusée",
    seen: "ECONNREFUSED, ECONNRESET ou «\u00a0connection refused\u00a0»\u00a0: personne ne prend l’appel, ou il est coupé.",
    happened: (f) =>
      `Personne n’a pris l’appel, ou il a été coupé${f.cause ? ` (${f.cause})` : ""}.${at(f.host)}`,
    why: "Le service n’est pas en marche, ou un pare-feu fait obstacle. Vos valeurs n’y sont pour rien.",
    todo: "Depuis votre serveur\u00a0: autorisez le https sortant vers les deux adresses configurées, port 443. D’ici\u00a0: relancez l’appel.",
  },
  "net.timeout": {
    title: "Pas de réponse à temps",
    seen: "ETIMEDOUT, «\u00a0timed out\u00a0», ou rien du tout pendant dix secondes.",
    happened: () => "Aucune réponse complète n’est arrivée en 10 secondes.",
    why: "L’autre côté est surchargé, ou un pare-feu absorbe l’appel. Vos valeurs n’y sont pour rien.",
    todo: "Réessayez. S’il n’y a jamais de réponse depuis votre serveur mais qu’il y en a d’ici, autorisez là-bas le https sortant vers les deux adresses configurées.",
  },
  "tls.self_signed_chain": {
    title: "Personne de connu ne garantit le certificat",
    seen: "SELF_SIGNED_CERT_IN_CHAIN, UNABLE_TO_VERIFY_LEAF_SIGNATURE, «\u00a0PKIX path building failed\u00a0», cURL error 60.",
    happened: (f) => `Le certificat est signé par un inconnu${f.cause ? ` (${f.cause})` : ""}.${at(f.host)}`,
    why: "Le plus souvent, un serveur mandataire de l’entreprise ouvre la connexion et la signe à nouveau avec l’autorité de l’entreprise.",
    todo: "Donnez à votre outil le certificat de cette autorité, que détient votre service informatique. La vérification reste active\u00a0: sans elle, n’importe qui sur le trajet lit votre secret.",
  },
  "tls.expired": {
    title: "Le certificat n’est pas valable aujourd’hui",
    seen: "CERT_HAS_EXPIRED, CERT_NOT_YET_VALID, «\u00a0certificate has expired\u00a0».",
    happened: (f) =>
      `Le certificat n’est pas valable aujourd’hui${f.cause ? ` (${f.cause})` : ""}.${at(f.host)}`,
    why: "Soit l’horloge de la machine qui appelle est fausse, soit le certificat n’a pas été renouvelé à temps.",
    todo: "Vérifiez d’abord l’horloge de votre machine. Si elle est juste, indiquez-nous le serveur\u00a0: le certificat sera renouvelé là-bas.",
  },
  "tls.name": {
    title: "Le certificat porte un autre nom",
    seen: "ERR_TLS_CERT_ALTNAME_INVALID, «\u00a0hostname mismatch\u00a0», «\u00a0no alternative certificate subject name matches\u00a0».",
    happened: (f) => `Le certificat est établi pour ${f.names || "d’autres noms"}.${at(f.host)}`,
    why: "L’adresse nomme un autre serveur que celui voulu\u00a0: faute de frappe, nombre à la place du nom, ou entrée dans un fichier hosts.",
    todo: "Copiez l’adresse d’ici, avec son nom et non avec un nombre, et retirez l’entrée du fichier hosts.",
  },
  "tls.old_protocol": {
    title: "Aucune version de TLS en commun",
    seen: "EPROTO, «\u00a0protocol version alert\u00a0», «\u00a0wrong version number\u00a0», «\u00a0handshake failure\u00a0».",
    happened: (f) =>
      `Les deux côtés n’ont pas pu convenir d’une connexion sécurisée${f.cause ? ` (${f.cause})` : ""}.${at(f.host)}`,
    why: "Un côté ne connaît que des versions de TLS antérieures à 1.2, ou ce qui écoute à ce port ne parle pas TLS.",
    todo: "Utilisez un environnement avec TLS 1.2 ou plus récent\u00a0: Java 8, .NET Framework 4.6.2, PHP avec OpenSSL 1.0.1, Python 3.6, Node.js 12, ou ultérieur. Vérifiez que l’adresse a le bon port.",
  },
  "http.html_instead": {
    title: "Une page web est arrivée au lieu de données",
    seen: "La réponse est du text/html\u00a0: une page de connexion, de blocage ou d’erreur.",
    happened: (f) => `La réponse était une page HTML avec le statut ${f.status}.`,
    why: "Un serveur mandataire, un pare-feu ou une page de connexion se trouve entre ici et l’API, ou l’adresse n’est pas celle de l’API.",
    todo: "Comparez l’adresse avec celle qui est configurée. Si elle est identique, donnez aux responsables du serveur mandataire la référence que montre la page.",
  },
  "http.redirect": {
    title: "L’adresse renvoie ailleurs",
    seen: "Un statut de 300 à 399 avec un en-tête Location.",
    happened: (f) =>
      `La réponse était ${f.status}${f.location ? `, vers ${f.location}` : ""}. Elle n’a pas été suivie.`,
    why: "Les secrets et les jetons ne vont qu’à l’adresse configurée. Une redirection signifie que cette adresse n’est pas exacte.",
    todo: "Utilisez l’adresse exacte\u00a0: https et non http, avec tout son chemin et sans barre oblique à la fin.",
  },
} satisfies Record<string, VerdictText>;
