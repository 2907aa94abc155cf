import type { errors as en } from "../en/errors";

/** Pages where something is missing. */
export const errors: typeof en = {
  notFound: {
    title: "Il n’y a rien ici",
    body: "L’adresse est peut-être mal saisie, ou ce qu’elle désignait n’existe plus ou appartient à quelqu’un d’autre.",
  },
  home: "Aller à la page d’accueil",
};
