import type { areas as en } from "../en/areas";

/** What one does with each part of the API in daily work, in plain words. */
export const areas: typeof en = {
  title: "Domaines de l’API",
  lead: "La place de marché regroupe son API en domaines. Lisez à quoi sert chacun, et choisissez ceux dont votre outil a besoin.",
  back: "Domaines",
  work: "Au quotidien",
  calls: "Les appels",
  pitfalls: "Les pièges",
  elsewhere: {
    title: "Absent du bac à sable",
    intro:
      "La place de marché propose aussi ces routes. Le bac à sable ne les joue pas et le testeur ne les appelle pas\u00a0; la documentation de la place de marché les décrit.",
  },
  noneHere: "Le bac à sable ne joue encore aucun appel de ce domaine.",
  rhythm: "Fréquence",
  choose: {
    title: "Choisissez ce dont vous avez besoin",
    intro:
      "Le guide, la référence et le testeur ne montrent alors que ces domaines. Le jeton ne rétrécit pas\u00a0: il contient ce que le client API peut faire, quel que soit votre choix ici.",
    label: "Choisir des domaines",
    field: "Domaines",
    submit: "Montrer ceux-ci",
    all: "Tout montrer",
    shown: (names: string) => `Montré\u00a0: ${names}. Le jeton contient plus que ce qui est montré.`,
    client: "Retenir pour",
    remember: "Retenir ce choix",
    rememberAll: "Retenir que tous sont nécessaires",
    remembering: "Enregistrement en cours",
    remembered: "C’est retenu. Le testeur montre à ce client API les appels de ces domaines.",
    open: (clientId: string) => `Ce dont ${clientId} a besoin`,
  },
  said: {
    starter: {
      title: "Démarrage",
      lead: "Savoir pour qui vous travaillez, et que vous en avez le droit.",
      work: [
        "Commencez chaque connexion par les informations du vendeur\u00a0: un seul appel prouve le jeton, le SellerId et la liaison, et donne le nom de la boutique.",
        "Lisez les canaux de vente, les adresses et les transporteurs une fois par jour et gardez-les. Les offres et les expéditions s’y réfèrent.",
        "Regardez les indicateurs de qualité une fois par jour si votre outil les montre.",
      ],
      pitfalls: [
        "Ces appels demandent un jeton comme tous les autres.",
        "seller_id est un nombre ici\u00a0; d’autres routes écrivent le même identifiant comme un texte.",
      ],
    },
    shop: {
      title: "Gérer toute la boutique",
      lead: "Tout à la fois, pour les outils qui mènent une boutique de bout en bout.",
      work: [
        "Faites entrer les produits, posez-y des offres, cherchez les commandes, expédiez-les, répondez aux clients.",
        "Construisez dans cet ordre\u00a0: démarrage, offres, commandes, discussions. Chaque étape sert déjà avant que la suivante commence.",
      ],
      pitfalls: [
        "Un seul jeton sert pour tout, et pour tous vos vendeurs. N’en demandez pas un par domaine.",
        "Répartissez le travail\u00a0: les commandes toutes les quelques minutes, les offres chaque heure, le reste une fois par jour.",
      ],
    },
    products: {
      title: "Produits",
      lead: "Trouver la bonne catégorie, et faire créer la fiche produit qui n’existe pas.",
      work: [
        "Lisez l’arbre des catégories une fois par jour et gardez-le.",
        "Cherchez d’abord le produit par son code. Seul ce qui n’existe pas s’envoie.",
        "Envoyez les nouveaux produits avec code, titre et catégorie, puis lisez le compte rendu.",
      ],
      pitfalls: [
        "Sans fields, la liste des catégories ne donne que des références.",
        "Un produit refusé revient dans le compte rendu d’un appel qui a répondu 202.",
      ],
    },
    offers: {
      title: "Offres",
      lead: "Des prix et des stocks qui restent justes.",
      work: [
        "Lisez toutes les offres une fois, puis seulement ce qui a changé.",
        "Rassemblez les changements de prix et de stock et envoyez-les en un paquet\u00a0: ouvrez-le, remplissez-le, remettez-le, lisez ses résultats.",
        "Rapprochez tout par votre propre référence, que chaque offre porte.",
      ],
      pitfalls: [
        "Un paquet jamais remis ne change rien.",
        "Le compte rendu peut refuser certaines offres alors que chaque appel a bien répondu.",
        "La liste avance par curseur, pas par page\u00a0: suivez l’en-tête Link.",
      ],
    },
    orders: {
      title: "Commandes",
      lead: "Du premier signe d’une commande jusqu’au colis.",
      work: [
        "Toutes les quelques minutes, listez ce qui a changé depuis votre dernier passage.",
        "Acceptez ou refusez ce qui l’attend, sauf si le compte accepte de lui-même.",
        "Annoncez les colis quand ils partent, avec un transporteur de la liste.",
      ],
      pitfalls: [
        "Gardez quelques minutes de recouvrement entre deux passages, et reconnaissez une commande à son orderId.",
        "Une commande peut être annulée entre votre dernier passage et le colis\u00a0: relisez-la avant d’expédier.",
        "seller.id est un texte dans une commande, un nombre dans les informations du vendeur.",
      ],
    },
    discussions: {
      title: "Échanges",
      lead: "Ce que les clients demandent, et ce que vous répondez.",
      work: [
        "Toutes les quelques minutes, listez ce qui est ouvert.",
        "Lisez une discussion pour ses messages, répondez, et fermez-la quand elle est réglée.",
      ],
      pitfalls: [
        "Un message ne se reprend pas. Après une connexion coupée, regardez avant de répéter.",
        "Rien ne s’écrit dans une discussion fermée\u00a0: rouvrez-la d’abord.",
      ],
    },
    finance: {
      title: "Comptabilité",
      lead: "Opérations, paiements et factures, pour les livres de comptes.",
      work: [
        "Une fois par jour ou par mois, lisez les paiements et les opérations qui les composent.",
        "Cherchez les documents d’une facture quand elle est nouvelle.",
      ],
      pitfalls: [
        "Les montants sont dans la devise du canal de vente\u00a0: n’additionnez jamais deux devises.",
      ],
    },
    fulfilment: {
      title: "Logistique",
      lead: "Des stocks qui se trouvent dans l’entrepôt de la place de marché.",
      work: [
        "Lisez les stocks quelques fois par jour.",
        "Annoncez ce que vous y envoyez, et suivez ce qui en sort et ce qui revient.",
      ],
      pitfalls: [
        "Les commandes expédiées de l’entrepôt figurent aussi dans la liste des commandes\u00a0: ne les expédiez pas une seconde fois.",
      ],
    },
  },
};
