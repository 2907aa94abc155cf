import type { listing as en } from "../en/listing";

/** An aggregator's own entry in the list that sellers choose from. */
export const listing: typeof en = {
  title: "Figurer dans la liste de sélection",
  lead: "Les vendeurs vous trouvent par votre nom et vous connectent d’un clic. Vous rédigez la fiche et prouvez votre domaine\u00a0; notre équipe l’examine avant qu’elle ne paraisse.",
  kinds: "les membres d’un agrégateur",
  notAggregator: (organisation) =>
    `Vous agissez pour ${organisation}. Seuls les agrégateurs figurent dans la liste de sélection.`,
  badges: {
    none: "Absent de la liste",
    draft: "Brouillon",
    submitted: "Soumise",
    changes: "Modifications demandées",
    rejected: "Refusée",
    listed: "Dans la liste",
    unlisted: "Retirée",
    suspended: "Suspendue",
  },
  standing: {
    title: "Où en est la fiche",
    none: "Il n’y a pas encore de fiche. Rédigez-la ci-dessous et enregistrez-la\u00a0: personne ne la voit avant que vous ne la soumettiez et que notre équipe ne l’accepte.",
    listed: (name, when) => `${name} figure dans la liste de sélection depuis le ${when}.`,
    see: "La voir dans la liste",
    stays: "La fiche publiée reste telle quelle jusqu’à l’approbation de la nouvelle.",
    differs: (fields) => `Différent de la liste\u00a0: ${fields}.`,
    draft: (when) => `Enregistrée le ${when}, pas encore soumise.`,
    submitted: (ago, when) =>
      `Soumise ${ago}, le ${when}. Notre équipe examine d’abord les plus anciennes\u00a0; la réponse arrive par e-mail. Retirez-la si vous voulez la modifier.`,
    changes: (when) =>
      `Le ${when}, notre équipe a demandé des modifications. Ses remarques figurent à côté de chaque champ ci-dessous\u00a0: modifiez, enregistrez, puis soumettez à nouveau.`,
    rejected: (when) =>
      `Le ${when}, notre équipe n’a pas accepté cette fiche. Vous pouvez la modifier et la soumettre à nouveau.`,
    why: (reason) => `Pourquoi\u00a0: ${reason}`,
    unlisted: (name, when) =>
      `${name} a été retiré de la liste le ${when}. Toutes les liaisons restent en place\u00a0; seuls de nouveaux vendeurs ne peuvent plus vous trouver par votre nom.`,
    suspended: (name, when) =>
      `Le ${when}, notre équipe a retiré ${name} de la liste. Toutes les liaisons restent en place. Vous pouvez modifier la fiche et la soumettre à nouveau, ou nous interroger.`,
    help: "Obtenir de l’aide à ce sujet",
  },
  unlist: {
    open: "La retirer de la liste",
    body: "Elle disparaît aussitôt de la liste. Les vendeurs reliés le restent, et vous pouvez la remettre d’un clic. Une fiche qui attend notre réponse est retirée elle aussi.",
    submit: "Retirer",
  },
  relist: { submit: "La remettre dans la liste" },
  takeBack: { submit: "Reprendre la fiche" },
  entry: {
    title: "Votre fiche",
    saved: "L’enregistrement ne la montre encore à personne.",
    atOnce:
      "La description, les modes de connexion, l’adresse d’aide et les pages du même site changent aussitôt. Un nouveau nom, une nouvelle image, un autre site, domaine ou client API sont d’abord examinés.",
    client: "Client API que les vendeurs relient",
    clientHint: "Son clientId est celui de la fiche.",
    clientSuspended: (clientId) => `${clientId} (suspendu)`,
    displayName: "Nom",
    displayNameHint: "Tel que les vendeurs le connaissent, de 2 à 60 caractères.",
    description: "Ce que vous faites pour un vendeur",
    descriptionHint: "Une ou deux phrases, de 20 à 400 caractères.",
    logo: "Image",
    logoHint: "PNG, JPEG ou WebP, 1\u00a0Mo au plus. Elle s’affiche dans un carré de 128 points.",
    logoKept: "PNG, JPEG ou WebP, 1\u00a0Mo au plus. Champ vide\u00a0: l’image reste.",
    noLogo: "Supprimer l’image",
    website: "Site web",
    websiteHint: "Commence par https:// et se trouve sur le domaine que vous prouvez ci-dessous.",
    methods: "Modes de connexion",
    supportUrl: "Où les vendeurs obtiennent votre aide",
    supportUrlHint: "Une adresse https ou une adresse e-mail.",
    comment: "Notre équipe dit\u00a0:",
    submit: "Enregistrer",
    errors: {
      file_big: "L’image dépasse 1\u00a0Mo. Choisissez-en une plus petite.",
      url_malformed: "Ce n’est pas une adresse. Elle ressemble à https://www.entreprise.com/aide.",
    },
  },
  preview: { title: "Ce que verront les vendeurs" },
  noClient: {
    body: "Les vendeurs relient un client API, et vous n’en avez pas encore. Créez d’abord votre clientId\u00a0; la fiche se rédige ensuite.",
    action: "Créer mon clientId",
  },
  submit: {
    title: "Soumettre",
    missing: "Avant de soumettre\u00a0:",
    ready: "Tout y est. Notre équipe examine le nom, l’image et le domaine.",
    domain: "Domaine",
    submit: "Soumettre à l’examen",
  },
  done: {
    saved: "Enregistré. Personne ne la voit avant que vous ne la soumettiez.",
    edited: "Enregistré, et modifié dans la liste.",
    same: "Rien ne diffère de ce qui figure dans la liste.",
    submitted: "Soumise. La réponse arrive par e-mail.",
    taken_back: "Reprise. C’est à nouveau un brouillon.",
    unlisted: "Elle n’est plus dans la liste. Les liaisons restent en place.",
    relisted: "Elle est de retour dans la liste.",
  },
  door: {
    title: "Figurer dans la liste de sélection",
    none: "Les vendeurs choisissent leur agrégateur ou module dans une liste. Rédigez votre fiche et soumettez-la ici, sans écrire à personne.",
    states: {
      draft: "Votre fiche est enregistrée, pas encore soumise.",
      submitted: "Votre fiche est entre les mains de notre équipe.",
      changes: "Notre équipe demande des modifications de votre fiche.",
      rejected: "Notre équipe n’a pas accepté votre fiche.",
      listed: "Les vendeurs vous trouvent dans la liste.",
      unlisted: "Vous avez retiré votre fiche de la liste.",
      suspended: "Notre équipe a retiré votre fiche de la liste.",
    },
    action: "Votre fiche",
  },
};
