import type { desk as english } from "../en/desk";

/** Le bureau de l'opérateur. */
export const desk: typeof english = {
  lead: "Ce qui attend l’équipe de la place de marché.",
  waits: "En attente",
  queues: {
    listings: "Fiches pour l’annuaire",
    reviews: "Clients API à vérifier",
    tickets: "Demandes d’aide qui nous attendent",
    names: "Noms protégés qui demandent une seconde personne",
    letters: "E-mails abandonnés cette semaine",
    deliveries: "Messages aux serveurs abandonnés cette semaine",
  },
  columns: { what: "Quoi", count: "Combien", oldest: "Le plus ancien" },
  nothing: { title: "Rien n’attend", body: "Chaque demande est traitée, et chaque e-mail est parti." },
  none: "aucun",
  silent: {
    title: "Le programme de fond est silencieux",
    never:
      "Aucun programme de fond ne s’est manifesté. Les e-mails, les messages aux serveurs et les rappels ne partent pas.",
    since: (when) =>
      `Aucun programme de fond ne s’est manifesté depuis deux minutes, le dernier le ${when}. Les e-mails, les messages aux serveurs et les rappels ne partent pas.`,
    open: "Voir les tâches",
  },
  ways: {
    lookup: "Rechercher quelqu’un",
    lookupText: "Par SellerId, clientId, adresse e-mail, identifiant de trace ou de référence.",
    listings: "Annuaire",
    listingsText: "Les fiches à traiter, et celles qui sont publiées.",
    names: "Noms protégés",
    namesText: "Qui peut porter un nom qui n’est pas à lui seul.",
    sellers: "Comptes vendeurs",
    sellersText: "Rattacher un compte que son propriétaire ne peut pas prouver par e-mail.",
    tickets: "Demandes d’aide",
    ticketsText: "Ce que les gens demandent, et ce qui a été répondu.",
    events: "Événements",
    eventsText: "Tout ce qui s’est passé, par qui et sur quoi.",
    jobs: "Tâches et remises",
    jobsText: "Ce que fait le programme de fond, et ce qui n’est pas arrivé.",
    team: "Équipe",
    teamText: "Qui travaille à ce bureau.",
    go: "Ouvrir",
  },
};
