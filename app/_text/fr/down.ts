import type { down as en } from "../en/down";

/** Pages that are written before anything else works. */
export const down: typeof en = {
  database: {
    title: "Nous ne pouvons pas répondre pour le moment",
    body: "Une partie du portail ne répond pas. Rien n’est perdu de votre côté\u00a0; réessayez dans un instant.",
  },
  nothingSaved: {
    title: "Rien n’a été enregistré",
    body: "Une partie du portail ne répond pas\u00a0; rien n’a donc été enregistré. Revenez en arrière\u00a0: votre formulaire est encore rempli. Renvoyez-le dans un instant.",
  },
  broken: {
    title: "Une erreur s’est produite de notre côté",
    body: "Elle est consignée sous la référence ci-dessous. Si vous avez envoyé un formulaire, vérifiez s’il a été enregistré avant de le renvoyer.",
  },
  oldForm: {
    title: "Ce formulaire vient d’une ancienne page",
    body: "Rien n’a été modifié. Le portail a été mis à jour entre-temps\u00a0: rouvrez la page et renvoyez son formulaire.",
  },
  unreadableForm: {
    title: "Ce formulaire est illisible",
    body: "Rien n’a été modifié. Rouvrez la page et renvoyez son formulaire.",
  },
  foreignOrigin: {
    title: "Ce formulaire n’a pas été envoyé depuis notre page",
    body: "Rien n’a été modifié. Ouvrez la page ici et renvoyez son formulaire.",
  },
  tooLarge: {
    title: "C’est trop pour un seul envoi",
    body: "Un formulaire peut contenir un mégaoctet. Rien n’a été modifié\u00a0; revenez en arrière et raccourcissez-le.",
  },
  noLength: {
    title: "Cette requête n’indique pas sa longueur",
    body: "Rien n’a été modifié. Envoyez-la avec un en-tête Content-Length.",
  },
  unreadable: { title: "Il n’y a rien ici", body: "Cette adresse est illisible." },
  unknownHost: { title: "Mauvaise adresse", body: "Ce portail ne répond pas sous ce nom." },
  reference: "Référence\u00a0:",
  help: "Demander de l’aide à ce sujet",
  home: "Aller à la page d’accueil",
};
