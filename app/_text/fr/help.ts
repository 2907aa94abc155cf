import type { help as en } from "../en/help";

/** Help: the button on every page, the form it leads to, and the tickets of an organisation. */
export const help: typeof en = {
  nav: "Aide",
  link: "Demander de l’aide à ce sujet",
  call: {
    subject: (verdict: string) => `Premier appel\u00a0: ${verdict}`,
    message: "Je n’arrive pas à faire aboutir cet appel. Son rapport est joint.",
  },
  report: {
    link: "Signaler ce client",
    subject: (clientId: string) => `Je ne fais pas confiance au client ${clientId}`,
    hint: "D’où vient son clientId, et que vous a-t-on demandé\u00a0? Nous vérifions, et pouvons l’arrêter pour tous.",
  },
  title: "Aide",
  lead: "Écrivez ici plutôt que d’envoyer un e-mail\u00a0: nous voyons ce que vous avez vu, et la réponse arrive sur cette page et dans votre boîte.",
  operator: "Vous répondez aux demandes d’aide à votre bureau.",
  who: "les vendeurs, les partenaires et les agrégateurs",
  desk: "Ouvrir les demandes",
  /** Aux membres d’une organisation suspendue par l’opérateur. */
  stopped: {
    title: "Personne ne peut agir pour votre organisation en ce moment",
    why: ({ name, since, reason }) =>
      reason
        ? `${name} est suspendue depuis le ${since} par l’équipe de la place de marché. Elle écrit\u00a0: ${reason}`
        : `${name} est suspendue depuis le ${since} par l’équipe de la place de marché.`,
    write: (name) =>
      `Vous pouvez lire ceci et écrire à l’équipe ici, pour ${name}. Rien d’autre ne vous est ouvert tant qu’elle ne fonctionne pas de nouveau\u00a0; rien n’est supprimé.`,
    signedIn: "Vous êtes connecté, et votre organisation est suspendue",
    read: "Lire pourquoi, et écrire à l’équipe de la place de marché",
  },
  ask: {
    title: "Demander de l’aide",
    subject: "De quoi s’agit-il\u00a0?",
    message: "Que s’est-il passé, et que vouliez-vous faire\u00a0?",
    messageHint:
      "N’envoyez jamais de clientSecret, de jeton ni de mot de passe. Ce qui y ressemble est retiré avant l’enregistrement.",
    callMe: "Vous préférez parler\u00a0? Quand pouvons-nous vous appeler\u00a0?",
    callMeHint: "Jours et heures, avec votre fuseau horaire\u00a0: lundi de 10 h à 12 h, Paris.",
    callNumber: "Votre numéro de téléphone",
    file: "Fichiers",
    fileHint:
      "Trois au plus, 1 Mo chacun\u00a0: texte brut (.txt, .log, .csv, .json, .md) ou image (PNG, JPEG, WebP).",
    submit: "Envoyer",
  },
  files: {
    file_big: "Un fichier dépasse 1 Mo. Envoyez la partie qui compte.",
    file_encoding:
      "Un fichier texte n’est pas en UTF-8. Enregistrez-le en UTF-8, ou collez son texte ci-dessus.",
    file_type: "Seuls le texte brut et les images (PNG, JPEG, WebP) peuvent être envoyés.",
  },
  context: {
    title: "Ceci est joint",
    intro: "Pour que personne n’ait à vous le demander. Cela ne contient aucun secret.",
    drop: "Poser une autre question",
    topic: "Sujet",
    topics: { report: "Un client à vérifier" },
    path: "Page concernée",
    code: "Ce qui s’est affiché",
    reference: "Référence",
    clientId: "clientId",
    sellerId: "SellerId",
    lamp: "Témoin de la chaîne",
    report: "Rapport du premier appel",
    reportOpen: "Ouvrir le rapport",
  },
  list: {
    title: "Vos demandes",
    columns: { number: "Demande", state: "État", changed: "Dernier changement", by: "Ouverte par" },
    empty: {
      title: "Aucune demande pour l’instant",
      body: "Ce que vous et vos collègues demandez se trouve ici, avec les réponses.",
    },
  },
  states: {
    waits_for_us: "À nous de répondre",
    waits_for_you: "À vous de répondre",
    solved: "Résolue",
  },
  ticket: {
    title: (number) => `Demande ${number}`,
    messages: "Échanges",
    us: (name) => `${name}, support de la place de marché`,
    files: "Fichiers",
    facts: "À propos de cette demande",
    openedBy: "Ouverte par",
    openedAt: "Ouverte le",
    call: "Me rappeler",
    callNumber: "Numéro de téléphone",
    callNoTime: "À tout moment",
    answerTitle: "Écrire sur cette demande",
    message: "Votre message",
    reopens: "Cette demande est résolue. Si vous y écrivez, elle est ouverte à nouveau.",
    send: "Envoyer",
    solveTitle: "Est-ce résolu\u00a0?",
    solveIntro: "Alors dites-le, et la demande quitte la file. Vous pourrez toujours écrire ici.",
    solve: "C’est résolu",
    done: {
      opened: "Nous avons votre question. La réponse arrive ici et par e-mail.",
      same: "Vous avez déjà posé cette question\u00a0: voici la demande. Rien n’a été envoyé deux fois.",
      added: "Vous aviez posé cette question il y a quelques minutes\u00a0: vos mots y ont été ajoutés.",
      cleaned:
        "Envoyé. Nous avons retiré quelque chose qui ressemblait à un secret avant l’enregistrement. Si c’en était un vrai, retirez-le maintenant\u00a0: quiconque l’a vu peut s’en servir.",
      answered: "Envoyé. Nous y regardons à nouveau.",
      solved: "La demande est résolue.",
    } as Record<string, string>,
  },
};
