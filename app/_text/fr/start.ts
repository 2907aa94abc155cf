import type { start as en } from "../en/start";

const questions: (typeof en)["questions"] = {
  who: {
    title: "Qui êtes-vous\u00a0?",
    answers: {
      seller: {
        label: "Je vends",
        hint: "Un compte vendeur est à moi, ou je travaille dans l’entreprise à laquelle il appartient.",
      },
      partner: {
        label: "Je travaille pour un vendeur",
        hint: "Je développe ou j’exploite une intégration pour quelqu’un qui vend.",
      },
      aggregator: {
        label: "Je suis un agrégateur",
        hint: "Un seul produit auquel de nombreux vendeurs se connectent.",
      },
    },
  },
  asks: {
    title: "Que demande le formulaire de votre partenaire\u00a0?",
    hint: "Regardez la page de réglages de l’agrégateur ou module que vous voulez connecter, et comptez ses champs.",
    answers: {
      sellerId: {
        label: "Un champ\u00a0: seulement un SellerId",
        hint: "L’agrégateur ou module a son propre clientId. Vous l’autorisez à agir pour vous.",
      },
      three: {
        label: "Trois champs\u00a0: clientId, clientSecret et SellerId",
        hint: "L’agrégateur ou module agit avec vos propres valeurs.",
      },
      login: {
        label: "Deux champs\u00a0: un identifiant et un mot de passe",
        hint: "Et aucun SellerId nulle part.",
      },
      code: {
        label: "Rien, j’écris le code",
        hint: "Il n’y a pas de formulaire\u00a0: l’intégration est faite pour vous.",
      },
    },
  },
  listed: {
    title: "Votre agrégateur ou module est-il dans la liste\u00a0?",
    hint: "Cherchez-le ici. Ce que vous trouvez mène directement à la suite.",
    answers: {
      list: { label: "Montrez-moi toute la liste", hint: "Tous les agrégateurs et modules, par nom." },
      clientId: {
        label: "On m’a donné son clientId",
        hint: "Un nom comme FeedWise, dans un e-mail ou sur sa page d’aide.",
      },
      none: {
        label: "Pas dans la liste, et je ne connais aucun clientId",
        hint: "Un message à lui envoyer vient ensuite.",
      },
    },
  },
  tool: {
    title: "Qui demande les trois valeurs\u00a0?",
    answers: {
      aggregator: {
        label: "Un agrégateur",
        hint: "Un service qui relie de nombreuses boutiques et places de marché.",
      },
      plugin: {
        label: "Un module (plugin)",
        hint: "Une extension de votre propre logiciel de boutique.",
      },
    },
  },
  writer: {
    title: "Qui écrit le code\u00a0?",
    answers: {
      me: {
        label: "Moi, ou un développeur qui travaille pour moi",
        hint: "Le code tourne sous le nom de votre entreprise.",
      },
      company: {
        label: "Une entreprise qui a son propre clientId",
        hint: "Elle exploite l’intégration pour plusieurs vendeurs.",
      },
    },
  },
  whose: {
    title: "Avec quel clientId travaillerez-vous\u00a0?",
    answers: {
      own: {
        label: "Le mien",
        hint: "Un clientId pour votre travail, avec un secret qui reste chez vous.",
      },
      customer: {
        label: "Celui du vendeur",
        hint: "Le vendeur crée clientId et secret et vous les remet.",
      },
    },
  },
  model: {
    title: "Comment les vendeurs se connectent-ils à vous\u00a0?",
    answers: {
      one: {
        label: "Un seul clientId pour tous les vendeurs",
        hint: "Les vendeurs vous donnent leur SellerId, jamais de secret.",
      },
      each: {
        label: "Chaque vendeur apporte clientId et secret",
        hint: "Votre formulaire a trois champs pour chaque vendeur.",
      },
    },
  },
};

const flows: (typeof en)["flows"] = {
  sellerIdOnly: {
    title: "Mon agrégateur ou module demande mon SellerId",
    body: "Vous le trouvez dans la liste, voyez qui se trouve derrière et l’autorisez à agir pour votre compte vendeur. Votre SellerId lui est communiqué tout seul.",
    time: "Environ deux minutes",
    have: ["Le nom de votre agrégateur ou module", "Votre connexion à ce portail"],
    steps: [
      "Cherchez son nom\u00a0; une faute de frappe ne gêne pas",
      "Lisez ce que vous autorisez, choisissez le compte vendeur, confirmez",
      "Voyez sur le reçu qu’il a été prévenu\u00a0; ne copiez le SellerId que si son formulaire l’exige",
    ],
    go: "Chercher dans la liste",
    also: "Je connais son clientId",
  },
  aggregatorsClientId: {
    title: "Je connais le clientId de mon agrégateur ou module",
    body: "Vous saisissez le clientId, voyez qui se trouve derrière et l’autorisez à agir pour votre compte vendeur. Son secret n’est jamais nécessaire ici.",
    time: "Environ deux minutes",
    have: ["Le clientId, exactement comme il vous a été donné", "Votre connexion à ce portail"],
    steps: [
      "Saisissez le clientId\u00a0; vous voyez à qui il est avant que quoi que ce soit ne se passe",
      "Lisez ce que vous autorisez, choisissez le compte vendeur, confirmez",
      "Voyez sur le reçu que votre SellerId lui a été communiqué",
    ],
    go: "Saisir le clientId",
  },
  notListed: {
    title: "Mon agrégateur ou module n’est pas dans la liste",
    body: "Il peut être connecté quand même, avec son clientId. Seul celui qui l’a fait le connaît.",
    time: "Une minute maintenant, deux de plus quand la réponse arrive",
    have: ["L’adresse de son assistance"],
    steps: [
      "Envoyez le message ci-dessous à son assistance",
      "Revenez avec le clientId, ou suivez le lien que vous recevez",
    ],
    go: "J’ai le clientId maintenant",
    also: "Regarder encore dans la liste",
  },
  forAggregator: {
    title: "Mon agrégateur demande clientId/secret/sellerId",
    body: "Vous créez un client API et obtenez les trois valeurs côte à côte sur une page. Il est déjà relié à votre compte vendeur. Beaucoup d’agrégateurs n’ont besoin que de votre SellerId\u00a0: si le vôtre est dans la liste, connectez-le plutôt là, et aucun secret ne sort de chez vous.",
    time: "Environ trois minutes",
    have: ["Le formulaire de l’agrégateur, ouvert à côté de cette page", "Votre mot de passe"],
    steps: [
      "Un clic\u00a0: tout est déjà rempli",
      "Copiez les trois valeurs, ou remettez-les par un lien\u00a0; le secret n’est affiché que cette fois",
      "Collez-les dans le formulaire de l’agrégateur",
    ],
    go: "Créer les trois valeurs",
    also: "Voir s’il est dans la liste",
  },
  forPlugin: {
    title: "Mon module demande clientId/secret/sellerId",
    body: "Vous créez un client API et obtenez les trois valeurs côte à côte sur une page. Il est déjà relié à votre compte vendeur. Un module qui appartient à un agrégateur n’a peut-être besoin que de votre SellerId\u00a0: cherchez-le d’abord dans la liste.",
    time: "Environ trois minutes",
    have: ["Les réglages du module, ouverts à côté de cette page", "Votre mot de passe"],
    steps: [
      "Un clic\u00a0: tout est déjà rempli",
      "Copiez les trois valeurs, ou remettez-les par un lien\u00a0; le secret n’est affiché que cette fois",
      "Collez-les dans les réglages du module",
    ],
    go: "Créer les trois valeurs",
    also: "Voir s’il est dans la liste",
  },
  legacy: {
    title: "Identifiant et mot de passe seulement",
    body: "Un formulaire avec deux champs et sans SellerId appartient en général à l’ancienne interface, que cette API remplace. Les valeurs créées ici n’y fonctionneront pas. Parfois, l’identifiant désigne le clientId et le mot de passe le clientSecret\u00a0; un SellerId est alors demandé aussi quelque part.",
    time: "Une minute maintenant, quelques-unes de plus quand la réponse arrive",
    have: ["L’adresse de son assistance"],
    steps: [
      "Envoyez le message ci-dessous à celui qui a fait l’outil",
      "Revenez avec la réponse\u00a0: avec un champ ou trois, vous pouvez commencer tout de suite",
    ],
    go: "Choisir de nouveau",
    also: "Voir s’il est dans la liste",
  },
  ownCode: {
    title: "Créer mon clientId et mon clientSecret",
    body: "Vous créez un client API, relié à votre compte vendeur, et suivez le guide jusqu’au premier appel réussi.",
    time: "Environ cinq minutes",
    have: [
      "Votre mot de passe",
      "Un endroit sûr pour le secret",
      "Un terminal ou Postman, si vous le souhaitez",
    ],
    steps: [
      "Créez le client API et conservez son secret",
      "Obtenez un jeton, avec la collection ou avec curl",
      "Lisez votre propre compte vendeur\u00a0: 200",
    ],
    go: "Créer mon clientId et mon clientSecret",
    also: "Lire le guide du vendeur",
  },
  partnersClientId: {
    title: "Je connais le clientId de mon partenaire",
    body: "Vous saisissez le clientId de l’entreprise qui travaille pour vous, voyez qui se trouve derrière et l’autorisez à agir pour votre compte vendeur. Si elle n’en a pas, créez un client API pour elle\u00a0: vous pouvez le suspendre ou retirer son secret quand vous voulez.",
    time: "Environ deux minutes",
    have: ["Son clientId, exactement comme il vous a été donné", "Votre connexion à ce portail"],
    steps: [
      "Saisissez le clientId\u00a0; vous voyez à qui il est avant que quoi que ce soit ne se passe",
      "Lisez ce que vous autorisez, choisissez le compte vendeur, confirmez",
      "Voyez sur le reçu que votre SellerId lui a été communiqué",
    ],
    go: "Saisir le clientId",
    also: "Elle n’en a pas\u00a0: créer un client API pour elle",
  },
  partnerOwn: {
    title: "Je suis un partenaire d’intégration technique",
    body: "Vous obtenez un clientId et un secret à vous, et demandez à chaque vendeur de le relier. Le vendeur confirme sur une page, et son SellerId vous est communiqué.",
    time: "Environ cinq minutes, et deux par vendeur",
    have: ["Votre mot de passe", "Un endroit sûr pour le secret", "L’adresse e-mail du vendeur"],
    steps: [
      "Créez votre clientId et conservez son secret",
      "Obtenez un jeton et lisez le vendeur de test ouvert 98979\u00a0: 200",
      "Demandez au vendeur de vous accorder des droits, par un lien ou un e-mail",
    ],
    go: "Créer mon clientId",
    also: "Demander au vendeur de m’accorder des droits",
  },
  partnerCustomer: {
    title: "J’ai besoin d’un nouveau clientId, créé par le vendeur",
    body: "Le vendeur s’inscrit ici comme vendeur, crée un client API pour vous et vous le remet\u00a0: vous ouvrez un lien et voyez une seule fois clientId, clientSecret et SellerId. Vous n’avez besoin d’aucun compte pour cela.",
    time: "Environ cinq minutes, du côté du vendeur",
    have: ["L’adresse e-mail du vendeur", "Un endroit sûr pour le secret"],
    steps: [
      "Envoyez au vendeur l’adresse de la page ci-dessous",
      "Ouvrez le lien que le vendeur vous envoie\u00a0; le secret n’est affiché que cette fois",
      "Obtenez un jeton et lisez le compte du vendeur, avec la collection ou avec curl",
    ],
    go: "La page pour le vendeur",
    also: "La collection pour moi",
  },
  aggregatorOne: {
    title: "Je suis un agrégateur de flux",
    body: "Vous obtenez un seul clientId pour tous les vendeurs. Un vendeur confirme sur une page, et son SellerId vous est communiqué avec votre propre référence\u00a0; aucun vendeur n’a jamais besoin d’un secret.",
    time: "Environ cinq minutes, et deux par vendeur",
    have: ["Votre mot de passe", "Un endroit sûr pour le secret"],
    steps: [
      "Créez votre clientId et conservez son secret",
      "Obtenez un jeton et lisez le vendeur de test ouvert 700982\u00a0: 200",
      "Invitez vos vendeurs, un par un ou depuis une liste",
    ],
    go: "Créer mon clientId",
    also: "Inviter mes vendeurs",
  },
  aggregatorEach: {
    title: "Mes vendeurs apportent clientId/secret/sellerId",
    body: "Chaque vendeur crée ici un client API et saisit trois valeurs dans votre formulaire. Vous gardez un secret par vendeur, ce qui fait plus à protéger qu’un seul clientId pour tous.",
    time: "Environ trois minutes par vendeur",
    have: ["L’adresse de votre formulaire"],
    steps: [
      "Envoyez à vos vendeurs l’adresse de la page ci-dessous",
      "Lisez le guide\u00a0: un seul clientId pour tous demande peut-être moins de travail",
    ],
    go: "La page pour mes vendeurs",
    also: "Lire le guide de l’agrégateur",
  },
};

/** "I don't know": a few questions that end in the right page. */
export const start: typeof en = {
  title: "Trouver votre chemin",
  lead: "Trois questions au plus. Rien n’est enregistré\u00a0: vos réponses sont dans l’adresse, vous pouvez donc l’envoyer à un collègue.",
  step: (x) => `Question ${x.number} sur 3 au plus`,
  answeredTitle: "Vos réponses",
  change: (x) => `Modifier\u00a0: ${x.question}`,
  again: "Recommencer",
  timeTitle: "Durée",
  haveTitle: "À avoir sous la main",
  stepsTitle: "Ce que vous allez faire",
  foundNone: "Rien ne porte ce nom. Essayez-en une partie, ou l’une des réponses ci-dessous.",
  share: "Envoyer ceci à un collègue",
  shareHint: "Cette adresse montre la même page, avec les mêmes réponses.",
  shareCopy: "l’adresse",
  signUp: {
    seller: "M’inscrire comme vendeur",
    partner: "M’inscrire comme partenaire",
    aggregator: "M’inscrire comme agrégateur",
  },
  haveAccount: "J’ai un compte",
  vendorTitle: "Un message pour celui qui a fait l’outil",
  vendorCopy: "le message",
  vendorMessage:
    "Bonjour,\n\nvotre formulaire demande un identifiant et un mot de passe pour se connecter à la place de marché. L’API vendeur fonctionne avec un clientId, un clientSecret et un SellerId, et avec des jetons (OAuth 2.0, client credentials).\n\nVotre produit fonctionne-t-il avec cette API\u00a0? Si oui, laquelle de ces trois valeurs attendez-vous de moi, ou quel est votre propre clientId\u00a0?\n\nMerci",
  questions,
  flows,
};
