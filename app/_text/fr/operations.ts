import type { operationTexts as en } from "../en/operations";

/** What each call of the Seller API is for, and what to know before making it. */
export const operationTexts: typeof en = {
  "sellers.get": {
    title: "Lire les informations du vendeur",
    purpose:
      "Indique quel compte vendeur se trouve derrière un SellerId\u00a0: son nom de boutique, son état, sa langue, et si les commandes s’acceptent d’elles-mêmes. Lancé juste après le jeton, cet appel prouve que jeton, SellerId et liaison fonctionnent ensemble.",
    watch:
      "N’envoyez plus d’offres quand seller_state n’est pas Activated ou que seller_sub_state vaut Holidays.",
  },
  "sellers.addresses": {
    title: "Lister les adresses du vendeur",
    purpose: "Le siège de l’entreprise, le lieu d’expédition et l’adresse des retours.",
    watch: "Les adresses changent rarement. Lisez-les une fois par jour et gardez-les.",
  },
  "sellers.indicators": {
    title: "Lire les indicateurs de qualité",
    purpose:
      "Comment le compte tient ses promesses\u00a0: commandes acceptées, colis partis à temps, réclamations et remboursements, chacun avec le seuil auquel il est comparé.",
    watch:
      "Les taux sont en pourcentage et portent sur le dernier mois. Ils ne changent pas dans la journée.",
  },
  "sellers.subscriptions": {
    title: "Lister les canaux de vente",
    purpose:
      "Sur quels canaux de vente le compte peut vendre, et dans quelles devises il envoie ses prix et reçoit ses paiements. C’est la seule liste qui existe.",
    watch: "Prenez ici le salesChannelId des offres plutôt que de l’écrire dans votre programme.",
  },
  "sellers.deliveryModes": {
    title: "Lister les modes de livraison",
    purpose: "Les façons d’expédier du compte, avec le délai de chacune en jours.",
    watch: "Cette route est en fin de vie. Ne construisez rien de nouveau dessus.",
  },
  "carriers.list": {
    title: "Lister les transporteurs",
    purpose: "Les transporteurs qu’une expédition peut nommer, par code et par libellé.",
    watch: "Une expédition reprend le libellé exactement tel qu’il figure ici. Gardez la liste une journée.",
  },
  "categories.list": {
    title: "Lister les catégories",
    purpose:
      "L’arbre des catégories dans lequel les produits sont rangés, sur trois niveaux, chacune avec sa référence et ses parents.",
    watch:
      "Sans fields, seules les références reviennent. Demandez les champs utiles, par exemple label,level.",
  },
  "categories.count": {
    title: "Compter les catégories",
    purpose: "Le nombre de catégories qu’un filtre trouve\u00a0; la liste elle-même ne donne pas de total.",
    watch: "Cet appel accepte les mêmes filtres que la liste.",
  },
  "products.list": {
    title: "Chercher des produits",
    purpose:
      "Les fiches produit qui existent, par code et par catégorie, y compris celles que vous avez envoyées.",
    watch:
      "Demandez avec gtin avant d’envoyer un produit\u00a0: seul ce qui manque est à créer. Sans fields, seuls les codes reviennent.",
  },
  "products.count": {
    title: "Compter les produits",
    purpose: "Le nombre de produits qu’un filtre trouve\u00a0; la liste elle-même ne donne pas de total.",
    watch: "Cet appel accepte les mêmes filtres que la liste.",
  },
  "offers.list": {
    title: "Lister les offres",
    purpose:
      "Ce que le compte vend sur un canal de vente\u00a0: prix, stock, état, et votre propre référence pour chaque offre.",
    watch:
      "salesChannelId est obligatoire. Lisez tout une fois, puis seulement ce qui a changé, avec updatedAtMin.",
  },
  "orders.list": {
    title: "Lister les commandes",
    purpose:
      "Les commandes du compte avec leurs lignes, leurs adresses et leurs états. C’est l’appel de tout import de commandes.",
    watch:
      "Demandez avec updatedAtMin ce qui a changé depuis votre dernier passage, avec quelques minutes de recouvrement, et reconnaissez une commande à son orderId.",
  },
  "orders.count": {
    title: "Compter les commandes",
    purpose: "Le nombre de commandes qu’un filtre trouve\u00a0; la liste elle-même ne donne pas de total.",
    watch: "Utile pour une pastille ou un contrôle. Pour lire les commandes, vous n’en avez pas besoin.",
  },
  "orders.get": {
    title: "Lire une commande",
    purpose: "Une commande avec tout son contenu, par exemple juste avant son expédition.",
    watch: "Ne lisez pas une liste puis chacune de ses commandes\u00a0: la liste contient la même chose.",
  },
  "orders.approve": {
    title: "Accepter ou refuser une commande",
    purpose: "Indique si le vendeur livrera. La commande l’attend dans l’état WaitingAcceptance.",
    watch:
      "Une commande qui n’attend plus répond 422. Quand auto_accept_order vaut true, il n’y a rien à faire.",
  },
  "orders.ship": {
    title: "Expédier une commande",
    purpose:
      "Indique quelles lignes sont parties dans quel colis, avec quel transporteur. Plusieurs colis peuvent tenir dans un appel.",
    watch:
      "carrierName est un libellé de GET /carriers. La commande passe à Shipped quand toutes ses lignes y sont.",
  },
  "discussions.list": {
    title: "Lister les discussions",
    purpose:
      "Ce que les clients ont écrit au sujet des commandes, du plus récent au plus ancien, avec leur état.",
    watch: "Demandez avec isOpen=true ce qui attend une réponse.",
  },
  "discussions.count": {
    title: "Compter les discussions",
    purpose: "Le nombre de discussions qu’un filtre trouve\u00a0; la liste elle-même ne donne pas de total.",
    watch: "isOpen=true donne le nombre pour une pastille.",
  },
  "discussions.get": {
    title: "Lire une discussion",
    purpose: "Une discussion avec tous ses messages.",
    watch: "Les messages ne figurent qu’ici, pas dans la liste.",
  },
  "discussions.update": {
    title: "Fermer ou rouvrir une discussion",
    purpose: "Indique par un JSON Patch d’une seule étape si une discussion est ouverte.",
    watch: "Le contenu est une liste d’un seul élément\u00a0; tout autre chemin que /isOpen est refusé.",
  },
  "messages.send": {
    title: "Envoyer un message",
    purpose: "Écrit au client dans une discussion ouverte.",
    watch:
      "Un message ne se reprend pas\u00a0: ne répétez jamais l’appel à l’aveugle après une connexion coupée, lisez d’abord la discussion.",
  },
  "offerPackages.list": {
    title: "Lister les paquets d’offres",
    purpose: "Les paquets d’offres envoyés, et où en est chacun.",
    watch: "Les paquets d’autres clients API pour le même compte y figurent aussi.",
  },
  "offerPackages.get": {
    title: "Lire un paquet d’offres",
    purpose: "Où en est un paquet\u00a0: Created, Ready, Processed.",
    watch: "Redemandez environ chaque minute jusqu’à Processed, pas chaque seconde.",
  },
  "offerPackages.results": {
    title: "Lire les résultats d’un paquet",
    purpose: "Pour chaque offre envoyée\u00a0: acceptée, ou refusée et pourquoi.",
    watch:
      "Le statut 200 dit que le compte rendu est là, pas que chaque offre a été prise. Lisez chaque ligne.",
  },
  "offerPackages.create": {
    title: "Ouvrir un paquet d’offres",
    purpose: "Commence un envoi d’offres nouvelles ou modifiées pour un canal de vente.",
    watch: "Le canal de vente va dans l’en-tête salesChannelId. L’identifiant revient aussi dans Location.",
  },
  "offerPackages.fill": {
    title: "Mettre des offres dans un paquet",
    purpose:
      "Ajoute jusqu’à cent prix, stocks ou nouvelles offres à un paquet\u00a0; répétez l’appel pour la suite.",
    watch: "N’envoyez que ce qui a changé. Une nouvelle offre a besoin de gtin, price et stock.",
  },
  "offerPackages.update": {
    title: "Remettre un paquet",
    purpose: "Indique qu’un paquet est complet, pour qu’il soit traité.",
    watch: "Sans cet appel, rien n’arrive à ce que vous avez envoyé. Un paquet vide répond 422.",
  },
  "products.integrate": {
    title: "Envoyer des produits",
    purpose:
      "Demande des fiches produit qui n’existent pas encore, avec code, titre et catégorie de chacune.",
    watch:
      "Une catégorie absente de l’arbre répond 422. Cherchez le code dans la liste des produits pour voir ce qu’il est devenu. En réel, environ 25 créations par heure passent\u00a0; le surplus revient refusé dans le compte rendu, avec le statut 200.",
  },
};
