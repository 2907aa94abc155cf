import type { consent as en } from "../en/consent";

/** The consent page: who asks for access, to which account, what it means. */
export const consent: typeof en = {
  titles: {
    partner: "Relier le client API de votre partenaire",
    aggregator: "Relier votre agrégateur ou module",
    any: "Relier un client API",
  },
  lead: "C’est ici que vous décidez qui peut agir pour votre compte vendeur. Rien ne se passe avant votre confirmation.",
  ask: {
    label: "clientId",
    hints: {
      partner: "Votre partenaire vous l’a donné. Recopiez-le exactement, majuscules comprises.",
      aggregator:
        "Votre agrégateur ou module l’affiche dans ses réglages. Recopiez-le exactement, majuscules comprises.",
      any: "Recopiez-le exactement comme vous l’avez reçu, majuscules comprises.",
    },
    submit: "Rechercher",
    elsewhere: "Vous ne l’avez pas\u00a0?",
    choose: "Trouver votre agrégateur ou module par son nom",
  },
  kinds: "le propriétaire ou un éditeur d’un compte vendeur",
  wrongKind: (organisation) =>
    `Vous agissez pour ${organisation}, qui ne possède aucun compte vendeur. C’est le vendeur qui ouvre une liaison.`,
  viewer:
    "Votre rôle est lecteur\u00a0: vous pouvez regarder, mais pas relier. Envoyez cette adresse à l’une de ces personnes\u00a0:",
  addressName: "l’adresse",
  noAccount: "Votre organisation n’a pas encore de compte vendeur\u00a0: il n’y a rien à relier.",
  moves: (clientId) =>
    `Cet accès remplace celui de ${clientId}, du même titulaire\u00a0: celui-ci prend fin au moment où vous donnez le nouveau.`,
  expired: {
    body: "L’invitation a été utilisée, retirée, ou est trop ancienne. Demandez-en une nouvelle à son auteur, ou reliez sans elle.",
    without: "Relier sans l’invitation",
  },
  noMatch: {
    title: "Personne n’a ce clientId",
    body: (clientId) => `Il n’existe aucun client API avec le clientId ${clientId}.`,
    near: "Vouliez-vous dire l’un de ceux-ci\u00a0?",
    odd: (letters) =>
      `Attention\u00a0: il contient des caractères qu’aucun clientId ne comporte, même s’ils ressemblent à des lettres habituelles\u00a0: ${letters}. Quelqu’un imite peut-être un nom.`,
    check: "Vérifiez chaque lettre, ou demandez à la personne qui vous l’a donné.",
  },
  suspended: {
    title: "Ce client API est suspendu",
    body: (partner) =>
      `${partner} ne peut pas être relié tant qu’il est suspendu. Rien n’a été modifié. Réessayez quand il aura été réactivé.`,
  },
  suspendedNow:
    "Ce client API a été suspendu entre-temps\u00a0: il ne peut pas être relié. Rien n’a été modifié.",
  partner: {
    title: "Qui demande l’accès",
    own: "Votre propre client API",
    listed: "Dans l’annuaire",
    reviewed: "Examiné",
    unreviewed: "Non examiné",
    knownAs: "Entreprise",
    since: "Présent depuis le",
    clientSince: "clientId créé le",
    website: "Site web",
    domain: "Domaine",
    domainProven: (domain, when) => `${domain}, prouvé le ${when}`,
    domainNone: "aucun domaine prouvé",
    links: "Comptes vendeurs reliés",
    bands: {
      few: "moins de 10",
      "10": "10 ou plus",
      "100": "100 ou plus",
      "1000": "1\u202f000 ou plus",
    },
    message: "Son message",
  },
  mistaken: {
    title: "Ce n’est peut-être pas celui que vous croyez",
    body: (name, clientId) =>
      `Il ressemble à ${name} (clientId ${clientId}), qui figure dans l’annuaire. Celui-ci n’y figure pas, et personne ne l’a examiné.`,
    instead: (name) => `Voir plutôt ${name}`,
  },
  unreviewed: {
    title: "Personne n’a examiné ce client API",
    body: (organisation) =>
      `Nous n’avons pas encore examiné ${organisation}. Ne continuez que si vous les connaissez et si vous tenez le clientId d’eux directement, et non d’un message inattendu.`,
    points: [
      "Qui détient ce clientId pourrait lire vos commandes et modifier vos offres et vos prix.",
      "Vous confirmez avec votre mot de passe et saisissez votre SellerId, pour que rien n’arrive par accident.",
      "Cinq comptes vendeurs au plus peuvent y être reliés tant qu’il n’a pas été examiné.",
    ],
    fresh: "Confirmer d’abord avec votre mot de passe",
  },
  linked: {
    title: "Déjà relié",
    all: "Ce client API a déjà accès à tous vos comptes vendeurs.",
    one: (shop, sellerId) => `${shop}, SellerId ${sellerId}\u00a0: relié`,
    open: "Ouvrir la liaison",
  },
  expected: {
    title: "L’invitation concerne un autre compte",
    body: (sellerId, organisation) =>
      `Elle attend le SellerId ${sellerId}, qui n’appartient pas à ${organisation}. Pour ne pas relier un mauvais compte, tout s’arrête ici.`,
    switch:
      "Si le compte appartient à une autre de vos organisations, choisissez-la en haut de la page. Sinon, demandez à l’auteur une invitation sans SellerId, ou reliez sans elle.",
    notice: (shop, sellerId) => `L’invitation concerne ${shop}, SellerId ${sellerId}.`,
  },
  account: {
    title: "Quel compte",
    choose: "Quel compte vendeur\u00a0?",
    sellerId: "SellerId",
    linked: "déjà relié",
    wrong: "Regardez-y à deux fois\u00a0: se tromper de compte est ici l’erreur la plus fréquente.",
  },
  words: {
    allowsTitle: "Ce que la liaison permet",
    allows: [
      "Lire ce compte vendeur par l’API\u00a0: offres, commandes, discussions, indicateurs.",
      "Le modifier par l’API\u00a0: offres, prix, stocks, commandes.",
    ],
    forbidsTitle: "Ce qu’elle ne permet pas",
    forbids: [
      "Se connecter à votre place, ou voir votre mot de passe.",
      "Atteindre un autre de vos comptes vendeurs.",
      "Relier d’autres clients API, ou changer qui a accès.",
    ],
    longTitle: "Pour combien de temps",
    long: "Jusqu’à ce que vous y mettiez fin, ou jusqu’au terme de la durée choisie ci-dessous. Chaque appel est vérifié.",
    undoTitle: "Comment revenir en arrière",
    undo: "Un clic suffit pour annuler dans les dix minutes\u00a0; ensuite, vous y mettez fin sous Qui a accès. L’appel suivant est refusé.",
    terms: "J’accepte que ce client API agisse pour mon compte vendeur par l’API, comme décrit ici",
    confirm: "Je sais qui demande l’accès, et j’ai choisi le bon compte",
  },
  duration: "Pour combien de temps\u00a0?",
  durations: { none: "Jusqu’à ce que j’y mette fin", "90": "90 jours", "365": "Un an" },
  typed: "Saisissez le SellerId du compte choisi",
  submit: "Donner l’accès",
  not: "Ne pas relier",
  openLink: "Ouvrir la liaison",
  lookAgain: "Afficher la page à nouveau",
  signIn: "Confirmez avec votre mot de passe, puis revenez ici",
};
