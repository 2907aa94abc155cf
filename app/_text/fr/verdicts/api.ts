import type { VerdictFacts, VerdictText } from "../../verdict-text";

const wait = (f: VerdictFacts) =>
  f.waitSeconds ? ` Il y aura de nouveau de la place dans ${f.waitSeconds} secondes.` : "";

const unreadable: Record<string, string> = {
  not_json: "Le contenu n’est pas l’objet JSON attendu.",
  oversize: "La réponse dépasse 256 Ko\u00a0; elle n’a donc pas été lue jusqu’au bout.",
  no_token: "Le serveur de jetons (token endpoint) a répondu sans jeton utilisable.",
  cut: "La connexion s’est terminée au milieu de la réponse.",
  charset: "Les caractères du contenu ne sont pas ceux qu’annonce son Content-Type.",
  compressed: "Le contenu est compressé d’une façon qui ne peut pas être défaite.",
};

/** Ce que dit l’API vendeur, ou ne dit pas\u00a0; et ce qu’aucun appel ne peut réparer. */
export const api = {
  "api.path_404": {
    title: "Il n’y a rien à ce chemin",
    seen: "Statut 404 avec not_found, ou «\u00a0Resource not found\u00a0».",
    happened: () => "L’API vendeur a répondu 404\u00a0: elle n’a rien à ce chemin.",
    why: "L’adresse de base ou la version est fausse, le chemin est mal écrit, ou ce qu’il nomme n’existe pas pour ce vendeur.",
    todo: "Comparez avec la liste des appels\u00a0: chaque chemin commence par /seller/v2.",
  },
  "api.method_405": {
    title: "Cet appel demande une autre méthode",
    seen: "Statut 405 avec method_not_allowed et un en-tête Allow.",
    happened: (f) => `L’API vendeur a répondu 405${f.allow ? `\u00a0; elle accepte ${f.allow}` : ""}.`,
    why: "Le chemin est juste, mais il a été appelé avec GET au lieu de POST, ou l’inverse.",
    todo: "Utilisez une méthode que nomme l’en-tête Allow.",
  },
  "api.accept_406": {
    title: "L’en-tête Accept demande autre chose",
    seen: "Statut 406 avec not_acceptable.",
    why: "L’API ne répond qu’en JSON\u00a0; l’en-tête Accept de l’appel l’exclut.",
    todo: "Envoyez Accept\u00a0: application/json.",
  },
  "api.media_415": {
    title: "Le corps est annoncé comme autre chose",
    seen: "Statut 415 avec unsupported_media_type.",
    why: "Un corps a été envoyé sans Content-Type\u00a0: application/json.",
    todo: "Envoyez Content-Type\u00a0: application/json avec chaque corps.",
  },
  "api.validation": {
    title: "Une valeur n’est pas acceptée",
    seen: "Statut 400 avec invalid_parameter ou invalid_body, ou 422 avec validation_failed\u00a0; errors nomme les champs.",
    happened: (f) => `L’API vendeur a répondu ${f.status}${f.fields ? `. ${f.fields}` : ""}`,
    why: "Un paramètre ou un champ manque, est mal écrit, sort des bornes, ou ne convient pas à l’état de ce dont il s’agit.",
    todo: "Corrigez les champs nommés\u00a0; la référence dit quelles valeurs chacun accepte.",
  },
  "api.conflict": {
    title: "Cela a changé entre-temps",
    seen: "Statut 409 avec conflict.",
    why: "Quelqu’un d’autre a changé la même chose au même moment, ou son état ne le permet plus.",
    todo: "Relisez-la, et répétez l’appel s’il a encore un sens.",
  },
  "api.rate_limited": {
    title: "Trop d’appels",
    seen: "Statut 429 à l’API vendeur.",
    happened: (f) => `L’API vendeur a répondu 429.${wait(f)}`,
    why: "Attendez aussi longtemps que la réponse l’indique, puis réessayez, en allongeant la pause à chaque fois que cela se reproduit.",
    todo: "Respectez Retry-After, doublez la pause après chaque nouveau 429, et demandez les changements seulement, au lieu de tout.",
  },
  "api.server": {
    title: "L’autre côté a une panne",
    seen: "Statut 500, ou un autre de 500 à 599.",
    happened: (f) => `La réponse avait le statut ${f.status}.`,
    why: "Une erreur là-bas\u00a0; vos valeurs n’y sont pour rien. Réessayez dans un instant.",
    todo: "Réessayez dans un instant. Si cela dure, envoyez-nous le compte rendu avec son numéro de trace.",
  },
  "api.gateway": {
    title: "L’autre côté n’est pas joignable depuis sa propre entrée",
    seen: "Statut 502, 503 ou 504.",
    happened: (f) => `La réponse avait le statut ${f.status}.${wait(f)}`,
    why: "Le serveur de devant est là, celui de derrière est surchargé ou arrêté. Vos valeurs n’y sont pour rien.",
    todo: "Attendez aussi longtemps que l’indique Retry-After, sinon une demi-minute, et doublez la pause à chaque fois.",
  },
  "api.maintenance": {
    title: "L’autre côté est en maintenance",
    seen: "Statut 503 avec une heure de retour lointaine, ou avec le mot maintenance.",
    happened: (f) =>
      `La réponse avait le statut 503.${f.comeBackAt ? ` Elle dit de revenir le ${f.comeBackAt}.` : wait(f)}`,
    why: "Une pause annoncée. Vos valeurs n’y sont pour rien.",
    todo: "Cessez d’appeler jusqu’à l’heure qu’elle nomme, puis reprenez où vous en étiez.",
  },
  "api.body_unreadable": {
    title: "La réponse est illisible",
    seen: "Le statut est bon, mais le contenu est du JSON abîmé, coupé, mal compressé, ou il y manque un champ.",
    happened: (f) =>
      f.field
        ? `Il manque ${f.field} dans la réponse, ou il est d’un autre type.`
        : (unreadable[f.why ?? ""] ?? "Ce qui est arrivé n’était pas une réponse HTTP."),
    why: "Quelque chose entre ici et l’API a modifié ou coupé la réponse, ou l’API elle-même est en panne.",
    todo: "Regardez la réponse brute. Envoyez Accept-Encoding\u00a0: identity pour savoir si la compression est en cause.",
  },
  "api.empty": {
    title: "La réponse est vide",
    seen: "Statut 200 sans contenu.",
    happened: (f) => `La réponse avait le statut ${f.status}, sans contenu.`,
    why: "Quelque chose entre ici et l’API a retiré le contenu, ou l’API elle-même est en panne.",
    todo: "Réessayez, et appelez depuis un autre réseau pour savoir si un serveur mandataire le retire.",
  },
  "client.cors": {
    title: "Appelé depuis une page web",
    seen: "La console du navigateur parle de CORS ou d’Access-Control-Allow-Origin.",
    why: "L’API est faite pour des serveurs. Dans une page web, tout le monde pourrait lire le secret.",
    todo: "Déplacez l’appel vers votre serveur, et créez un nouveau secret si l’ancien s’est trouvé dans une page.",
  },
  "client.legacy_soap": {
    title: "C’est l’ancienne API SOAP",
    seen: "Une enveloppe XML, ou un TokenId à la place d’un jeton.",
    why: "L’extension ou le programme parle l’interface d’avant\u00a0; elle demande deux valeurs, identifiant et mot de passe.",
    todo: "Demandez à l’éditeur la version REST. Elle demande le SellerId seul, ou clientId, clientSecret et SellerId.",
  },
  ok: {
    title: "Cela fonctionne",
    seen: "Statut 200 avec les données du compte vendeur.",
    happened: (f) => `L’API vendeur a répondu ${f.status}${f.shopName ? ` pour ${f.shopName}` : ""}.`,
    why: "Client API, secret et jeton sont en ordre, et le client API peut agir pour ce compte vendeur.",
    todo: "Continuez avec les appels dont vous avez besoin.",
  },
  "ok.but_empty": {
    title: "Cela fonctionne, et il n’y a rien à montrer",
    seen: "Statut 200 avec une liste vide.",
    happened: (f) => `L’API vendeur a répondu ${f.status} avec une liste vide.`,
    why: "Client API, secret, jeton et liaison sont en ordre. Le compte n’en a aucun, ou le filtre n’en laisse aucun.",
    todo: "Appelez sans filtre, ou lisez les informations du vendeur\u00a0: chaque compte en a.",
  },
  unknown: {
    title: "Quelque chose que nous ne reconnaissons pas",
    seen: "Aucune des causes connues ne correspond.",
    happened: (f) =>
      [f.status && `Statut ${f.status}`, f.error, f.detail, f.cause].filter(Boolean).join(" · ") ||
      "L’étape a échoué sans dire pourquoi.",
    why: "Aucune des causes connues ne correspond. Les étapes et la réponse sont tout ce que l’on peut voir.",
    todo: "Envoyez-nous le compte rendu\u00a0: il ne contient aucun secret. Nous répondons, et la liste des causes s’allonge.",
  },
} satisfies Record<string, VerdictText>;
