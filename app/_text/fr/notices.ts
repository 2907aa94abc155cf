import type { notices as english } from "../en/notices";

/** Comment une personne est informée de ce qui se passe. */
export const notices: typeof english = {
  title: "Avis",
  intro:
    "Choisissez comment vous êtes informé de ce qui se passe. Les e-mails concernant la connexion, les secrets, l’accès aux comptes vendeurs, les équipes et les suspensions sont toujours envoyés\u00a0; personne ne peut les désactiver.",
  names: {
    newLinks: "Un vendeur relie un client API",
    endedLinks: "Une liaison prend fin",
    invitations: "Une invitation est refusée",
    requests: "Un partenaire demande un accès",
    reminders: "Un partenaire vous rappelle un accès qui prend fin",
    expiring: "Une liaison ou un secret prend bientôt fin",
    endpoints: "Les messages vers votre serveur sont arrêtés",
    reviews: "Un client API a été vérifié",
    listings: "Votre fiche de l’annuaire a été traitée",
    tickets: "Une réponse à votre demande d’aide",
    reports: "Un collègue vous envoie un compte rendu",
  },
  hints: {
    newLinks:
      "Tant qu’un client API n’a pas de webhook, cet e-mail est toujours envoyé aussitôt\u00a0: c’est lui qui vous annonce la liaison.",
    endedLinks: "À l’adresse de contact de chaque client API, avec le motif.",
    invitations: "Par le vendeur que vous avez invité.",
    requests: "Les demandes attendent aussi sur votre page vendeur.",
    reminders: "Un accès à l’un de vos comptes vendeurs, avant ou après sa fin.",
    expiring: "Liaisons 30, 7 et 1 jours avant, secrets 7 et 1 jours avant.",
    endpoints: "Votre serveur n’en veut plus.",
    reviews: "Par l’équipe de la place de marché, avec le motif en cas de refus.",
    listings: "Avec le motif et les remarques de l’équipe de la place de marché.",
    tickets: "Elle figure aussi sur la page de la demande.",
    reports: "D’un premier appel, accompagné d’une phrase de sa part.",
  },
  choices: {
    mail: "Par e-mail, aussitôt",
    digest: "Dans mon récapitulatif",
    off: "Pas du tout",
  },
  rhythm: "Quand arrive mon récapitulatif",
  rhythmHint:
    "Un seul e-mail avec tout ce que vous avez choisi d’y recevoir\u00a0; aucun s’il ne s’est rien passé.",
  rhythms: {
    daily: "Chaque matin à 7 heures, heure de Paris",
    weekly: "Le lundi matin à 7 heures, heure de Paris",
    off: "Jamais",
  },
  summary: "Bilan de votre organisation",
  deskHint: "Ce qui attend au bureau, et depuis quand.",
  linksHint: (company) =>
    `Pour ${company}\u00a0: liaisons nouvelles et terminées, appels en échec, liaisons bientôt terminées, invitations acceptées.`,
  submit: "Enregistrer mon choix",
  saved: "Votre choix est enregistré.",
};
