import type { verdictTexts as en } from "../en/verdicts";

type VerdictFacts = Parameters<(typeof en)["ok"]["happened"]>[0];

const wait = (f: VerdictFacts) =>
  f.waitSeconds ? ` Il y aura de nouveau de la place dans ${f.waitSeconds} secondes.` : "";

const secretLooks: Record<string, string> = {
  stray_space:
    "Ce que vous avez saisi commence ou se termine par un espace ou un retour à la ligne. Copiez le secret sans lui.",
  damaged: "Cela ressemble à l’un de nos secrets, mais une partie manque ou a changé. Copiez-le en entier.",
  hint: "Cela ressemble à l’aperçu d’un secret, qui n’en est que la fin. Le secret lui-même a été affiché une seule fois, à sa création.",
};

const unreadable: Record<string, string> = {
  empty: "La réponse n’a pas de contenu.",
  not_json: "Le contenu n’est pas l’objet JSON attendu.",
  oversize: "La réponse dépasse 256 Ko\u00a0; elle n’a donc pas été lue jusqu’au bout.",
  no_token: "Le serveur de jetons (token endpoint) a répondu sans jeton utilisable.",
};

const claims: Record<string, (f: VerdictFacts) => string> = {
  exp: (f) =>
    `Le jeton était périmé depuis ${f.offSeconds} secondes à son arrivée. L’une des deux horloges est fausse.`,
  iat: (f) => `Le jeton ne commence que dans ${f.offSeconds} secondes. L’une des deux horloges est fausse.`,
  signature: () => "La signature du jeton ne correspond pas aux clés que publie son émetteur.",
};

const ended: Record<string, (at: string) => string> = {
  seller: (at) => `Le vendeur a mis fin à la liaison entre ce client API et le compte vendeur le ${at}.`,
  client: (at) => `Le titulaire du client API a mis fin à la liaison avec le compte vendeur le ${at}.`,
  clock: (at) =>
    `La liaison entre ce client API et le compte vendeur a pris fin le ${at}, car sa durée était écoulée.`,
};

/** Every diagnosis in words. */
export const verdictTexts: typeof en = {
  ok: {
    title: "Cela fonctionne",
    happened: (f) => `L’API vendeur a répondu ${f.status}${f.shopName ? ` pour ${f.shopName}` : ""}.`,
    why: () =>
      "Client API, secret et jeton sont en ordre, et le client API peut agir pour ce compte vendeur.",
  },
  "token.client_unknown": {
    title: "Ce clientId ne fonctionne pas",
    happened: () => "Le serveur de jetons (token endpoint) a refusé le clientId\u00a0: invalid_client.",
    why: (f) =>
      f.deletedAt
        ? `Le client API a été supprimé le ${f.deletedAt}. Un client API supprimé ne revient pas.`
        : "Il est inconnu, suspendu ou supprimé\u00a0; la réponse ne dit pas lequel des trois. Les majuscules, les espaces et les tirets comptent.",
  },
  "token.secret_wrong": {
    title: "Le secret n’est pas correct",
    happened: () =>
      "Le serveur de jetons (token endpoint) connaît le clientId et a refusé le secret\u00a0: unauthorized_client.",
    why: (f) =>
      secretLooks[f.secretLooks ?? ""] ??
      (f.clientRowId
        ? "Ce n’est aucun des secrets de ce client API, ni aucun de ses secrets retirés."
        : "Il est faux, expiré ou retiré\u00a0; la réponse ne dit pas lequel des trois."),
  },
  "token.secret_retired": {
    title: "Ce secret est retiré",
    happened: (f) =>
      `C’est le secret qui se termine par ${f.hint}. Il a cessé de fonctionner le ${f.retiredAt}.`,
    why: () =>
      "Il a été retiré, ou sa période de recouvrement avec un secret plus récent est terminée. Utilisez le plus récent, ou créez-en un autre.",
  },
  "token.client_suspended": {
    title: "Ce client API est suspendu",
    happened: (f) => `Il a été suspendu le ${f.suspendedAt} et n’obtient aucun jeton.`,
    why: () =>
      "Quelqu’un l’a suspendu volontairement. Une fois réactivé, il fonctionne avec les mêmes secrets et les mêmes liaisons.",
  },
  "token.rate_limited": {
    title: "Trop de demandes de jeton",
    happened: (f) => `Le serveur de jetons (token endpoint) a répondu 429.${wait(f)}`,
    why: () =>
      "Un jeton fonctionne pendant toute sa durée de vie\u00a0: conservez-le et utilisez-le pour tous les appels, au lieu d’en demander un à chaque fois.",
  },
  "seller.not_linked": {
    title: "Aucune liaison avec ce compte vendeur",
    happened: (f) =>
      `Le jeton est bon, mais l’API vendeur l’a refusé pour le SellerId ${f.sellerId}\u00a0: 403.`,
    why: (f) =>
      f.linkEndedAt
        ? (ended[f.linkEndedBy ?? ""]?.(f.linkEndedAt) ??
          `La liaison entre ce client API et le compte vendeur a pris fin le ${f.linkEndedAt}.`)
        : "Ce client API n’a pas de liaison ouverte avec ce compte vendeur, ou ce compte n’existe pas\u00a0; la réponse ne dit pas lequel des deux.",
  },
  "seller.bad_format": {
    title: "Ce n’est pas un SellerId",
    happened: (f) =>
      f.unsafe
        ? "Il contient des caractères qu’aucun en-tête ne peut transporter\u00a0; rien n’a donc été envoyé."
        : `L’API vendeur a répondu ${f.status}\u00a0: elle ne peut pas lire le SellerId.`,
    why: () =>
      "Un SellerId compte de 1 à 12 chiffres et ne commence pas par 0. Un nom d’utilisateur, une adresse e-mail ou un nom de boutique n’en est pas un.",
  },
  "seller.open_quota": {
    title: "Le vendeur de test ouvert est très demandé",
    happened: (f) => `Son quota partagé est épuisé\u00a0: 429.${wait(f)}`,
    why: () =>
      "Il n’accepte que quelques appels par minute, tous utilisateurs confondus. Un compte vendeur à vous n’a pas ce quota.",
  },
  "api.rate_limited": {
    title: "Trop d’appels",
    happened: (f) => `L’API vendeur a répondu 429.${wait(f)}`,
    why: () =>
      "Attendez aussi longtemps que la réponse l’indique, puis réessayez, en allongeant la pause à chaque fois que cela se reproduit.",
  },
  "net.dns": {
    title: "L’adresse est introuvable",
    happened: () => "Le nom du serveur de l’API n’a pas pu être résolu d’ici.",
    why: () =>
      "Un serveur de noms ne répond pas, ou l’adresse configurée est fausse. Vos valeurs n’ont pas été envoyées.",
  },
  "net.refused": {
    title: "La connexion a été refusée",
    happened: (f) => `Personne n’a pris l’appel, ou il a été coupé${f.cause ? ` (${f.cause})` : ""}.`,
    why: () =>
      "Le service n’est pas en marche, ou un pare-feu fait obstacle. Vos valeurs n’y sont pour rien.",
  },
  "net.timeout": {
    title: "Pas de réponse à temps",
    happened: () => "Aucune réponse complète n’est arrivée en 10 secondes.",
    why: () => "L’autre côté est surchargé, ou un pare-feu absorbe l’appel. Vos valeurs n’y sont pour rien.",
  },
  "http.html_instead": {
    title: "Une page web est arrivée au lieu de données",
    happened: (f) => `La réponse était une page HTML avec le statut ${f.status}.`,
    why: () =>
      "Un serveur mandataire, un pare-feu ou une page de connexion se trouve entre ici et l’API, ou l’adresse n’est pas celle de l’API.",
  },
  "http.redirect": {
    title: "L’adresse renvoie ailleurs",
    happened: (f) =>
      `La réponse était ${f.status}${f.location ? `, vers ${f.location}` : ""}. Elle n’a pas été suivie.`,
    why: () =>
      "Les secrets et les jetons ne vont qu’à l’adresse configurée. Une redirection signifie que cette adresse n’est pas exacte.",
  },
  "api.server": {
    title: "L’autre côté a une panne",
    happened: (f) => `La réponse avait le statut ${f.status}.`,
    why: () =>
      "Une erreur ou une panne là-bas\u00a0; vos valeurs n’y sont pour rien. Réessayez dans un instant.",
  },
  "api.body_unreadable": {
    title: "La réponse est illisible",
    happened: (f) =>
      f.field
        ? `Il manque ${f.field} dans la réponse, ou il est d’un autre type.`
        : (unreadable[f.why ?? ""] ?? "Ce qui est arrivé n’était pas une réponse HTTP."),
    why: () =>
      "Quelque chose entre ici et l’API a modifié ou coupé la réponse, ou l’API elle-même est en panne.",
  },
  unknown: {
    title: "Quelque chose que nous ne reconnaissons pas",
    happened: (f) =>
      claims[f.claim ?? ""]?.(f) ??
      ([f.status && `Statut ${f.status}`, f.error, f.detail, f.cause].filter(Boolean).join(" · ") ||
        "L’étape a échoué sans dire pourquoi."),
    why: () =>
      "Aucune des causes connues ne correspond. Les étapes et la réponse ci-dessous sont tout ce que l’on peut voir.",
  },
};
