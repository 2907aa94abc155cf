import type { EndingView } from "@/lib/privacy/find-leaving";
import type { privacy as en } from "../en/privacy";

const kept: (typeof en)["kept"] = {
  account: {
    what: "Votre compte\u00a0: nom, adresse e-mail, empreinte du mot de passe, second facteur, choix",
    howLong: (time) =>
      `Jusqu’à ce que vous le supprimiez. Qui n’appartient plus à aucune organisation est oublié ${time} après sa dernière session.`,
    why: "Pour vous laisser entrer, vous et personne d’autre.",
  },
  sessions: {
    what: "Les sessions\u00a0: date, adresse réseau, navigateur",
    howLong: (time) => `${time} après leur fin`,
    why: "Pour que vous voyiez où vous êtes connecté, et ce qui n’était pas vous.",
  },
  signUps: {
    what: "Inscriptions non terminées, liens pour choisir un nouveau mot de passe ou se passer d’un second facteur perdu, demandes de compte vendeur",
    howLong: (time) => `${time} après leur expiration`,
    why: "Un lien envoyé fonctionne un certain temps, puis dit qu’il a expiré.",
  },
  letters: {
    what: "Les courriers\u00a0: adresse, objet, et le texte sous chiffrement\u00a0; lignes des récapitulatifs",
    howLong: (time) => `7 jours après leur départ, ${time} au plus`,
    why: "Pour réessayer quand un serveur de messagerie n’a pas répondu.",
  },
  firstCalls: {
    what: "Comptes rendus des premiers appels, sans secrets ni jetons",
    howLong: (time) => time,
    why: "Pour que vous puissiez y revenir et les montrer.",
  },
  traffic: {
    what: "Messages aux serveurs et leurs réponses, formulaires utilisés, compteurs de limites, appels répétés",
    howLong: (time) => `De quelques heures à ${time}`,
    why: "Pour tout remettre une fois, et pour arrêter les essais au hasard et les afflux.",
  },
  tickets: {
    what: "Demandes d’aide avec leurs messages et leurs fichiers",
    howLong: (time) => `${time} après leur résolution\u00a0; le numéro à rappeler part avec votre compte`,
    why: "Les questions reviennent, et les réponses ne doivent pas se perdre.",
  },
  invitations: {
    what: "À qui une invitation a été envoyée, et son message\u00a0; remises d’identifiants",
    howLong: (time) => `${time} après la réponse ou la fin`,
    why: "Pour que les deux parties voient qui a demandé à qui.",
  },
  team: {
    what: "Invitations dans une équipe, offres de propriété, demandes de partage d’un compte vendeur",
    howLong: (time) => `${time} après leur fin`,
    why: "Pour que les propriétaires voient à qui il a été demandé.",
  },
  bulk: {
    what: "Actions sur de nombreux vendeurs reliés, avec le nom de la personne qui les a lancées",
    howLong: (time) => `${time} après leur fin`,
    why: "Pour voir ce qu’il est advenu de chacun, et pouvoir revenir en arrière.",
  },
  directory: {
    what: "Fiches de l’annuaire et décisions à leur sujet, domaines prouvés, images",
    howLong: (time) =>
      `Avec l’organisation\u00a0; essais de preuve d’un domaine ${time}, images que rien n’affiche un jour`,
    why: "Elles sont publiques\u00a0: il faut savoir qui a décidé quoi.",
  },
  notes: {
    what: "Ce que l’équipe de la place de marché note au sujet d’un cas",
    howLong: (time) => time,
    why: "Pour que la personne suivante sache ce qui s’est passé.",
  },
  organisation: {
    what: "L’organisation\u00a0: nom, comptes vendeurs, clients API et leur contact, liaisons, consentements",
    howLong: () =>
      "Jusqu’à ce qu’un propriétaire la supprime. Les liaisons terminées, et les consentements correspondants, restent pour l’autre partie\u00a0; les notes et étiquettes disparaissent aussitôt.",
    why: "Une liaison concerne deux parties\u00a0: chacune peut avoir à prouver qui avait accès, et quand.",
  },
  events: {
    what: "Le journal d’audit\u00a0: qui a fait quoi et quand, avec le nom porté alors, et les numéros de requête",
    howLong: (time) => `${time}, même si le compte est supprimé`,
    why: "Notre intérêt légitime, et le vôtre\u00a0: savoir plus tard qui a donné ou retiré un accès. Personne ne peut le modifier, nous non plus.",
  },
};

const many = (count: number, one: string, more: string) =>
  count < 2 ? `${count} ${one}` : `${count} ${more}`;

/** What is kept of people, and the ways to take it along and out. */
export const privacy: typeof en = {
  title: "Vos données",
  lead: "Ce que ce portail conserve des personnes, combien de temps, et pourquoi. Ce qui a fait son temps s’efface de lui-même.",
  keptTitle: "Ce qui est conservé",
  columns: { what: "Quoi", howLong: "Combien de temps", why: "Pourquoi" },
  time: (days) => (days >= 730 ? `${Math.round(days / 365)} ans` : many(days, "jour", "jours")),
  kept,
  parts: [
    {
      id: "yours",
      title: "Ce que vous pouvez faire",
      body: [
        "Emporter vos données, en un seul fichier\u00a0: votre compte, vos sessions, les courriers par leur objet, ce que vous avez fait, ce que vous avez demandé, et tout ce qui concerne chaque organisation dont vous êtes propriétaire. Aucun fichier ne contient de secrets, de jetons ni de mots de passe\u00a0; nous ne les avons pas nous-mêmes.",
        "Supprimer votre compte ou, en tant que propriétaire, votre organisation. Les deux ont lieu aussitôt et définitivement, après saisie de votre mot de passe et d’un mot de confirmation. Il n’y a pas de délai\u00a0: qui met fin à un accès veut qu’il cesse maintenant, et personne ne doit retrouver ouverte une porte qu’il avait fermée.",
        "Les deux se trouvent sur la page de votre compte.",
      ],
    },
    {
      id: "stays",
      title: "Ce qui reste après votre départ",
      body: [
        "Le journal d’audit reste tel qu’il a été écrit, avec le nom que vous portiez. Il est scellé bloc par bloc, de sorte que personne ne peut en modifier ou en retirer une ligne sans que cela se voie\u00a0; c’est ce qui lui donne de la valeur, pour vous aussi. Après trois ans, ses lignes disparaissent, bloc par bloc.",
        "Une liaison terminée reste dans l’historique de l’autre partie, avec le nom de l’organisation, pas avec le vôtre. Là où votre nom figurait à côté d’un message ou d’une action, il y a un tiret.",
      ],
    },
    {
      id: "not",
      title: "Ce que nous ne faisons pas",
      body: [
        "Il n’y a ni publicité, ni suivi, ni analyse par des tiers, et rien n’est chargé d’ailleurs. Les seuls cookies sont la session, un nombre aléatoire pour les formulaires des visiteurs, et la langue.",
      ],
    },
    {
      id: "weakness",
      title: "Vous avez trouvé une faille\u00a0?",
      body: [
        "Prévenez-nous avant d’en parler à d’autres. Le fichier /.well-known/security.txt indique où\u00a0; nous répondons sous cinq jours ouvrés, et quiconque s’en tient à ses propres comptes n’a rien à craindre.",
      ],
    },
  ],
  toAccount: "Vers la page de votre compte",
  accountGone: "Votre compte est supprimé. Un dernier courrier le confirme.",
  footer: "Vos données",
  data: {
    title: "Vos données",
    intro:
      "Un seul fichier avec tout ce qui est conservé de vous et des organisations dont vous êtes propriétaire. Sans secrets.",
    export: "Télécharger mes données",
    more: "Ce qui est conservé, combien de temps, et pourquoi",
    goodbye: "Partir définitivement",
    goodbyeIntro: "Les deux prennent effet aussitôt et ne peuvent pas être annulés.",
    organisationGone: "L’organisation est supprimée. Toutes les personnes concernées ont été prévenues.",
    account: {
      open: "Supprimer mon compte",
      consequence:
        "Vous êtes déconnecté partout. Votre nom, votre adresse, votre mot de passe et vos choix disparaissent\u00a0; ce que vous avez fait reste trois ans dans le journal d’audit, avec le nom que vous portez aujourd’hui.",
      others: (names: string) => `Vous quittez ${names}\u00a0; les propriétaires sont prévenus.`,
      alone: (names: string) =>
        `Personne d’autre n’est dans ${names}\u00a0: elle est supprimée avec votre compte, avec tous ses clients API et toutes ses liaisons.`,
      needed: (names: string) =>
        `Vous êtes le seul propriétaire de ${names}. Transmettez-la depuis la page de l’équipe, ou supprimez-la\u00a0; vous pourrez ensuite supprimer votre compte.`,
      typed: (email: string) => `Saisissez ${email} pour confirmer`,
      endOrganisations: "Supprimer aussi ce à quoi moi seul appartiens",
      submit: "Supprimer mon compte définitivement",
    },
    organisation: {
      open: (name: string) => `Supprimer ${name}`,
      consequence: ({ clients, links, sellers, members }: EndingView) =>
        `${many(clients, "client API", "clients API")} et ${many(links, "liaison", "liaisons")} prennent fin maintenant, secrets et jetons cessent de fonctionner en une seconde. ${many(sellers, "compte vendeur n’appartient", "comptes vendeurs n’appartiennent")} plus à personne ici. ${many(members, "personne perd", "personnes perdent")} l’accès. Les deux parties de chaque liaison sont prévenues.`,
      atOnce:
        "Il n’y a pas de délai de réflexion. Ce que la place de marché elle-même conserve de votre boutique n’est pas touché.",
      typed: (name: string) => `Saisissez ${name} pour confirmer`,
      submit: "Supprimer l’organisation définitivement",
    },
  },
};
