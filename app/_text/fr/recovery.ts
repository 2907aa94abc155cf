import type { recovery as english } from "../en/recovery";

/** Le chemin de retour pour qui a perdu l’application d’authentification et les codes de secours. */
export const recovery: typeof english = {
  ask: {
    title: "Téléphone et codes de secours perdus\u00a0?",
    lead: "Nous envoyons un e-mail à l’adresse de votre compte. Son lien lance une attente de 72 heures, pendant laquelle un e-mail arrive chaque jour et permet de l’arrêter. Ensuite, votre mot de passe seul désactive le second facteur.",
    submit: "J’ai perdu mon téléphone et mes codes",
    sent: {
      title: "Regardez votre messagerie",
      body: "Nous avons envoyé un e-mail à {email}. Il indique la suite.",
      more: "Rien après quelques minutes\u00a0? Regardez les indésirables, ou connectez-vous et redemandez. Quiconque agit pour la place de marché s’adresse à un autre opérateur.",
    },
  },
  begin: {
    title: "Désactiver le second facteur sans code",
    lead: "Pour qui a perdu l’application d’authentification et tous les codes de secours.",
    steps: [
      "Vous lancez ici une attente de 72 heures.",
      "Un e-mail arrive maintenant, puis un chaque jour. Chacun permet d’arrêter l’attente\u00a0; un code de votre second facteur ou un nouveau mot de passe l’arrête aussi.",
      "Ensuite, connectez-vous avec votre mot de passe dans la semaine. Cela désactive votre second facteur et déconnecte tous les navigateurs.",
    ],
    submit: "Lancer l’attente de 72 heures",
    begun: "L’attente a commencé",
    until: (when) => `Elle dure jusqu’au ${when}. Connectez-vous ensuite avec votre mot de passe.`,
    running: (when) =>
      `Ce lien a déjà servi, ou une attente est déjà en cours\u00a0: elle dure jusqu’au ${when}.`,
    over: "Ce lien a déjà servi ou est trop ancien. Connectez-vous et demandez-en un nouveau.",
  },
  stop: {
    title: "Arrêter la désactivation du second facteur",
    lead: ({ email, until }) =>
      `Pour le compte de ${email}. Si personne ne l’arrête, le mot de passe seul désactive le second facteur à partir du ${until}.`,
    submit: "L’arrêter",
    stopped: "C’est arrêté",
    stays:
      "Le second facteur reste tel quel. Si ce n’est pas vous qui aviez lancé l’attente, quelqu’un connaît votre mot de passe.",
    over: "Plus rien n’attend\u00a0: c’est déjà arrêté, ou terminé.",
    newPassword: "Choisir un nouveau mot de passe",
  },
};
