import type { jobs as english } from "../en/jobs";

/** Ce que fait le programme de fond, et ce qui n'est pas arrivé. */
export const jobs: typeof english = {
  title: "Tâches et remises",
  lead: "Ce que fait le programme de fond, et quels e-mails et messages ne sont pas arrivés. Rechargez la page pour actualiser.",
  worker: {
    title: "Programme de fond",
    seen: (when) => `Dernier signe de vie le ${when}.`,
    columns: { job: "Tâche", ran: "Dernier passage", did: "Dernier travail", state: "État" },
    names: {
      "deliver mails": "Envoyer les e-mails",
      "deliver webhooks": "Envoyer les messages aux serveurs",
      "tell owners the rest": "Écrire aux propriétaires en une fois",
      "tell the rest": "Écrire sur les liaisons en une fois",
      "tell expiring": "Rappeler ce qui prend bientôt fin",
      "close lapsed links": "Fermer les liaisons échues",
      "run bulk": "Traiter les actions groupées",
      prune: "Supprimer ce qui a fait son temps",
      "rotate signing keys": "Renouveler les clés de signature",
      "note runs": "Tenir cette liste",
      "seal events": "Sceller le journal d’audit",
      "send digests": "Envoyer les récapitulatifs",
      "tell of recoveries": "Prévenir qu’un second facteur sera désactivé",
    },
    works: "Fonctionne",
    fails: "En échec",
    unrun: "Pas encore lancée",
    failed: (when) => `échec le ${when}`,
    never: "jamais",
  },
  letters: {
    title: "E-mails",
    waiting: (count, when) =>
      count === 1
        ? `1 e-mail est en retard, attendu depuis le ${when}.`
        : `${count} e-mails sont en retard, le plus ancien depuis le ${when}.`,
    kept: "Aucun serveur d’e-mail n’est configuré ici\u00a0: les e-mails restent dans la boîte d’envoi, où la démonstration les lit.",
    none: "Aucun e-mail n’est en difficulté.",
    columns: { to: "À", kind: "Type", tries: "Essais", since: "Écrit", state: "État", act: "Renvoi" },
    givenUp: (when) => `Abandonné le ${when}`,
    retried: (when) => `Nouvel essai le ${when}`,
  },
  deliveries: {
    title: "Messages aux serveurs",
    none: "Chaque serveur reçoit ses messages.",
    columns: {
      endpoint: "Serveur",
      waiting: "En attente",
      givenUp: "Abandonnés",
      messages: "Derniers abandonnés",
    },
    since: (when) => `en échec depuis le ${when}`,
    gone: "désactivé ou retiré",
    orMore: (count) => `${count} ou plus`,
  },
  again: "Renvoyer",
  lately: "Renvoyer tout ce qui a été abandonné dans la dernière heure",
  done: {
    letter: "L’e-mail est de nouveau en tête de la boîte d’envoi.",
    delivery: "Le message est de nouveau en route.",
    letters: "Tous les e-mails abandonnés dans la dernière heure sont de nouveau en route.",
    deliveries: "Tous les messages abandonnés dans la dernière heure sont de nouveau en route.",
    none: "Rien n’a été abandonné dans la dernière heure.",
  },
};
