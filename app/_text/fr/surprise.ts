import type { surprise as en } from "../en/surprise";

/** A page that failed. On its own, because the browser has it in every language. */
export const surprise: typeof en = {
  title: "Une erreur s’est produite de notre côté",
  body: "Rien n’a été enregistré. L’erreur est consignée sous la référence ci-dessous\u00a0; réessayez dans un instant.",
  reference: "Référence\u00a0:",
  home: "Aller à la page d’accueil",
  help: "Demander de l’aide à ce sujet",
  again: "Réessayer",
};
