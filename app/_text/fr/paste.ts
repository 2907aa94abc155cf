import type { paste as en } from "../en/paste";

/** Une seule case pour tout ce qu’on a sous les yeux quand un appel échoue. */
export const paste: typeof en = {
  title: "Collez ce que vous avez",
  lead: "Un jeton, la réponse de curl, un journal, une erreur de votre module, un ancien fichier Postman\u00a0: collez-le, et lisez ce que cela veut dire et quoi faire.",
  notKept: "Rien n’en est conservé. Les secrets et les jetons sont masqués avant tout affichage.",
  content: "Ce que vous avez",
  contentHint:
    "Un jeton, ce qu’a affiché curl -i ou -v, une commande curl, du JSON, une trace d’erreur, des lignes de journal, un rapport TLS, une collection ou un environnement Postman. Jusqu’à 256\u00a0Ko.",
  submit: "Lire",
  sending: "Lecture",
  signIn: "Connectez-vous pour lire aussi ce que cela veut dire pour vos propres clients API et liaisons.",
  question: "Quelque chose répond par une erreur\u00a0?",
  link: "Collez ce que vous avez",
  recognised: "Reconnu",
  kinds: {
    token: "un jeton d’accès",
    secret: "un secret",
    answer: "une réponse HTTP",
    command: "une commande curl",
    json: "un corps en JSON",
    log: "des lignes de journal",
    tls: "un rapport de connexion sécurisée",
    cors: "un message de la console d’un navigateur",
    soap: "une réponse de l’ancienne API SOAP",
    collection: "une collection Postman",
    environment: "un environnement Postman",
  },
  noneKnown: "Rien que nous connaissions",
  seenLine: (line) => `Vu dans\u00a0: ${line}`,
  notes: {
    secret_seen: {
      title: "Vous avez collé un secret",
      body: "Il n’a pas été conservé et n’est affiché nulle part. Si quelqu’un d’autre a pu le voir là où vous l’avez copié, créez-en un nouveau et retirez celui-ci.",
    },
    secret_in_clear: {
      title: "Un secret s’y trouve en clair",
      body: "Quiconque reçoit ce texte ou ce fichier a le secret. Mettez-le dans une variable d’environnement ou une variable secrète, et créez-en un nouveau si le texte a circulé.",
    },
    secret_in_address: {
      title: "Un secret se trouve dans l’adresse",
      body: "Les adresses sont notées dans les journaux en chemin. Envoyez-le dans le corps de la requête, et créez un nouveau secret, puisque celui-ci a été vu.",
    },
    token_in_clear: {
      title: "Un jeton s’y trouve en clair",
      body: "Quiconque l’a peut appeler en votre nom jusqu’à sa fin. Transmettez le texte sans lui.",
    },
    verification_off: {
      title: "La vérification des certificats est coupée",
      body: "N’importe qui en chemin pourrait alors lire le secret. Retirez cela\u00a0; là où un proxy de votre entreprise signe à nouveau, donnez à votre outil le certificat de l’entreprise, comme décrit plus bas.",
    },
    obsolete_header: {
      title: "Un en-tête d’autrefois",
      body: "Ocp-Apim-Subscription-Key n’est plus demandé. Il ne gêne pas et ne sert à rien\u00a0: retirez-le.",
    },
    plain_http: {
      title: "Une adresse sans TLS",
      body: "Elle commence par http:, donc secret et jeton voyageraient à découvert. Utilisez https:.",
    },
    tls_good: {
      title: "La connexion sécurisée est en ordre",
      body: "Le rapport dit que la chaîne, le nom et les dates ont pu être vérifiés.",
    },
    nothing_wrong: {
      title: "Rien d’anormal à voir",
      body: "Adresses, en-têtes et champs sont comme il faut. Si l’appel échoue quand même, collez aussi sa réponse.",
    },
  },
  token: {
    title: "Le jeton",
    good: (minutes) => `Ce jeton fonctionne. Il est valable encore ${minutes}\u00a0min.`,
    left: (minutes) => `Encore ${minutes}\u00a0min`,
    over: (minutes) => `Terminé depuis ${minutes}\u00a0min`,
    signatureName: "Signature du jeton",
    signatures: {
      good: "Bonne\u00a0: signé par l’émetteur de ce portail",
      bad: "Mauvaise\u00a0: le jeton a été modifié, ou fait par quelqu’un d’autre",
      foreign_key: "Faite avec une clé que l’émetteur de ce portail n’a pas",
      not_checked: "Non vérifiée\u00a0: seuls les jetons de l’émetteur de ce portail peuvent l’être ici",
    },
    issuer: "Émis par",
    issuers: {
      own: "L’émetteur de ce portail",
      live: "L’environnement réel de la place de marché, qui n’est pas celui de ce portail",
      retired: "Une ancienne adresse de la place de marché, hors service",
      foreign: "Un émetteur inconnu ici",
    },
    audience: "Destiné à",
    client: "clientId",
    issuedAt: "Émis le",
    expiresAt: "Fin",
    may: "Permet de",
    none: "Rien sur l’API vendeur",
    roles: {
      SELLERS_GET: "lire le compte vendeur",
      CARRIERS_GET: "lister les transporteurs",
      CATEGORIES_GET: "lire les catégories",
      PRODUCTS_GET: "chercher des produits",
      DISCUSSIONS_GET: "lire les discussions",
      DISCUSSIONS_PATCH: "fermer des discussions",
      MESSAGES_POST: "répondre aux acheteurs",
      OFFERS_GET: "lire les offres",
      ORDERS_GET: "lire les commandes",
      ORDERS_POST: "accepter et expédier des commandes",
      "OFFER-PACKAGES_GET": "suivre les changements d’offres",
      "OFFER-PACKAGES_POST": "changer des offres",
      "OFFER-PACKAGES_PATCH": "envoyer des changements d’offres préparés",
      "PRODUCTS-INTEGRATION_POST": "créer des produits",
    },
    decoded: "Décodé",
    head: "Tête",
    claims: "Contenu",
    reach: "Liaisons qu’il atteint maintenant",
    noReach:
      "Votre client API n’a pas de liaison ouverte\u00a0: chaque appel répond 403, sauf pour un vendeur de test ouvert.",
    hasMore: "et d’autres",
    tryIt: "Essayer le client API ici, étape par étape",
  },
  secret: {
    live: (clientId, hint) =>
      `C’est le secret de votre client API ${clientId} qui finit par ${hint}, et il fonctionne.`,
    ended: (clientId, hint, at) =>
      `C’est le secret de votre client API ${clientId} qui finit par ${hint}. Il ne fonctionne plus depuis le ${at}.`,
    open: "Ouvrir le client API",
  },
  tls: {
    title: "La même chose vue d’ici",
    intro:
      "Le serveur de ce portail vient d’ouvrir une connexion aux deux serveurs configurés. Ce qu’il voit et que vous ne voyez pas se trouve entre vous et le serveur.",
    plain: "Cette adresse n’a pas de TLS\u00a0: elle est sur cette machine et sert aux essais.",
    good: (protocol) => `Tout est en ordre, en ${protocol}.`,
    bad: (cause) => `Cela échoue aussi d’ici\u00a0: ${cause}.`,
    names: "Fait pour",
    chain: "Chaîne",
    certificate: (subject, issuer, until) => `${subject}, signé par ${issuer}, valable jusqu’au ${until}`,
    clock: "Horloge",
    clockOff: (seconds) => `${seconds}\u00a0secondes d’écart avec la nôtre`,
    clockSame: "Comme la nôtre",
    fixTitle: "Donnez à votre outil le certificat de l’entreprise",
    fixIntro:
      "Là où un proxy de votre entreprise ouvre les connexions, il les signe avec sa propre autorité. Demandez son certificat à votre service informatique sous forme de fichier PEM, ici company-ca.pem, et dites à votre outil de lui faire confiance aussi. Laissez toujours la vérification active.",
    tools: {
      postman:
        "Settings, Certificates\u00a0: activez CA Certificates et choisissez le fichier. «\u00a0SSL certificate verification\u00a0» sous General reste actif.",
      node: "Nommez le fichier avant de lancer le programme\u00a0; il s’ajoute aux autorités que Node.js connaît.",
      python: "La variable remplace la liste de requests, mettez donc les deux dans un seul fichier.",
      php: "Dans php.ini. Le fichier remplace la liste habituelle, il doit donc contenir aussi les autorités publiques. Redémarrez le serveur web ou PHP-FPM.",
      java: "Ajoute le fichier au magasin du Java utilisé. Relancez le programme.",
      dotnet:
        "Ajoute le fichier au magasin de la machine\u00a0: la première ligne sous Windows, les autres sous Debian et Ubuntu.",
      curl: "Pour un seul appel.",
    },
    command: "Commandes",
  },
  collection: {
    title: "Le fichier",
    mended: "Prendre le fichier corrigé",
    mendedAbout:
      "Les mêmes requêtes avec les adresses d’aujourd’hui, sans l’en-tête d’autrefois, avec la vérification des certificats active. Les secrets et les jetons y sont vides\u00a0: mettez les vôtres dans la variable secrète clientSecret.",
    replaced:
      "Les requêtes des anciennes interfaces sont remplacées par les appels qui font la même chose aujourd’hui\u00a0: remplissez ce qui est entre doubles accolades, dont accessToken. Ce que rien ne remplace reste tel quel, avec ⚠ devant son nom.",
    fresh: "Ou prenez notre propre collection, qui demande son jeton toute seule",
    request: "Requête",
    call: "Appel",
    found: "Trouvé",
    instead: "Ce qui la remplace",
    nothing: "Rien à changer",
    gone: "Rien ne la remplace",
    stays: "Reste telle quelle",
    corrected: "Elle-même, corrigée dans le fichier",
  },
};
