import type { bestPractices as en } from "../en/best-practices";

/** From daily tasks to calls: what a complete tool does, and how it reads and writes. */
export const bestPractices: typeof en = {
  tasks: {
    title: "Du travail quotidien aux appels",
    intro: "Ce qu’un outil fait pour un vendeur dans une journée, et les appels qui le font.",
    caption: "Les tâches et leurs appels",
    columns: { task: "Tâche", calls: "Appels", rhythm: "Fréquence" },
  },
  patterns: [
    {
      id: "reading",
      title: "Ne lisez que ce qui a changé",
      body: [
        "Lisez tout une fois, puis demandez avec updatedAtMin ce qui a changé. Notez le moment où un passage a commencé, pas celui où il a fini, et commencez le suivant quelques minutes avant. Ce qui revient deux fois se reconnaît à son identifiant.",
        "Suivez les morceaux d’une longue réponse jusqu’au bout avant de commencer le passage suivant, et n’en lancez pas un pendant qu’un autre court encore.",
      ],
      points: [
        "Toutes les quelques minutes\u00a0: les commandes et les discussions ouvertes",
        "Une fois par heure\u00a0: les offres qui ont changé",
        "Une fois par jour\u00a0: canaux de vente, transporteurs, catégories, indicateurs",
        "Demandes de jeton\u00a0: une toutes les deux heures environ suffit, 500 par heure est la limite d’un client API",
      ],
    },
    {
      id: "writing",
      title: "Écrivez par paquets, puis lisez ce qu’ils sont devenus",
      body: [
        "Rassemblez prix et stocks pendant quelques minutes et envoyez-les ensemble, jusqu’à cent par appel. Envoyez ce qui a changé, pas tout le catalogue.",
        "202 dit que quelque chose a été reçu, pas que c’est fait. Lisez les résultats, dites chaque refus au vendeur avec des mots, et ne renvoyez que ce qui a été refusé puis corrigé.",
        "Avant de répéter une modification après une connexion coupée, lisez ce qui existe\u00a0: elle est peut-être déjà faite.",
      ],
    },
  ],
  checklist: {
    title: "Votre propre liste de contrôle",
    intro:
      "Cochez ce que votre outil fait aujourd’hui. Ce qui manque à un outil complet, et ce qui peut attendre, apparaît en dessous.",
    label: "Ce que fait votre outil",
    submit: "Montrer ma liste",
    caption: "Liste de contrôle",
    columns: { task: "Tâche", state: "État", calls: "Appels" },
    states: { there: "En place", missing: "Manquant", optional: "Facultatif" },
    none: "Rien ne manque. Ce qui reste est facultatif.",
    missing: (n: number) => (n === 1 ? "1 tâche manque." : `${n} tâches manquent.`),
    markdown: "Liste en Markdown",
    heading: "Liste de contrôle pour l’API vendeur",
  },
  features: {
    connect: "Vérifier une nouvelle connexion",
    channels: "Prendre les canaux de vente dans le compte",
    readOrders: "Chercher les commandes",
    acceptOrders: "Accepter ou refuser les commandes",
    shipOrders: "Annoncer colis et transporteurs",
    sendOffers: "Envoyer prix et stocks",
    offerResults: "Lire ce qu’ils sont devenus",
    compareOffers: "Comparer avec les offres en ligne",
    createProducts: "Faire créer des fiches produit",
    readMessages: "Montrer ce que les clients écrivent",
    answerMessages: "Répondre aux clients",
    quality: "Montrer les indicateurs de qualité",
    totals: "Montrer des totaux",
  },
};
