import type { portalApi as en } from "../en/portal-api";

/** The portal API in words; its shapes stand in the description for programs. */
export const portalApi: typeof en = {
  title: "L’API du portail",
  lead: "Pour les programmes des partenaires et des agrégateurs\u00a0: quels vendeurs ont donné accès, au moment où cela arrive, sans que personne n’ait à recopier un SellerId.",
  doorLink: "Que votre programme apprenne de lui-même l’arrivée de nouveaux vendeurs\u00a0: l’API du portail",
  contents: "Sur cette page",
  example: "Commande\u00a0: vos vendeurs reliés",
  description: "Description pour les programmes (OpenAPI 3.1)",
  clients: "Vos clients API",
  parts: [
    {
      id: "start",
      title: "L’activer, puis demander un jeton",
      body: [
        "Chaque client API a son propre interrupteur, sur sa page\u00a0; au départ, l’API est désactivée. Les jetons que le client API demande ensuite ouvrent l’API du portail aussi bien que l’API vendeur\u00a0: c’est le même jeton. La désactivation agit dès l’appel suivant.",
        "Chaque appel porte Authorization: Bearer et le jeton. Un appel voit les liaisons, les événements et les invitations du client API de ce jeton, et rien d’autre. Un client API qui appartient à un vendeur n’a pas d’API du portail\u00a0: il n’a pas de vendeurs à suivre.",
      ],
    },
    {
      id: "routes",
      title: "Ce que vous pouvez demander et faire",
      body: ["Tous les chemins se trouvent derrière /api/v1 de ce portail\u00a0:"],
      points: [
        "GET /links\u00a0: les comptes vendeurs reliés, par SellerId, chacun avec sa chaîne de voyants\u00a0; à restreindre par status et q. GET /links/{sellerId}\u00a0: l’un d’eux.",
        "DELETE /links/{sellerId}\u00a0: renoncer à une liaison. Le vendeur en est informé. Recommencer ne gêne pas.",
        "GET /events\u00a0: ce qui s’est passé, du plus ancien au plus récent.",
        "POST /invitations\u00a0: demander une liaison à un vendeur\u00a0; la réponse contient le lien à transmettre. GET les énumère, DELETE /invitations/{id} en retire une.",
        "POST /webhooks\u00a0: l’adresse à laquelle vont les messages\u00a0; la réponse contient la clé de signature. GET l’affiche, DELETE la supprime, POST /webhooks/{id}/test envoie un message de test.",
        "POST /clients/self/secrets\u00a0: le prochain secret du client API qui appelle, tandis que l’ancien fonctionne encore pendant la durée que vous choisissez\u00a0: 0, 1h, 24h, 7d ou 30d.",
      ],
    },
    {
      id: "pages",
      title: "Pages et curseurs",
      body: [
        "Les listes répondent items et next. Envoyez next dans after pour obtenir la suite\u00a0; il vaut null à la fin d’une liste. Pour les événements, il ne vaut jamais null\u00a0: gardez le dernier et redemandez plus tard avec lui. Aucun événement n’est jamais sauté, même si son écriture a pris du temps.",
        "Un curseur n’est pas fait pour être lu. limit va de 1 à 200, et vaut 50 si vous n’indiquez rien.",
      ],
    },
    {
      id: "webhooks",
      title: "Webhooks",
      body: [
        "Les messages suivent Standard Webhooks 1.0, pour lequel il existe des bibliothèques dans la plupart des langages. Prenez webhook-id, webhook-timestamp et le corps tel qu’il est arrivé, réunis par des points, signez le tout avec HMAC-SHA-256 et les octets qui suivent whsec_ (base64), et comparez avec chaque partie v1, de webhook-signature. Refusez un horodatage écarté de plus de cinq minutes.",
        "Répondez par un 2xx en moins de dix secondes et faites le travail ensuite. Toute autre réponse entraîne un nouvel essai\u00a0: après 5 secondes, 5 et 30 minutes, 2, 5, 10, 14, 20 et 24 heures. L’identifiant reste le même\u00a0; ignorez un message dont vous avez déjà vu l’identifiant. L’ordre n’est pas garanti\u00a0; since et timestamp l’indiquent. 410 signifie\u00a0: plus de messages.",
        "Un message contient des identifiants et un état, jamais un secret\u00a0: type, timestamp, et data avec linkId, sellerId, shopName, clientId, status, reference et, lorsqu’une liaison a pris fin, la raison.",
      ],
    },
    {
      id: "repeat",
      title: "Répéter sans risque",
      body: [
        "Envoyez avec chaque POST un Idempotency-Key de votre choix. Une répétition dans les 24 heures reçoit la première réponse et ne fait rien\u00a0; à la place d’un secret, d’une clé ou d’un lien figure null, avec replayed: true. La même clé avec un autre corps est refusée par idempotency_mismatch.",
      ],
    },
    {
      id: "errors",
      title: "Limites et erreurs",
      body: [
        "600 appels par minute et par client API\u00a0; le champ RateLimit de chaque réponse indique ce qui reste. Au-delà, la réponse est 429 avec Retry-After.",
        "Les erreurs sont en application/problem+json, avec un code stable et un traceId pour vos questions. 401\u00a0: demandez un nouveau jeton. 403 not_allowed\u00a0: l’API du portail est désactivée pour ce client API. 404\u00a0: absent, ou pas à vous. 409\u00a0: plus de place, ou trop tard. 422\u00a0: errors nomme les champs.",
      ],
    },
  ],
};
