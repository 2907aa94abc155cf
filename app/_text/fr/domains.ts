import type { domains as en } from "../en/domains";

/** La preuve qu’un domaine appartient à une organisation. */
export const domains: typeof en = {
  title: "Votre domaine",
  lead: "Les vendeurs le voient à côté de votre nom et savent ainsi à qui ils donnent accès. Votre site web doit s’y trouver.",
  domain: "Domaine",
  since: "Prouvé",
  by: (method, when) =>
    method === "dns" ? `par un enregistrement DNS, le ${when}` : `par e-mail, le ${when}`,
  none: "Aucun domaine n’est encore prouvé. Vous pouvez enregistrer une fiche, mais pas la soumettre sans domaine.",
  isNew:
    "Les vendeurs voient encore ce qui a été approuvé. Le nouveau domaine sera visible dès la prochaine approbation de votre fiche.",
  stronger:
    "Un enregistrement DNS prouve plus qu’un e-mail\u00a0: il montre que le domaine lui-même est entre vos mains.",
  code: {
    title: (domain) => `Code pour ${domain}`,
    sent: (email, until) =>
      `Nous avons envoyé huit chiffres à ${email}. Saisissez-les ici avant le ${until}. Cinq codes faux mettent fin à cet essai.`,
    label: "Code reçu",
    submit: "Prouver",
    again: "Envoyer un autre code",
    over: (email) => `Le code envoyé à ${email} n’est plus valable. Faites-en envoyer un autre.`,
    used: "Ce code n’est plus valable. Rien n’a été modifié\u00a0; faites-en envoyer un autre.",
  },
  own: {
    title: (domain) => `Prouver ${domain} en un clic`,
    body: (email) => `Votre propre adresse, ${email}, est déjà confirmée\u00a0: aucun code n’est nécessaire.`,
    submit: (domain) => `Prouver ${domain}`,
  },
  mail: {
    open: "Prouver par e-mail",
    body: "Indiquez une adresse de votre domaine que vous pouvez lire, par exemple bonjour@entreprise.com. Nous y envoyons un code. Les adresses des fournisseurs publics ne prouvent rien.",
    email: "Adresse de votre domaine",
    submit: "Envoyer le code",
  },
  record: {
    title: (domain) => `Prouver ${domain} par le DNS`,
    open: "Prouver par un enregistrement DNS",
    body: "Ajoutez cet enregistrement TXT là où se gère le DNS de votre domaine. Il est fait pour votre entreprise et ce domaine seulement, et peut être supprimé une fois la preuve faite.",
    host: "Nom",
    type: "Type d’enregistrement",
    value: "Valeur",
    hostHint: "Certains hébergeurs demandent le nom sans le domaine à la fin.",
    submit: "Vérifier maintenant",
    missed: "Le domaine n’est pas encore prouvé.",
    checking: "Interrogation des serveurs de noms…",
    other: "Prouver un autre domaine par le DNS",
    ask: "Montrer son enregistrement",
  },
  done: {
    domainProven: "Le domaine est prouvé.",
    domainAlready:
      "Ce domaine est déjà prouvé par son DNS, ce qui vaut plus qu’un e-mail. Rien n’a été modifié.",
    domainCodeSent: "Le code est en route.",
  },
};
