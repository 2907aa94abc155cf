import type { ticketDesk as en } from "../en/ticket-desk";

/** The operator's side of help. */
export const ticketDesk: typeof en = {
  title: "Demandes d’aide",
  lead: "Ce que l’on nous demande, et ce que nous avons répondu.",
  waiting: (count) =>
    count === 0
      ? "Personne n’attend de réponse."
      : count === 1
        ? "1 demande nous attend."
        : `${count} demandes nous attendent.`,
  lists: { waiting: "À nous de répondre", mine: "Les miennes", all: "Toutes", solved: "Résolues" },
  listsLabel: "Quelles demandes",
  empty: { title: "Rien ici", body: "Aucune demande dans cette liste pour l’instant." },
  columns: {
    ticket: "Demande",
    who: "Qui demande",
    state: "État",
    since: "Depuis",
    holder: "Suivie par",
  },
  states: { waits_for_us: "À nous de répondre", waits_for_you: "À eux de répondre", solved: "Résolue" },
  nobody: "personne encore",
  wantsCall: "souhaite un appel",
  full: "Les cent premières sont affichées.",
  ticket: {
    who: "Qui demande",
    organisation: "Entreprise",
    person: "Personne",
    left: "N’est plus membre\u00a0: les réponses vont aux propriétaires.",
    holder: "Suivie par",
    report: "Le premier appel",
    reportGone: "Le rapport n’est plus là\u00a0: ils sont conservés 30 jours.",
    take: "La prendre en charge",
    takeOver: "La reprendre",
    reply: "Répondre",
    message: "Votre réponse",
    messageHint: "Part sur la page de la demande et par e-mail. Vous signez de votre prénom.",
    solved: "Avec cela, c’est résolu",
    send: "Envoyer la réponse",
    close: "Marquer comme résolue",
    notes: "Notes internes",
    notesIntro: "Pour l’équipe seulement. L’entreprise ne les voit jamais.",
    notesNone: "Aucune note pour l’instant.",
    note: "Nouvelle note",
    addNote: "Garder la note",
    done: {
      taken: "Vous suivez maintenant cette demande.",
      replied: "Envoyé, sur la page et par e-mail.",
      unread:
        "Envoyé. Entre-temps, quelque chose de nouveau a été écrit ici\u00a0: lisez-le, la demande nous attend toujours.",
      solved: "Résolue, et annoncée par e-mail.",
      noted: "La note est gardée.",
    } as Record<string, string>,
  },
};
