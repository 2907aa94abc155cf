import type { guide as en } from "../en/guide";

/** Best practices: short, and each one true of this API. */
export const guide: typeof en = {
  bestPractices: {
    title: "Bonnes pratiques",
    lead: "Ce qui garde une connexion saine une fois que le premier appel a fonctionné.",
    contents: "Sur cette page",
    practices: [
      {
        id: "token",
        title: "Gardez un jeton et renouvelez-le à temps",
        body: [
          "La réponse indique dans expires_in pendant combien de secondes le jeton fonctionne. Gardez-le en mémoire, utilisez-le pour chaque appel, et demandez le suivant quand il reste 60 secondes. Ne demandez pas un jeton avant chaque appel\u00a0: le nombre de demandes par heure est limité, et la réponse à un excès est 429.",
          "Quand un appel répond 401 alors que le jeton devrait encore fonctionner, abandonnez-le, demandez un nouveau jeton et répétez l’appel une fois. Si la réponse est encore 401, arrêtez-vous et cherchez\u00a0: répéter n’aidera pas.",
        ],
      },
      {
        id: "sellers",
        title: "Un seul jeton sert pour tous vos vendeurs",
        body: [
          "Un jeton appartient à un client API, pas à un vendeur. Le vendeur concerné figure dans l’en-tête SellerId de chaque appel\u00a0: un client API qui travaille pour cent vendeurs a besoin d’un jeton, pas de cent.",
          "La liaison entre le client API et le vendeur est vérifiée à chaque appel. Quand un vendeur y met fin, l’appel suivant répond 403 seller_not_granted\u00a0: suspendez le travail pour ce vendeur et continuez avec les autres.",
        ],
      },
      {
        id: "headers",
        title: "Envoyez les bons en-têtes",
        body: ["Chaque appel de l’API vendeur porte\u00a0:"],
        points: [
          "Authorization: Bearer suivi du jeton, dans l’en-tête uniquement, jamais dans l’adresse",
          "SellerId\u00a0: le numéro du compte vendeur, des chiffres uniquement",
          "Accept: application/json, et pour les appels avec un contenu Content-Type: application/json",
        ],
      },
      {
        id: "retry",
        title: "Ralentissez en cas de 429 et de 503",
        body: [
          "Les deux portent Retry-After\u00a0: attendez ce nombre de secondes avant l’appel suivant. Quand un 5xx ou une connexion coupée n’en porte pas, attendez une seconde, puis deux, quatre, huit, jusqu’à une minute, chaque fois avec une part de hasard, pour que vos processus ne reviennent pas tous en même temps. Abandonnez après quelques essais et prévenez quelqu’un.",
          "Ne répétez que ce qui peut l’être\u00a0: un GET toujours, une modification seulement si vous savez que le premier essai n’a rien fait.",
          "400, 403, 404 et 422 ne s’arrangent pas d’eux-mêmes. Ne les répétez pas\u00a0; le code dans la réponse dit ce qu’il faut corriger.",
        ],
      },
      {
        id: "rotate",
        title: "Remplacez le secret avec une période de recouvrement",
        body: [
          "Créez un nouveau secret sur la page du client API et laissez l’ancien fonctionner encore un moment. Mettez le nouveau dans votre outil, surveillez la page du client API jusqu’à ce qu’elle montre le nouveau secret en usage, puis retirez l’ancien. Rien ne s’arrête entre-temps.",
          "Si un secret a fuité, ne choisissez aucun recouvrement. Les jetons que l’ancien secret a déjà donnés fonctionnent jusqu’à leur fin, sauf si vous y mettez fin aussi en le retirant.",
        ],
      },
      {
        id: "secret",
        title: "Gardez le secret sur un serveur",
        body: [
          "Un secret dans un navigateur, une application mobile ou un dépôt de code n’est plus un secret\u00a0: celui qui le trouve agit pour vos vendeurs. Gardez-le dans le coffre à secrets de votre serveur ou dans une variable d’environnement qui n’est pas versionnée.",
          "Les secrets créés ici commencent par mps_live_, dans un bac à sable par mps_test_, et se terminent par une somme de contrôle, ce qui permet à un outil d’analyse d’en reconnaître un. Ajoutez le préfixe mps_ aux règles du vôtre.",
          "N’envoyez pas un secret par e-mail ou par messagerie. Un deuxième outil reçoit un client API et un secret à lui.",
        ],
      },
      {
        id: "tls",
        title: "Ne désactivez jamais la vérification des certificats",
        body: [
          "Un programme qui accepte tous les certificats livre le jeton et le secret à n’importe qui sur le chemin. Si la vérification échoue, cherchez la raison\u00a0: une horloge fausse, un serveur mandataire qui ouvre les connexions, une liste d’autorités trop ancienne.",
          "Derrière le serveur mandataire d’une entreprise, ajoutez son autorité à celles auxquelles vous faites confiance. Ces réglages le font sans rien désactiver\u00a0:",
        ],
        points: [
          "Node.js\u00a0: NODE_EXTRA_CA_CERTS=/path/ca.pem",
          "curl\u00a0: curl --cacert /path/ca.pem",
          "Python requests\u00a0: REQUESTS_CA_BUNDLE=/path/ca-bundle.pem",
          "Postman\u00a0: Settings, Certificates, CA certificates",
        ],
      },
      {
        id: "log",
        title: "Consignez ce qui aide, et rien de ce qui nuit",
        body: [
          "Chaque réponse de l’API vendeur porte X-Request-Id, et une erreur le répète dans son contenu sous le nom traceId. Consignez-le à chaque appel\u00a0: c’est la première chose à citer quand vous posez une question.",
        ],
        points: [
          "À consigner\u00a0: heure, méthode, chemin, SellerId, statut, code de l’erreur, X-Request-Id, millisecondes",
          "À ne pas consigner\u00a0: le secret, le jeton, l’en-tête Authorization, le contenu d’une demande de jeton ou de sa réponse",
          "Gardez à côté votre propre numéro de tâche, pour pouvoir suivre une commande de votre outil jusqu’au nôtre",
        ],
      },
      {
        id: "environments",
        title: "Nommez vos environnements et séparez-les",
        body: [
          "Un bac à sable et un portail réel ont chacun leurs clients API, leurs secrets et leurs adresses\u00a0; rien de l’un ne fonctionne sur l’autre. Créez un client API par outil et par environnement, et mettez l’environnement dans le clientId, par exemple acme-stock-test et acme-stock-live. Ainsi, un client API suspendu arrête un outil, pas tous.",
          "Gardez l’adresse des jetons et l’adresse de l’API dans la configuration, à côté du clientId, jamais dans le code.",
        ],
      },
    ],
    envTitle: "Noms qu’utilise le fichier .env",
    envCopy: "lignes .env",
    next: "Lancez un appel et suivez chaque étape",
    nextAction: "Premier appel",
    collection: "Obtenir la collection",
  },
};
