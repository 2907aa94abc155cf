import type { signOut as en } from "../en/sign-out";

export const signOut: typeof en = {
  title: "Déconnexion",
  open: "Déconnecter un membre partout",
  body: "Pour quelqu’un dont le navigateur ou le mot de passe est peut-être en d’autres mains. Tous ses navigateurs sont déconnectés aussitôt, son mot de passe reste, et un e-mail lui dit pourquoi.",
  email: "Adresse e-mail du membre",
  submit: "Déconnecter partout",
  notFound:
    "Cette organisation n’a aucun membre avec cette adresse. Vos propres sessions, vous y mettez fin sur la page de votre compte.",
  done: "Le membre a été déconnecté partout, et prévenu.",
};
