import type { sellerDesk as en } from "../en/seller-desk";

/** Les comptes vendeurs, au bureau de l’opérateur. */
export const sellerDesk: typeof en = {
  title: "Rattacher un compte vendeur",
  lead: "Pour un compte dont le contact enregistré ne peut plus lire de code. Demandez d’abord une autre preuve\u00a0; ce que vous faites est noté avec votre nom.",
  sellerId: "SellerId du compte",
  sellerIdHint: "Un compte qui n’a encore aucun propriétaire.",
  email: "E-mail du propriétaire",
  emailHint: "L’adresse du propriétaire d’une seule société vendeuse ici.",
  reason: "Ce qui l’a prouvé",
  reasonHint: "Conservé dans l’historique, par exemple\u00a0: extrait Kbis vu le 20 novembre.",
  sellerIdError:
    "Aucun compte de ce numéro, ou un compte qui a déjà un propriétaire ou qui est ouvert à tous.",
  emailError: "Personne à cette adresse n’est propriétaire d’une seule société vendeuse ici.",
  refused: "Rien n’a été rattaché. Vérifiez le champ signalé.",
  submit: "Rattacher ce compte",
  done: {
    bound: "Rattaché. Le nouveau propriétaire et le contact enregistré du compte reçoivent un e-mail.",
  },
};
