import type { team as en } from "../en/team";

/** The team of an organisation, and the way into one. */
export const team: typeof en = {
  title: "Équipe",
  lead: (company) => `Qui agit pour ${company}, et avec quel rôle.`,
  you: "Vous",
  columns: {
    name: "Nom",
    role: "Rôle",
    since: "Membre depuis",
    seen: "Dernière activité",
    acts: "Modifier",
  },
  seen: { day: "aujourd’hui", week: "cette semaine", month: "ce mois-ci", longer: "il y a plus longtemps" },
  done: {
    invited: "L’invitation est en route. Son lien fonctionne une seule fois, pendant 72 heures.",
    resent: "Un nouveau lien est en route. L’ancien ne fonctionne plus.",
    withdrawn: "L’invitation est annulée. Son lien ne fonctionne plus.",
    changed: "Le rôle est enregistré. Il compte dès le prochain clic de cette personne.",
    removed: "Cette personne ne fait plus partie de l’équipe et en a été déconnectée partout.",
    offered: "La proposition est faite. Rien ne change tant que votre collègue n’a pas accepté.",
    offerWithdrawn: "La proposition est annulée.",
    accepted: "Vous êtes maintenant propriétaire.",
    declined: "Vous avez refusé. Chacun garde son rôle.",
  },
  joined: (company, role) =>
    `Vous faites maintenant partie de l’équipe de ${company}. Votre rôle\u00a0: ${role}.`,
  joinedNext: "Continuer",
  about: {
    open: "Ce que permet chaque rôle",
    owner: "Peut tout faire et décide qui fait partie de l’équipe.",
    editor: "Gère les clients API, les secrets et les liaisons, mais pas l’équipe.",
    viewer: "Voit tout et ne modifie rien.",
  },
  change: {
    open: "Changer le rôle",
    role: "Rôle",
    hint: (name) => `Il compte dès le prochain clic de ${name}, qui en est informé par e-mail.`,
    fresh: "Pour nommer ou démettre un propriétaire, vous saisissez de nouveau votre mot de passe.",
    submit: "Enregistrer le rôle",
  },
  remove: {
    open: "Retirer",
    hint: (name) =>
      `${name} ne voit plus rien de cette organisation, et ses pages ouvertes s’arrêtent au prochain clic. Ce que cette personne a créé demeure.`,
    owner:
      "Les invitations qu’elle a envoyées prennent fin aussi. Vous saisissez de nouveau votre mot de passe.",
    submit: "Retirer de l’équipe",
  },
  invite: {
    title: "Inviter un collègue",
    lead: "Votre collègue reçoit un e-mail avec un lien. Personne n’entre dans l’équipe avant de l’avoir utilisé.",
    email: "Adresse e-mail",
    role: "Rôle",
    fresh: "Pour inviter un propriétaire, vous saisissez de nouveau votre mot de passe.",
    submit: "Envoyer l’invitation",
    taken: "Une personne ayant cette adresse fait déjà partie de l’équipe.",
  },
  invitations: {
    title: "Invitations en attente",
    columns: {
      email: "Envoyée à",
      role: "Rôle",
      sent: "Envoi",
      state: "État",
      acts: "Modifier",
    },
    by: (name) => `par ${name}`,
    sends: (times) => `envoyée ${times} fois`,
    open: (until) => `Ouverte jusqu’au ${until}`,
    over: "Trop ancienne",
    resend: "Renvoyer",
    withdraw: "Annuler",
  },
  ownership: {
    title: "Transmettre l’organisation",
    lead: "Votre collègue devient propriétaire et vous devenez éditeur, dès qu’il a accepté.",
    member: "À qui",
    fresh: "Vous saisissez de nouveau votre mot de passe, et votre collègue aussi.",
    submit: "Proposer la propriété",
    open: "Proposer la propriété à un collègue",
    waiting: (giver, taker, until) =>
      `${giver} a proposé la propriété à ${taker}. La proposition est valable jusqu’au ${until}.`,
    withdraw: "Annuler la proposition",
    toYou: (giver) => `${giver} vous propose la propriété`,
    toYouLead: (giver, company, until) =>
      `Si vous acceptez, vous devenez propriétaire de ${company} et ${giver} devient éditeur. La proposition est valable jusqu’au ${until}.`,
    accept: "Accepter la propriété",
    decline: "Refuser",
  },
  leave: {
    title: "Partir",
    open: "Quitter cette équipe",
    hint: (company) =>
      `Vous ne voyez plus rien de ${company}, dans aucun navigateur. Seul un propriétaire peut vous inviter de nouveau.`,
    submit: "Quitter l’équipe",
    lastOwner:
      "Vous êtes le seul propriétaire, et une organisation en garde toujours un. Proposez la propriété à un collègue ou nommez un autre propriétaire\u00a0; vous pourrez ensuite partir.",
    alone:
      "Vous êtes le seul propriétaire, et une organisation en garde toujours un. Invitez d’abord un collègue comme propriétaire.",
    left: (company) => `Vous ne faites plus partie de cette équipe. Vous agissez maintenant pour ${company}.`,
    leftAll:
      "Vous ne faites plus partie de l’équipe, ni d’aucune autre. Votre compte demeure\u00a0: une équipe peut vous inviter à votre adresse.",
  },
  join: {
    title: (company) => `Rejoindre ${company}`,
    lead: (by, company) => `${by} vous invite à rejoindre l’équipe de ${company}.`,
    facts: {
      company: "Organisation",
      by: "Invité par",
      email: "Pour",
      role: "Rôle",
      until: "Ouverte jusqu’au",
    },
    ended: "Cette invitation a été utilisée, annulée ou est trop ancienne.",
    endedMore: "Demandez à la personne qui vous a invité de la renvoyer.",
    isMember: (company) => `Vous faites déjà partie de l’équipe de ${company}.`,
    toTeam: "Ouvrir l’équipe",
    submit: "Rejoindre l’équipe",
    other: (email, invited) =>
      `Vous êtes connecté avec l’adresse ${email}, mais cette invitation est pour ${invited}. Déconnectez-vous ici, et cette page revient.`,
    signOut: "Se déconnecter et revenir",
    known: (email) => `${email} a un compte. Connectez-vous, et cette page revient.`,
    alone: (email) =>
      `${email} a un compte, qui n’appartient à aucune organisation en ce moment. Son mot de passe vous fait entrer.`,
    forgotten: "Mot de passe perdu\u00a0?",
    newTitle: "Votre compte",
    newLead: (email) =>
      `Il est pour ${email}, que l’e-mail a prouvée. Ce que vous faites ici est consigné sous votre nom.`,
    newSubmit: "Créer mon compte et rejoindre l’équipe",
  },
};
