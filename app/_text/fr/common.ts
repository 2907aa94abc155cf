import type { common as en } from "../en/common";

/** Words that stand on every page. */
export const common: typeof en = {
  /** The language, named in itself. */
  language: "Français",
  product: "Portail vendeur",
  close: "Fermer",
  skip: "Aller au contenu",
  signIn: "Se connecter",
  signUp: "S’inscrire",
  signOut: "Se déconnecter",
  account: "Compte",
  menu: "Menu",
  home: "Accueil",
  copy: "Copier",
  copied: "Copié",
  sandboxBadge: "Bac à sable",
  sandboxSentence:
    "Ceci est un bac à sable\u00a0: les vendeurs, les commandes et les jetons sont fictifs, et rien ne parvient à une place de marché.",
  switchOrganisation: "Changer d’organisation",
  actingFor: "Vous agissez pour",
  sending: "Un instant",
  reference: "Référence",
  mend: "Corriger ici",
  errorTitle: "Erreur\u00a0: ",
  copyName: (what) => `Copier ${what}`,
  copiedName: (what) => `${what}\u00a0: copié`,
  selected: "Sélectionné. Appuyez sur Ctrl+C ou Cmd+C.",
  optional: "facultatif",
  signInToGoOn: "Confirmer avec votre mot de passe",
  footer: "Relie les comptes vendeurs aux clients API.",
  nav: {
    seller: "Premiers pas",
    partner: "Premiers pas",
    aggregator: "Premiers pas",
    operator: "Bureau",
    clients: "Clients API",
    links: "Liaisons",
    invitations: "Inviter",
    firstCall: "Premier appel",
    collections: "Collection",
    bestPractices: "Bonnes pratiques",
  },
  /** Between a name and what is said of it. */
  colon: "\u00a0: ",
  mailbox: "Boîte aux lettres",
};
