import type { webhooks as en } from "../en/webhooks";

/** Told by machine: the endpoint of a client, its messages, and the portal API. */
export const webhooks: typeof en = {
  title: "Webhook",
  lead: "Votre serveur est informé en quelques secondes lorsqu’un vendeur relie ce client API ou met fin à une liaison. Personne n’a à recopier de SellerId.",
  none: "Aucune adresse n’est définie. Les nouvelles des liaisons arrivent par e-mail à l’adresse de contact.",
  url: "Adresse",
  urlHint: "Elle commence par https:// et mène à votre propre serveur, sur l’internet public.",
  events: "Ce dont il faut vous informer",
  eventNames: {
    "link.created": "Un vendeur relie ce client API",
    "link.ended": "Une liaison prend fin, avec la raison",
    "link.expiring": "Une liaison va bientôt prendre fin",
    "invitation.accepted": "Une invitation est acceptée",
    "secret.expiring": "Un secret va bientôt cesser de fonctionner",
    "listing.decided": "Votre fiche dans l’annuaire est examinée",
  },
  testName: "Message de test",
  submit: "Ajouter cette adresse",
  since: "Depuis",
  staleLink:
    "La clé créée à {at} n’a été affichée qu’une fois. Si elle n’a pas été conservée, supprimez l’adresse et ajoutez-la de nouveau.",
  reveal: {
    title: "Votre clé de signature, affichée cette seule fois",
    lead: "Chaque message est signé avec elle (Standard Webhooks 1.0). Vérifiez la signature avant de croire un message.",
    key: "Clé de signature",
    warning:
      "Cette clé est affichée maintenant et plus jamais ensuite. Conservez-la là où votre serveur la lit.",
    stored: "J’ai conservé la clé",
    goOn: "Continuer",
  },
  failing: (since: string) =>
    `Tous les essais depuis le ${since} ont échoué. Les messages attendent et sont renvoyés pendant environ trois jours\u00a0; le journal indique ce que votre serveur a répondu.`,
  disabled: (since: string) =>
    `Votre serveur a répondu 410 le ${since}, ce qui signifie\u00a0: plus de messages. Aucun n’est envoyé tant que vous ne réactivez pas l’adresse.`,
  enable: "Réactiver l’adresse",
  test: "Envoyer un message de test",
  log: "Voir les messages",
  remove: "Supprimer cette adresse",
  removeBody:
    "Plus rien n’y est envoyé\u00a0; les messages en attente sont abandonnés. Les nouvelles des liaisons arrivent alors par e-mail.",
  removeSubmit: "La supprimer",
  done: {
    webhook_added:
      "L’adresse est définie. Sa clé de signature n’a été affichée qu’une fois\u00a0; si elle n’a pas été conservée, supprimez l’adresse et ajoutez-la de nouveau.",
    webhook_removed: "L’adresse est supprimée. Plus rien n’y est envoyé.",
    webhook_enabled: "L’adresse est réactivée.",
    portal_api_on:
      "L’API du portail est activée. Demandez un nouveau jeton\u00a0: les précédents ne la contiennent pas.",
    portal_api_off: "L’API du portail est désactivée, dès maintenant.",
  },
  api: {
    title: "API du portail",
    lead: "Permet à votre programme de demander lui-même\u00a0: vendeurs reliés, événements, invitations, prochain secret. Elle utilise les jetons de ce client API.",
    on: (since: string) => `Activée depuis le ${since}.`,
    off: "Désactivée.",
    turnOn: "L’activer",
    turnOff: "La désactiver",
    guide: "Comment fonctionne l’API du portail",
  },
  deliveries: {
    title: "Messages",
    lead: "Ce qui a été envoyé à l’adresse de ce client API au cours des trente derniers jours, les cent plus récents, avec chaque essai.",
    none: "Rien n’a encore été envoyé.",
    columns: { message: "Message", made: "Créé", state: "État", tries: "Essais", act: "Renvoi" },
    states: { waiting: "En attente", retrying: "Nouvel essai", answered: "Répondu", given_up: "Abandonné" },
    next: (when: string) => `prochain essai le ${when}`,
    status: (status: number) => `a répondu ${status}`,
    took: (milliseconds: number) => `${milliseconds}\u00a0ms`,
    faults: {
      refused_url: "non envoyé\u00a0: l’adresse n’est pas autorisée",
      refused_address: "non envoyé\u00a0: le nom mène à un réseau privé",
      dns: "le nom n’a pas été trouvé",
      connect: "pas de connexion",
      tls: "le certificat ne correspond pas au nom",
      timeout: "pas de réponse en dix secondes",
      no_answer: "la connexion s’est terminée sans réponse",
      bad_answer: "la réponse est illisible",
      too_big: "la réponse est trop grande",
      redirect: "une redirection, qui n’est pas suivie",
      gone: "ne veut plus de messages",
      status: "non accepté",
      disabled: "non envoyé\u00a0: l’adresse a été désactivée ou supprimée",
      no_key: "non envoyé\u00a0: la clé de signature ne peut pas être ouverte",
    },
    again: "Renvoyer",
    done: { sent: "Le message est en route. Rechargez cette page pour voir ce que répond votre serveur." },
    reload: "Regarder de nouveau",
  },
};
