import type { VerdictFacts, VerdictText } from "../../verdict-text";

const wait = (f: VerdictFacts) =>
  f.waitSeconds ? ` Il y aura de nouveau de la place dans ${f.waitSeconds} secondes.` : "";

const ended: Record<string, (at: string) => string> = {
  seller: (at) => `Le vendeur a mis fin à la liaison entre ce client API et le compte vendeur le ${at}.`,
  client: (at) => `Le titulaire du client API a mis fin à la liaison avec le compte vendeur le ${at}.`,
  operator: (at) =>
    `L’équipe de la place de marché a mis fin le ${at} à la liaison entre ce client API et le compte vendeur.`,
  clock: (at) =>
    `La liaison entre ce client API et le compte vendeur a pris fin le ${at}, car sa durée était écoulée.`,
};

const endReasons: Record<string, string> = {
  not_used: " Motif indiqué\u00a0: plus utilisée.",
  switching: " Motif indiqué\u00a0: changement de partenaire.",
  mistake: " Motif indiqué\u00a0: liaison faite par erreur.",
  security: " Motif indiqué\u00a0: sécurité.",
  client_deleted: " Le client API a été supprimé.",
};

const noLink =
  "Ce client API n’a pas de liaison ouverte avec ce compte vendeur, ou ce compte n’existe pas\u00a0; la réponse ne dit pas lequel des deux.";

/** Ce qui ne va pas avec le SellerId, ou avec la liaison. */
export const seller = {
  "seller.header_missing": {
    title: "L’en-tête SellerId manque",
    seen: "Statut 400 avec seller_id_missing ou seller_id_duplicate.",
    happened: (f) =>
      f.twice
        ? "L’en-tête SellerId a été envoyé plus d’une fois."
        : "L’appel n’a pas dit pour quel compte vendeur il est.",
    why: "Un jeton ne contient pas de vendeur. Chaque appel dit pour quel compte il est, dans l’en-tête SellerId.",
    todo: "Envoyez SellerId\u00a0: avec le numéro, une fois, à chaque appel.",
  },
  "seller.in_query": {
    title: "Le SellerId est au mauvais endroit",
    seen: "Le numéro se trouve dans l’adresse ou dans le corps, et l’en-tête manque.",
    why: "L’API ne le lit que dans l’en-tête SellerId.",
    todo: "Mettez le numéro dans l’en-tête SellerId.",
  },
  "seller.bad_format": {
    title: "Ce n’est pas un SellerId",
    seen: "Statut 400 avec seller_id_malformed.",
    happened: (f) =>
      f.unsafe
        ? "Il contient des caractères qu’aucun en-tête ne peut transporter\u00a0; rien n’a donc été envoyé."
        : `L’API vendeur a répondu ${f.status}\u00a0: elle ne peut pas lire le SellerId.`,
    why: "Un SellerId compte de 1 à 12 chiffres et ne commence pas par 0. Un nom d’utilisateur, une adresse e-mail ou un nom de boutique n’en est pas un.",
    todo: "Le numéro se trouve dans l’espace vendeur, sous Paramètres, ou ici sur la page du vendeur.",
  },
  "seller.not_linked": {
    title: "Aucune liaison avec ce compte vendeur",
    seen: "Statut 403 avec seller_not_granted.",
    happened: (f) =>
      `Le jeton est bon, mais l’API vendeur l’a refusé pour le SellerId ${f.sellerId}\u00a0: 403.`,
    why: noLink,
    todo: "Le propriétaire du compte vendeur crée la liaison dans ce portail\u00a0; envoyez-lui un lien d’invitation. Vérifiez aussi le numéro.",
  },
  "seller.pending": {
    title: "Le vendeur n’a pas encore répondu",
    seen: "Statut 403 avec seller_not_granted, pendant qu’une demande au vendeur est ouverte.",
    happened: (f) => `L’accès a été demandé au vendeur le ${f.askedAt}\u00a0; il n’a pas encore répondu.`,
    why: "Seul le propriétaire du compte vendeur peut dire oui. D’ici là, chaque appel répond 403.",
    todo: "Rappelez la demande au vendeur, ou renvoyez-la. Elle l’attend sur sa page d’accueil.",
  },
  "seller.declined": {
    title: "Le vendeur a refusé",
    seen: "Statut 403 avec seller_not_granted, après une demande refusée.",
    happened: (f) =>
      `Le vendeur a refusé la demande le ${f.declinedAt}.${f.reason ? ` Motif\u00a0: ${f.reason}` : ""}`,
    why: "Le propriétaire du compte vendeur ne veut pas que ce client API agisse pour lui, ou l’a pris pour un autre.",
    todo: "Parlez d’abord avec le vendeur\u00a0; demandez ensuite à nouveau, en quelques mots qui disent qui vous êtes.",
  },
  "seller.ended": {
    title: "La liaison a pris fin",
    seen: "Statut 403 avec seller_not_granted, pour un compte vendeur qui fonctionnait auparavant.",
    happened: (f) =>
      `Le jeton est bon, mais l’API vendeur l’a refusé pour le SellerId ${f.sellerId}\u00a0: 403.`,
    why: "Une liaison prend fin quand l’un des deux côtés y met fin, ou le jour fixé pour cela.",
    because: (f) =>
      (ended[f.linkEndedBy ?? ""]?.(f.linkEndedAt ?? "") ??
        `La liaison entre ce client API et le compte vendeur a pris fin le ${f.linkEndedAt}.`) +
      (endReasons[f.endReason ?? ""] ?? ""),
    todo: "Le propriétaire du compte vendeur peut recréer la liaison à tout moment.",
  },
  "seller.other_client": {
    title: "La liaison est avec un autre de vos clients API",
    seen: "Statut 403 avec seller_not_granted, alors qu’un autre client API de la même organisation a la liaison.",
    happened: (f) =>
      `La liaison du SellerId ${f.sellerId} est avec votre client API ${f.otherClientId}, et non avec ${f.clientId}.`,
    why: "Une liaison appartient à un seul clientId. Les clients API d’une organisation ne partagent pas les leurs.",
    todo: "Utilisez le clientId et le secret du client API qui a la liaison, ou laissez le vendeur en créer une pour celui-ci aussi.",
  },
  "seller.unknown": {
    title: "Ce compte vendeur n’existe pas",
    seen: "Statut 404 pour le vendeur, alors que l’adresse est juste.",
    happened: (f) => `L’API vendeur a répondu ${f.status} pour le SellerId ${f.sellerId}.`,
    why: "Le numéro est mal écrit, ou appartient à un autre environnement.",
    todo: "Comparez le numéro avec celui de l’espace vendeur, sous Paramètres.",
  },
  "seller.closed": {
    title: "Le compte vendeur est fermé",
    seen: "L’appel fonctionne, et seller_state dit Deactivated, ou seller_sub_state BannedSeller.",
    happened: (f) => `L’API vendeur a répondu, et dit du compte\u00a0: ${f.state}.`,
    why: "La place de marché a fermé ou suspendu la boutique. Client API et liaison sont en ordre.",
    todo: "Le propriétaire du compte vendeur règle cela dans l’espace vendeur.",
  },
  "seller.open_quota": {
    title: "Le vendeur de test ouvert est très demandé",
    seen: "Statut 429 pour le SellerId 98979 ou 700982.",
    happened: (f) => `Son quota partagé est épuisé\u00a0: 429.${wait(f)}`,
    why: "Il n’accepte que quelques appels par minute, tous utilisateurs confondus. Un compte vendeur à vous n’a pas ce quota.",
    todo: "Attendez une minute, ou reliez un compte vendeur à vous.",
  },
} satisfies Record<string, VerdictText>;
