import type { handOver as en } from "../en/hand-over";

/** Giving somebody the right to make one new secret, and what its receiver sees. */
export const handOver: typeof en = {
  title: "Remettre à quelqu’un",
  lead: "Quelqu’un vous demande clientId, clientSecret et SellerId\u00a0? N’envoyez pas de secret par e-mail. Donnez plutôt un lien\u00a0: la personne qui l’ouvre crée un nouveau secret de ce client API et le voit une seule fois. D’ici là, rien de secret n’existe, et vous pouvez reprendre le lien.",
  stopped: "Un client API suspendu ne peut pas être remis. Réactivez-le d’abord.",
  label: "Pour qui (facultatif)",
  labelHint: "Pour votre propre liste, par exemple le nom du module. Le destinataire ne le voit pas.",
  phrase: "Phrase secrète (facultatif)",
  phraseHint:
    "Au moins 8 caractères. Communiquez-la par un autre moyen que le lien, par exemple par téléphone.",
  seller: "SellerId affiché avec le secret",
  submit: "Donner un lien",
  sending: "Un instant",
  staleLink:
    "Il a servi à donner un lien, affiché une seule fois. Retirez celui-ci ci-dessous et donnez-en un autre.",
  given: {
    title: "Votre lien, affiché une seule fois",
    body: "Envoyez-le à la personne qui a besoin des valeurs. Il fonctionne une seule fois, jusqu’au {until}.",
    link: "Lien à remettre",
    withPhrase: "Communiquez la phrase secrète par un autre moyen.",
    next: "Donner un autre lien",
  },
  columns: { who: "Pour qui", given: "Donnée", seller: "SellerId", state: "État", end: "Retirer" },
  nobody: "sans nom",
  withPhrase: "avec une phrase secrète",
  by: (name) => `par ${name}`,
  states: {
    waiting: (when) => `En attente jusqu’au ${when}`,
    opened: (when) => `Ouverte le ${when}`,
    withdrawn: (when) => `Retirée le ${when}`,
    expired: (when) => `Non ouverte avant le ${when}`,
    closed: () => "Fermée après cinq phrases erronées",
    stopped: () => "Arrêtée",
  },
  withdraw: "Retirer",
  done: { handOverWithdrawn: "La remise est retirée. Son lien ne fonctionne plus." },
  receive: {
    title: "Des identifiants API pour vous",
    lead: (organisation) =>
      `${organisation} vous donne ce dont un outil a besoin pour appeler l’API en son nom.`,
    from: "Donné par",
    until: "Valable jusqu’au",
    what: "Afficher crée un nouveau secret de ce clientId et le montre une seule fois, avec le clientId et le SellerId. Cliquez lorsque vous êtes prêt à les enregistrer. Personne d’autre ne voit ce secret, pas même la personne qui vous l’a donné.",
    told: "La personne qui vous l’a donné est informée de l’ouverture.",
    phrase: "Phrase secrète",
    phraseHint:
      "La personne qui vous a envoyé le lien vous la communique par un autre moyen. Cinq essais erronés ferment le lien.",
    show: "Afficher",
    showing: "Un instant",
    over: {
      opened: (when) =>
        `Ce lien a été ouvert le ${when}, et son secret a été affiché à ce moment. Il ne fonctionne qu’une fois. Si ce n’était pas vous, prévenez la personne qui l’a donné\u00a0: elle peut retirer ce secret aussitôt.`,
      withdrawn: () => "La personne qui a donné ce lien l’a repris. Demandez-lui en un autre.",
      expired: () =>
        "Ce lien était valable 72 heures et il est maintenant trop ancien. Demandez-en un autre.",
      closed: () =>
        "Une phrase erronée a été saisie cinq fois, ce lien est donc fermé. Aucun secret n’a été créé. Demandez un autre lien.",
      stopped: () =>
        "Le client API derrière ce lien ne fonctionne pas pour le moment. Adressez-vous à la personne qui vous l’a donné.",
    },
    shownTitle: "Vos valeurs, affichées une seule fois",
    shownLead:
      "Enregistrez-les maintenant, dans l’outil auquel elles sont destinées. Si le secret est perdu un jour, demandez une autre remise.",
    noSeller:
      "Aucun SellerId n’est joint\u00a0: demandez-le, il figure dans l’en-tête SellerId de chaque appel.",
    goOn: "Faire un premier appel",
    goOnHint: "Le testeur vérifie clientId, secret et SellerId, et dit ce qui ne va pas le cas échéant.",
  },
};
