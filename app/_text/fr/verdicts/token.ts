import type { VerdictFacts, VerdictText } from "../../verdict-text";

const wait = (f: VerdictFacts) =>
  f.waitSeconds ? ` Il y aura de nouveau de la place dans ${f.waitSeconds} secondes.` : "";

const secretLooks: Record<string, string> = {
  stray_space:
    "Ce que vous avez saisi commence ou se termine par un espace ou un retour à la ligne. Copiez le secret sans lui.",
  damaged: "Cela ressemble à l’un de nos secrets, mais une partie manque ou a changé. Copiez-le en entier.",
  hint: "Cela ressemble à l’aperçu d’un secret, qui n’en est que la fin. Le secret lui-même a été affiché une seule fois, à sa création.",
  swapped: "clientId et clientSecret semblent intervertis. Mettez chacun dans l’autre champ.",
  encoded:
    "Cela semble encodé pour une adresse, avec des signes %. Saisissez le secret tel qu’il a été affiché.",
};

const suspender: Record<string, string> = {
  operator: "L’équipe de la place de marché l’a suspendu\u00a0; elle seule peut le réactiver.",
  member:
    "Quelqu’un de votre organisation l’a suspendu volontairement. Une fois réactivé, il fonctionne avec les mêmes secrets et les mêmes liaisons.",
};

const clocks: Record<string, (seconds: string) => string> = {
  exp: (seconds) => `Le jeton était périmé depuis ${seconds} secondes à son arrivée.`,
  iat: (seconds) => `Le jeton ne commence que dans ${seconds} secondes.`,
};

/** Ce que refuse le serveur de jetons. */
export const token = {
  "token.method": {
    title: "L’adresse des jetons n’accepte que POST",
    seen: "Statut 405 à l’adresse des jetons, avec «\u00a0Allow: POST\u00a0».",
    why: "L’adresse a été ouverte dans un navigateur, ou l’outil envoie GET.",
    todo: "Envoyez un POST avec grant_type, client_id et client_secret dans le corps.",
  },
  "token.media_type": {
    title: "Les valeurs ont été envoyées dans un mauvais format",
    seen: "Statut 415 à l’adresse des jetons, ou «\u00a0Missing form parameter\u00a0» alors que tout a été envoyé en JSON.",
    why: "L’adresse des jetons lit des formulaires\u00a0: application/x-www-form-urlencoded. JSON et multipart ne sont pas lus.",
    todo: "Envoyez les trois valeurs en formulaire. Dans Postman, choisissez x-www-form-urlencoded, ni raw ni form-data.",
  },
  "token.grant_missing": {
    title: "grant_type manque",
    seen: "invalid_request\u00a0: «\u00a0Missing form parameter: grant_type\u00a0».",
    why: "Le corps est vide, grant_type porte un autre nom, ou le Content-Type d’un formulaire manque\u00a0; rien n’a donc été lu.",
    todo: "Envoyez grant_type=client_credentials dans le corps, en formulaire, avec Content-Type\u00a0: application/x-www-form-urlencoded.",
  },
  "token.grant_wrong": {
    title: "Ce grant_type n’existe pas ici",
    seen: "La réponse porte l’erreur unsupported_grant_type.",
    why: "L’outil demande par mot de passe, par code ou par jeton de rafraîchissement. Un client API a sa propre voie\u00a0: client_credentials.",
    todo: "Indiquez grant_type=client_credentials. Il n’y a pas de jeton de rafraîchissement\u00a0: demandez un nouveau jeton peu avant la fin de l’ancien.",
  },
  "token.client_unknown": {
    title: "Ce clientId ne fonctionne pas",
    seen: "Statut 401 (autrefois 400) avec invalid_client.",
    happened: () => "Le serveur de jetons (token endpoint) a refusé le clientId\u00a0: invalid_client.",
    why: "Il est inconnu, suspendu ou supprimé\u00a0; la réponse ne dit pas lequel des trois. Les majuscules, les espaces et les tirets comptent.",
    because: (f) =>
      f.deletedAt
        ? `Le client API a été supprimé le ${f.deletedAt}. Un client API supprimé ne revient pas.`
        : f.writtenAs
          ? `Votre client API s’écrit ${f.writtenAs}. Les majuscules, les espaces et les tirets comptent.`
          : (secretLooks[f.secretLooks ?? ""] ??
            "Il est inconnu, suspendu ou supprimé\u00a0; la réponse ne dit pas lequel des trois. Les majuscules, les espaces et les tirets comptent."),
    todo: "Copiez le clientId depuis sa page, caractère par caractère. Si le client API appartient à quelqu’un d’autre, demandez-lui s’il est suspendu.",
  },
  "token.secret_wrong": {
    title: "Le secret n’est pas correct",
    seen: "Statut 401 avec unauthorized_client.",
    happened: () =>
      "Le serveur de jetons (token endpoint) connaît le clientId et a refusé le secret\u00a0: unauthorized_client.",
    why: "Il est faux, expiré ou retiré\u00a0; la réponse ne dit pas lequel des trois.",
    because: (f) =>
      f.belongsTo
        ? `C’est un secret de votre client API ${f.belongsTo}, et non de ${f.clientId}.`
        : (secretLooks[f.secretLooks ?? ""] ??
          (f.clientRowId
            ? "Ce n’est aucun des secrets de ce client API, ni aucun de ses secrets retirés."
            : "Il est faux, expiré ou retiré\u00a0; la réponse ne dit pas lequel des trois.")),
    todo: "Copiez-le à nouveau, en entier, sans espace ni retour à la ligne aux extrémités. Un secret perdu ne peut pas être réaffiché\u00a0: créez-en un nouveau.",
  },
  "token.secret_retired": {
    title: "Ce secret est retiré",
    seen: "Statut 401 avec unauthorized_client, pour un secret qui fonctionnait auparavant.",
    happened: (f) =>
      `C’est le secret qui se termine par ${f.hint}. Il a cessé de fonctionner le ${f.retiredAt}.`,
    why: "Il a été retiré, ou sa période de recouvrement avec un secret plus récent est terminée. Utilisez le plus récent, ou créez-en un autre.",
    todo: "Mettez le secret plus récent partout où l’ancien est encore utilisé, ou créez-en un autre.",
  },
  "token.secret_is_fingerprint": {
    title: "C’est l’aperçu, pas le secret",
    seen: "La valeur envoyée comme clientSecret est le début et la fin masqués que montrent les listes.",
    happened: (f) =>
      f.hint
        ? `Vous avez saisi l’aperçu du secret qui se termine par ${f.hint}.`
        : "Vous avez saisi ce que les listes montrent d’un secret.",
    why: "Les listes n’en montrent qu’une partie, pour que vous distinguiez vos secrets. Le secret lui-même a été affiché une seule fois, à sa création.",
    todo: "Prenez le secret là où il a été conservé. S’il est perdu, créez-en un nouveau\u00a0; l’ancien peut continuer à fonctionner entre-temps.",
  },
  "token.swapped": {
    title: "clientId et clientSecret sont intervertis",
    seen: "Le clientId ressemble à un secret, et le clientSecret à un clientId.",
    why: "Certaines extensions les appellent identifiant et mot de passe, ou les demandent dans l’autre ordre.",
    todo: "Mettez le clientId dans le premier champ et le secret dans le second. Si d’autres ont vu le secret dans le mauvais champ, créez-en un nouveau.",
  },
  "token.encoded": {
    title: "Le secret a été encodé deux fois ou pas du tout",
    seen: "Un secret avec +, %, & ou = fonctionne dans un outil et pas dans un autre.",
    happened: () => "Ce que vous avez saisi est juste une fois ses signes % décodés.",
    why: "Dans un formulaire, chaque valeur est encodée exactement une fois. Deux fois, ou pas du tout, elle arrive différente.",
    todo: "Saisissez le secret tel qu’il a été affiché et laissez l’outil l’encoder, comme le fait curl avec --data-urlencode.",
  },
  "token.client_suspended": {
    title: "Ce client API est suspendu",
    seen: "Statut 401 avec invalid_client, pour un client API qui fonctionnait auparavant.",
    happened: (f) =>
      `Il a été suspendu le ${f.suspendedAt} et n’obtient aucun jeton.${f.reason ? ` Motif\u00a0: ${f.reason}` : ""}`,
    why: "Quelqu’un l’a suspendu volontairement. Une fois réactivé, il fonctionne avec les mêmes secrets et les mêmes liaisons.",
    because: (f) =>
      suspender[f.suspendedBy ?? ""] ??
      "Quelqu’un l’a suspendu volontairement. Une fois réactivé, il fonctionne avec les mêmes secrets et les mêmes liaisons.",
    todo: "Cherchez pourquoi il a été suspendu, puis réactivez-le sur sa page. Si c’est l’équipe de la place de marché, répondez-lui par l’aide.",
  },
  "token.no_service_account": {
    title: "Le client API n’est pas encore prêt",
    seen: "La réponse dit «\u00a0Client not enabled to retrieve service account\u00a0».",
    why: "Le client API existe, mais son compte machine n’a pas été activé à sa création.",
    todo: "Indiquez-nous le clientId par l’aide\u00a0: c’est à nous de l’activer.",
  },
  "token.realm_404": {
    title: "Le chemin de l’adresse des jetons est faux",
    seen: "Statut 404 au serveur de jetons\u00a0: «\u00a0Realm does not exist\u00a0», ou un simple «\u00a0not found\u00a0».",
    happened: (f) => `Le serveur de jetons a répondu ${f.status}\u00a0: il n’a rien à ce chemin.`,
    why: "Une partie du chemin est mal écrite ou manque. C’est /auth/realms/maas/protocol/openid-connect/token.",
    todo: "Copiez d’ici toute l’adresse des jetons.",
  },
  "token.rate_limited": {
    title: "Trop de demandes de jeton",
    seen: "Statut 429 à l’adresse des jetons.",
    happened: (f) => `Le serveur de jetons (token endpoint) a répondu 429.${wait(f)}`,
    why: "Un jeton fonctionne pendant toute sa durée de vie\u00a0: conservez-le et utilisez-le pour tous les appels, au lieu d’en demander un à chaque fois.",
    todo: "Attendez aussi longtemps que l’indique Retry-After. Ensuite, gardez chaque jeton jusqu’à une minute avant sa fin.",
  },
  "token.clock_skew": {
    title: "Deux horloges ne concordent pas",
    seen: "Un jeton tout neuf est refusé comme périmé ou pas encore valable.",
    happened: (f) =>
      clocks[f.claim ?? ""]?.(f.offSeconds ?? "") ??
      "Les heures du jeton ne conviennent pas à l’horloge de celui qui le vérifie.",
    why: "L’horloge d’une des machines est fausse de plus d’une minute.",
    todo: "Laissez la machine régler son horloge par le réseau (NTP), et comptez la durée du jeton depuis son arrivée, par expires_in.",
  },
} satisfies Record<string, VerdictText>;
