import type { invitations as en } from "../en/invitations";

/** Invitations: their page, their landing page, the requests on the seller's door, what is shared, who is kept. */
export const invitations: typeof en = {
  title: "Inviter des vendeurs",
  lead: "Demandez à un vendeur l’accès à son compte vendeur\u00a0: par un lien à transmettre, ou par une demande qui l’attend.",
  kinds: "les partenaires et les agrégateurs",
  noClient: "Une invitation part d’un clientId à vous, en état de marche.",
  createClient: "Créer un clientId",
  done: { withdrawn: "L’invitation est retirée. Son lien ne mène plus nulle part." },
  form: {
    title: "Inviter un vendeur",
    intro:
      "Sans adresse, vous obtenez seulement un lien. Avec une adresse, nous écrivons, et la demande attend aussi sur place.",
    clientId: "Votre clientId",
    reference: "Votre référence",
    referenceHint:
      "Le nom que vous donnez à ce vendeur, par exemple un numéro. Elle revient avec la liaison.",
    email: "Adresse e-mail ou SellerId du vendeur",
    emailHint: "La réponse est la même, que nous le connaissions ou non.",
    emailError: "Ce n’est ni une adresse e-mail ni un SellerId.",
    expectedSellerId: "Seulement pour ce SellerId",
    expectedHint: "L’invitation ne peut alors pas être acceptée par erreur pour un autre compte.",
    expectedError: "Un SellerId est un nombre de 12 chiffres au plus.",
    message: "Quelques mots au vendeur",
    messageHint:
      "Affichés sur la page de l’invitation comme venant de vous, sans lien. Ils ne sont pas dans l’e-mail.",
    expires: "Ouverte pendant",
    lives: { "1d": "1 jour", "7d": "7 jours", "30d": "30 jours", "90d": "90 jours" },
    submit: "Créer l’invitation",
  },
  openRequest: "Une demande lui est déjà ouverte. Renvoyez-la depuis votre liste ci-dessous.",
  file: {
    title: "Inviter plusieurs vendeurs par un fichier",
    intro:
      "Un fichier CSV avec les colonnes reference, expectedSellerId, email, expires\u00a0; virgules ou points-virgules, 2\u00a0000 lignes au plus. Les lignes fautives vous reviennent, les autres sont créées.",
    csv: "Fichier CSV",
    sample: "Prendre un fichier vide",
    message: "Quelques mots pour tous",
    submit: "Créer les invitations",
    made: "{made} invitations créées",
    madeOne: "1 invitation créée",
    madeNone: "Aucune invitation n’a été créée",
    once: "Leurs liens s’affichent ici une seule fois. Prenez le fichier maintenant\u00a0: nous n’en gardons que l’empreinte.",
    links: "Prendre les liens",
    bad: "{bad} lignes refusées",
    badOne: "1 ligne refusée",
    badHint: "Rien n’est perdu\u00a0: prenez-les en fichier, corrigez-les et envoyez ce fichier.",
    badFile: "Prendre les lignes refusées",
    columns: { line: "Ligne", what: "Ce qui s’y trouve", problem: "Ce qui ne va pas" },
    another: "Un autre fichier",
    problems: {
      bad_quotes: "Les guillemets de cette ligne ne se correspondent pas.",
      extra_cells: "La ligne a plus de cellules que la première ligne n’a de colonnes.",
      duplicate: "La même ligne figure déjà plus haut.",
      already_linked: "Ce SellerId est déjà relié à votre clientId.",
      seller_not_expected: "La colonne email indique un autre SellerId.",
      taken: "Une demande lui est déjà ouverte, ou figure plus haut. Renvoyez-la depuis votre liste.",
      limit:
        "Il n’y a pas de place pour l’instant. 50 par jour peuvent aller à une adresse ou à un SellerId, 5\u00a0000 dès que l’un de vos clients API a été examiné\u00a0; sans destinataire, un client API a 5\u00a0000 liens ouverts au plus. Renvoyez cette ligne plus tard.",
    },
  },
  made: {
    title: "L’invitation est créée",
    again: "Renvoyée avec un nouveau lien",
    once: "Le lien s’affiche ici une seule fois. Copiez-le maintenant, ou renvoyez l’invitation plus tard\u00a0: cela crée un nouveau lien.",
    oldDead: "L’ancien lien ne mène plus nulle part.",
    mailed: "Nous avons écrit au vendeur, s’il est joignable. La demande l’attend aussi.",
    link: "Lien de l’invitation",
    until: "Ouverte jusqu’au {until}",
    qr: "Code QR du lien",
    another: "En créer une autre",
  },
  list: {
    title: "Vos invitations",
    filter: "Afficher",
    all: "Toutes",
    none: "Rien ici pour l’instant.",
    next: "Plus anciennes",
    columns: {
      who: "Vendeur",
      clientId: "clientId",
      state: "État",
      until: "Ouverte jusqu’au",
      again: "Renvoyer",
      withdraw: "Retirer",
    },
    nobody: "Lien seul",
    expects: (sellerId) => `seulement pour le SellerId ${sellerId}`,
    states: {
      open: "Ouverte",
      accepted: "Acceptée",
      declined: "Déclinée",
      expired: "Expirée",
      withdrawn: "Retirée",
    },
    steps: {
      none: "Pas encore ouverte",
      opened: "Lien ouvert",
      signed_in: "Lien ouvert, connexion faite",
      consent: "Arrivé à la page d’accord",
    },
    abandoned: {
      opened: "Arrêt après l’ouverture du lien",
      signed_in: "Arrêt après la connexion",
      consent: "Arrêt à la page d’accord",
    },
    reason: (reason) => `Raison\u00a0: ${reason}`,
    sends: (sends) => `envoyée ${sends} fois`,
    resend: "Renvoyer",
    resendSubmit: "Renvoyer avec un nouveau lien",
    resendHint: "L’ancien lien s’arrête à ce moment-là.",
    withdraw: "Retirer",
    withdrawHint: "Son lien ne mènera plus nulle part, et la demande n’attendra plus personne.",
    withdrawSubmit: "Retirer l’invitation",
  },
  landing: {
    title: (partner) => `${partner} demande l’accès à votre compte vendeur`,
    by: "Qui demande",
    clientId: "clientId",
    listed: "Annuaire",
    isListed: (name) => `Inscrit sous le nom ${name}`,
    isNotListed: "Absent de l’annuaire",
    domain: "Domaine prouvé",
    noDomain: "Aucun",
    since: "Ici depuis",
    expects: "Compte attendu",
    until: "Ouverte jusqu’au",
    message: (partner) => `${partner} vous écrit`,
    sharedTitle: "Ce que cela permettrait",
    shared: [
      "Lire et modifier par l’API les données du seul compte vendeur que vous choisissez.",
      "Jamais votre mot de passe, jamais vos autres comptes, et jamais décider qui a accès.",
      "Vous voyez quand l’accès sert et vous y mettez fin à tout moment\u00a0: l’appel suivant est refusé.",
    ],
    nextTitle: "Et ensuite",
    next: [
      "Vous vous connectez, ou vous créez un compte si vous n’en avez pas.",
      "Vous voyez encore une fois qui demande, vous choisissez le compte et vous dites oui ou non.",
      "Votre partenaire est prévenu tout seul. Il n’y a rien à copier ni à envoyer.",
    ],
    goOn: "Continuer",
    signIn: "Se connecter et continuer",
    signUp: "Je n’ai pas encore de compte",
    decline: "Décliner",
    declineHint: "L’expéditeur apprend que vous avez décliné, et votre raison si vous en donnez une.",
    reason: "Raison",
    declineSubmit: "Décliner l’invitation",
    caution:
      "Vous ne connaissez pas cette entreprise\u00a0? Alors ne faites rien, ou déclinez. Personne ne vous demandera jamais un clientSecret ni un mot de passe.",
    ended: {
      expired: "Cette invitation est trop ancienne. Demandez-en une nouvelle à l’expéditeur.",
      accepted: "Cette invitation a déjà été acceptée. Qui a accès se trouve sous Liaisons.",
      declined: "Cette invitation a été déclinée. L’expéditeur peut en créer une nouvelle.",
      withdrawn:
        "Cette invitation a été retirée par son expéditeur, ou remplacée par un lien plus récent. Demandez-lui si cela vous surprend.",
    },
    declinedNow: "Vous avez décliné. L’expéditeur en est informé.",
    suspended:
      "Le clientId derrière cette invitation ne fonctionne pas pour le moment\u00a0: il n’y a rien à accepter. Demandez à l’expéditeur.",
    other: (sellerId) =>
      `Cette invitation est pour le SellerId ${sellerId}, qui ne fait pas partie de vos comptes. Elle ne peut pas être acceptée pour un autre.`,
    otherWays:
      "Si ce compte est à vous sous une autre connexion, déconnectez-vous et utilisez celle-là\u00a0; ou ajoutez le compte à celle-ci. Sinon, demandez à l’expéditeur une invitation pour le bon compte.",
    addAccount: "Ajouter un compte vendeur",
    linked: "Vous avez déjà donné cet accès\u00a0; il n’y a plus rien à faire.",
    seeLinks: "Qui a accès",
    mine: "C’est votre propre invitation. Transmettez son lien\u00a0; seul un vendeur peut l’accepter.",
    notSeller: (organisation) =>
      `Vous agissez pour ${organisation}, qui ne possède aucun compte vendeur. Une invitation est acceptée par un vendeur.`,
    sellers: "un vendeur",
    noSeller: "Votre organisation n’a aucun compte vendeur auquel donner accès.",
  },
  requests: {
    title: "En attente de votre réponse",
    intro: "On vous demande l’accès à l’un de vos comptes vendeurs. Rien ne se passe avant votre accord.",
    asks: (partner) => `${partner} demande l’accès`,
    forAccount: (sellerId) => `au SellerId ${sellerId}`,
    until: (when) => `Ouverte jusqu’au ${when}`,
    accept: "Voir et accepter",
    suspended: "Le clientId ne fonctionne pas pour le moment.",
    done: { "request-declined": "Vous avez décliné. L’expéditeur en est informé." },
  },
  share: {
    title: "Transmettre votre clientId",
    intro:
      "Qui a ce lien voit qui vous êtes et peut vous donner accès. Il ne contient rien de secret et n’expire pas.",
    link: "Lien pour vos vendeurs",
    invite: "Inviter un vendeur",
    kept: "Vendeurs qui ont leur propre clientId",
  },
  mailHeadings: {
    invite: "Texte d’e-mail pour cette invitation",
    share: "Texte d’e-mail avec votre lien",
    values: "Texte d’e-mail pour demander un clientId",
  },
  mail: {
    invite: `Bonjour,

merci de nous donner accès à votre compte vendeur sur la place de marché\u00a0:

{link}

La page montre qui nous sommes\u00a0: {organisation}, clientId {clientId}. Connectez-vous, choisissez votre compte et acceptez. Cela prend une minute, il n’y a rien à copier, et vous pouvez y mettre fin à tout moment. Nous ne demandons jamais votre mot de passe.`,
    share: `Bonjour,

merci de nous donner accès à votre compte vendeur sur la place de marché. Ouvrez cette page, vérifiez qu’elle nomme {organisation} et le clientId {clientId}, puis confirmez\u00a0:

{link}

Cela prend une minute, il n’y a rien à renvoyer, et vous pouvez y mettre fin à tout moment. Nous ne demandons jamais votre mot de passe.`,
    values: `Bonjour,

pour que nous puissions travailler avec votre compte vendeur, merci de créer un clientId pour nous sur cette page\u00a0:

{link}

Une fois créé, choisissez «\u00a0Remettre\u00a0» sur place au lieu d’envoyer le clientSecret par e-mail\u00a0: vous obtenez un lien qui nous montre une seule fois clientId, clientSecret et SellerId. Envoyez-nous ce lien.`,
  },
  ownValues: {
    title: "Un vendeur partage un clientId avec moi",
    body: "Certains vendeurs créent eux-mêmes le clientId et vous en donnent les valeurs. Demandez-le avec ce texte\u00a0; ils vous remettent ensuite le secret par un lien qui s’ouvre une seule fois, et il ne figure dans aucun e-mail.",
    after:
      "Après avoir ouvert ce lien, vérifiez les trois valeurs par un premier appel, et notez le vendeur dans votre liste.",
    check: "Vérifier par un premier appel",
    keep: "Noter le vendeur",
  },
  kept: {
    title: "Vendeurs qui ont leur propre clientId",
    lead: "Les vendeurs qui vous ont donné leur propre clientId, conservés à côté des comptes reliés. N’écrivez jamais de clientSecret ici.",
    none: "Personne n’est noté ici pour l’instant.",
    add: "Noter un vendeur",
    sellerId: "SellerId",
    clientId: "clientId",
    reference: "Votre référence",
    notes: "Remarques",
    submit: "Noter",
    columns: {
      sellerId: "SellerId",
      clientId: "clientId",
      reference: "Référence",
      notes: "Remarques",
      edit: "Modifier",
      remove: "Supprimer",
    },
    edit: "Modifier",
    editSubmit: "Enregistrer",
    remove: "Supprimer",
    removeHint: "Seule cette note disparaît\u00a0; ce que le vendeur vous a donné ne change pas.",
    removeSubmit: "Supprimer de la liste",
    csv: "Prendre la liste en CSV",
    done: {
      kept: "C’est noté.",
      changed: "C’est modifié.",
      removed: "Supprimé de la liste.",
    },
  },
};
