import type { errorsGuide as en } from "../en/errors-guide";

/** The pages about errors: one for each diagnosis, and one for each code of the Seller API. */
export const errorsGuide: typeof en = {
  title: "Les erreurs et ce qu’elles signifient",
  lead: "Chaque diagnostic du testeur et chaque code d’erreur de l’API vendeur, avec sa cause et ce qu’il faut faire.",
  notSure: "Vous avez une erreur et ne savez pas laquelle\u00a0?",
  paste: "Coller ce que vous avez",
  tester: "Faire un appel, étape par étape",
  back: "Toutes les erreurs",
  seen: "Comment cela se voit",
  why: "Pourquoi",
  todo: "Que faire",
  help: "Ce qui aide",
  code: "Code d’erreur",
  verdict: "Le testeur l’appelle",
  answers: (status, code) => `L’API vendeur répond ${status} avec le code ${code}.`,
  codesTitle: "Codes de l’API vendeur",
  codesIntro: "Ils se trouvent dans le champ code de chaque réponse d’erreur, et son champ type mène ici.",
  columns: { code: "Code d’erreur", title: "Signification", status: "Statut" },
  groups: {
    way: "En chemin",
    token: "À l’adresse des jetons",
    auth: "Le jeton d’un appel",
    seller: "SellerId et liaison",
    api: "L’API vendeur",
    good: "Quand cela fonctionne",
  },
  problems: {
    bad_request: {
      title: "Ce n’est pas une requête HTTP",
      why: "La première ligne ou un en-tête est illisible\u00a0: outil fait à la main, serveur mandataire abîmé, ou https parlé à un port http.",
      todo: "Faites l’appel avec une bibliothèque HTTP courante, et comparez l’adresse.",
    },
    request_timeout: {
      title: "La requête n’est pas arrivée à temps",
      why: "Les en-têtes ou le corps sont arrivés trop lentement ou se sont arrêtés au milieu.",
      todo: "Envoyez la requête d’un seul tenant, avec le bon Content-Length, et réessayez.",
    },
    too_large: {
      title: "La requête est trop grande",
      why: "Une adresse de plus de 8 Ko (414), des en-têtes de plus de 16 Ko (431), ou un corps de plus de 1 Mo (413).",
      todo: "Envoyez moins d’éléments par appel, et sortez les longs filtres de l’adresse.",
    },
    invalid_request: {
      title: "Le jeton a été envoyé deux fois, ou au mauvais endroit",
      why: "Il se trouve dans l’adresse ou dans le corps, ou plus d’un en-tête Authorization est arrivé.",
      todo: "Envoyez le jeton une fois, dans l’en-tête Authorization\u00a0: Bearer, et jamais dans une adresse, où il finit dans des journaux.",
    },
    token_revoked: {
      title: "Le jeton a été retiré",
      why: "Il a été révoqué, son client API a été suspendu ou supprimé, ou quelqu’un a coupé les jetons en même temps qu’un secret.",
      todo: "Demandez un nouveau jeton. S’il est refusé aussi, regardez la page du client API.",
    },
    token_invalid: {
      title: "Ce n’est pas un jeton pour cette API",
      why: "Il est abîmé, c’est un id_token ou un secret, il a été émis ailleurs, il est destiné à une autre API, ou il commence dans l’avenir.",
      todo: "Collez-le dans la boîte des outils\u00a0: elle dit de quoi il s’agit. Demandez ensuite un nouveau jeton à l’adresse qu’elle montre.",
    },
    seller_id_duplicate: {
      title: "L’en-tête SellerId est arrivé deux fois",
      why: "Le programme et la bibliothèque, ou un serveur mandataire, le mettent tous les deux.",
      todo: "Mettez-le à un seul endroit, une fois par appel.",
    },
    invalid_body: {
      title: "Le corps est illisible",
      why: "Ce n’est pas du JSON, ou pas de la forme que prend cet appel.",
      todo: "Comparez avec l’exemple de la référence\u00a0; errors nomme l’endroit.",
    },
  },
};
