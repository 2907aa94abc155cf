import type { VerdictText } from "../../verdict-text";

/** Ce qui ne va pas avec le jeton que porte un appel. */
export const auth = {
  "auth.missing": {
    title: "L’appel ne porte pas de jeton",
    seen: "Statut 401 avec token_missing\u00a0; la requête n’a pas d’en-tête Authorization.",
    why: "L’en-tête n’a jamais été mis, ou une redirection ou un serveur mandataire l’a retiré.",
    todo: "Envoyez Authorization\u00a0: Bearer et l’access_token à chaque appel, à l’adresse exacte.",
  },
  "auth.no_bearer": {
    title: "«\u00a0Bearer\u00a0» manque devant le jeton",
    seen: "Statut 401\u00a0; l’en-tête Authorization contient le jeton seul, ou un autre mot devant.",
    why: "L’en-tête a deux parties\u00a0: le mot Bearer, un espace, puis le jeton.",
    todo: "Écrivez Authorization\u00a0: Bearer, un espace, puis le jeton.",
  },
  "auth.quoted_or_cut": {
    title: "Le jeton est abîmé",
    seen: "Statut 401\u00a0; le jeton n’a pas trois parties séparées par deux points, ou contient des guillemets ou un retour à la ligne.",
    why: "Il a été copié à la main et a perdu sa fin, ou ses guillemets sont venus avec lui.",
    todo: "Lisez access_token dans la réponse JSON par programme, et envoyez-le sans le modifier.",
  },
  "auth.secret_as_token": {
    title: "C’est le secret, pas un jeton",
    seen: "Statut 401\u00a0; ce qui suit Bearer est le clientSecret.",
    why: "Le secret sert à obtenir des jetons à l’adresse des jetons\u00a0; lui-même n’ouvre rien.",
    todo: "Demandez d’abord un jeton et envoyez son access_token. Si le secret est ainsi parti ailleurs, créez-en un nouveau.",
  },
  "auth.id_token": {
    title: "C’est un id_token",
    seen: "Statut 401\u00a0; le jeton dit qui est quelqu’un, et non ce qu’un client API a le droit de faire.",
    why: "Certaines bibliothèques donnent les deux. L’API vendeur n’accepte que l’access_token.",
    todo: "Envoyez l’access_token de la réponse, et laissez scope de côté ou vide.",
  },
  "auth.expired": {
    title: "Le jeton est périmé",
    seen: "Statut 401 avec token_expired ou token_revoked.",
    happened: (f) =>
      f.revoked ? "Le jeton a été retiré avant son terme." : "La durée de vie du jeton est écoulée.",
    why: "Un jeton vit aussi longtemps que le dit expires_in, environ deux heures, ou jusqu’à ce que quelqu’un y mette fin.",
    because: (f) =>
      f.revoked
        ? "Il a été révoqué, son client API a été suspendu ou supprimé, ou un secret a été coupé."
        : "Un jeton vit aussi longtemps que le dit expires_in, environ deux heures, ou jusqu’à ce que quelqu’un y mette fin.",
    todo: "Demandez un nouveau jeton une minute avant la fin de l’ancien\u00a0; sur un 401, redemandez une fois et répétez l’appel une fois.",
  },
  "auth.wrong_issuer": {
    title: "Le jeton vient d’ailleurs",
    seen: "Statut 401 avec token_invalid\u00a0; iss nomme un autre émetteur, ou la signature ne correspond à aucune de ses clés.",
    happened: (f) =>
      f.issuer && f.expectedIssuer
        ? `Le jeton a été émis par ${f.issuer}\u00a0; cette API fait confiance à ${f.expectedIssuer}.`
        : "Le jeton n’est pas signé par une clé à laquelle cette API fait confiance.",
    why: "Un jeton de l’environnement de test a été envoyé à celui de production, ou l’inverse.",
    todo: "Prenez l’adresse des jetons et celle de l’API dans le même environnement\u00a0; changez les deux ensemble.",
  },
  "auth.wrong_audience": {
    title: "Le jeton est destiné à une autre API",
    seen: "Statut 401 avec token_invalid\u00a0; aud ne nomme pas SELLER_MARKETPLACE-API.",
    happened: (f) =>
      f.audience
        ? `Le jeton est destiné à ${f.audience}, et non à l’API vendeur.`
        : "Le jeton n’est pas destiné à l’API vendeur.",
    why: "Il a été obtenu par un client d’une autre sorte, ou dans un autre environnement.",
    todo: "Demandez le jeton avec un client API de ce portail, à l’adresse des jetons de ce portail.",
  },
  "auth.role_missing": {
    title: "Le jeton n’a pas ce droit",
    seen: "Statut 403 avec insufficient_scope\u00a0; le rôle n’est pas dans resource_access.",
    happened: (f) =>
      f.role
        ? `L’appel demande le rôle ${f.role}\u00a0; le jeton a ${f.roles || "aucun rôle"}.`
        : "Il manque au jeton le rôle que demande cet appel.",
    why: "La partie de l’API à laquelle appartient cet appel n’est pas accordée au client API.",
    todo: "Demandez par l’aide le rôle qui manque, en nommant le clientId et l’appel.",
  },
} satisfies Record<string, VerdictText>;
