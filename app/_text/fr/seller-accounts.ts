import type { sellerAccounts as en } from "../en/seller-accounts";

/** Seller accounts that an organisation adds: by making one in the sandbox, or by proof. */
export const sellerAccounts: typeof en = {
  title: "Ajouter un compte vendeur",
  lead: "Un compte ne s’ajoute que sur preuve\u00a0: un code est envoyé au contact enregistré pour ce compte.",
  claim: {
    open: "J’ai un autre compte vendeur",
    body: "Saisissez son SellerId. Si ce compte existe, nous envoyons un code de six chiffres à son contact enregistré\u00a0; la réponse ici est la même dans tous les cas.",
    sellerId: "SellerId",
    submit: "Envoyer le code",
  },
  code: {
    title: (sellerId) => `Code pour le SellerId ${sellerId}`,
    body: (until) =>
      `Si ce compte existe, son contact enregistré a reçu un e-mail avec six chiffres. Saisissez-les ici jusqu’au ${until}. Cinq codes erronés mettent fin à cet essai.`,
    label: "Code reçu",
    submit: "Confirmer le code",
  },
  mint: {
    open: "Créer un autre compte de bac à sable",
    body: "Pour faire des essais avec deux comptes. Chaque organisation peut en créer un.",
    used: "Votre organisation a déjà créé son compte supplémentaire\u00a0; chacune n’en a qu’un.",
    submit: "Créer un compte",
  },
  requests: {
    title: "Quelqu’un demande à voir votre compte",
    lead: "Cette personne a saisi le code envoyé au contact enregistré du compte. Elle ne voit rien pour l’instant. Si vous acceptez, elle devient lectrice de votre organisation\u00a0; le compte reste le vôtre.",
    who: (name, email) => `${name}, ${email},`,
    account: (shopName, sellerId) => `demande à voir ${shopName}, SellerId ${sellerId}`,
    accept: "Autoriser la consultation",
    decline: "Refuser",
  },
  done: {
    minted: "Le compte est créé. Il figure parmi vos comptes vendeurs.",
    claimAsked: "Si ce compte existe, un code est en route vers son contact enregistré.",
    claimed: "Le compte est maintenant le vôtre, avec tout ce qui y est relié.",
    claimOwn: "Ce compte était déjà le vôtre. Rien n’a été modifié.",
    claimPassedOn:
      "Le code est correct. Le compte appartient à une autre organisation, ses propriétaires ont donc été consultés\u00a0; un e-mail vous dira ce qu’ils décident.",
    claimAccepted: "Cette personne est maintenant lectrice de votre organisation.",
    claimDeclined: "La demande est refusée. Rien n’a été modifié.",
  },
  afterClaim: "Qui y a accès",
};
