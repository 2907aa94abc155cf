import type { helpPage as en } from "../en/help-page";

/** A help page that a partner or aggregator makes for its own customers. */
export const helpPage: typeof en = {
  open: "Créer une page d’aide pour vos vendeurs",
  title: "Votre propre page d’aide",
  lead: "Des textes prêts pour votre site ou votre centre d’aide\u00a0: aucune capture d’écran à tenir à jour, et des liens qui mènent droit à la bonne étape.",
  form: {
    label: "Ce que dit la page d’aide",
    languages: "Langues",
    languageNames: { en: "Anglais", fr: "Français" },
    method: "Comment vos vendeurs vous trouvent",
    methods: {
      clientId: {
        label: "Par votre clientId",
        hint: "Le lien ouvre la page avec votre clientId déjà rempli.",
      },
      directory: {
        label: "Dans l’annuaire",
        hint: "Ils choisissent votre nom dans la liste des agrégateurs. Votre fiche doit y figurer.",
      },
    },
    submit: "Créer les textes",
  },
  notListed:
    "Votre entreprise n’a pas encore de fiche dans l’annuaire, personne ne l’y trouve donc. D’ici là, utilisez le clientId.",
  preview: "Ce que voient vos vendeurs",
  formats: { html: "Code HTML", markdown: "Texte Markdown", plain: "Texte simple" },
  download: "Télécharger comme page (.html)",
  qr: "Code QR du lien",
  downloadQr: "Télécharger le code QR (.svg)",
  guide: {
    title: "Relier votre compte vendeur à {name}",
    intro:
      "Vous donnez vous-même à {name} l’accès à votre compte vendeur sur la place de marché, en une minute environ. Vous n’avez rien à recopier ni à renvoyer, et vous ne donnez votre mot de passe à personne.",
    before:
      "À préparer\u00a0: l’adresse e-mail et le mot de passe de votre compte vendeur sur la place de marché.",
    stepsTitle: "Comment faire",
    steps: {
      clientId: [
        "Ouvrez cette page\u00a0: {link}",
        "Vérifiez qu’elle nomme {name} et le clientId {clientId}. Si elle nomme quelqu’un d’autre, arrêtez-vous là.",
        "Connectez-vous avec votre compte vendeur.",
        "Si vous avez plusieurs comptes vendeurs, choisissez celui à relier.",
        "Lisez ce que {name} pourra faire, choisissez pour combien de temps, et confirmez.",
      ],
      directory: [
        "Ouvrez la liste des agrégateurs et extensions (plugins)\u00a0: {directory}",
        "Choisissez {name}. Son clientId est {clientId}\u00a0; si un autre s’affiche, arrêtez-vous là.",
        "Connectez-vous avec votre compte vendeur.",
        "Si vous avez plusieurs comptes vendeurs, choisissez celui à relier.",
        "Lisez ce que {name} pourra faire, choisissez pour combien de temps, et confirmez.",
      ],
    },
    button: "Relier votre compte vendeur",
    after:
      "Nous sommes prévenus aussitôt, avec votre SellerId. Vous voyez qui a accès, et pouvez y mettre fin à tout moment, sous «\u00a0Qui a accès\u00a0» sur le même portail.",
    trouble:
      "Si quelque chose ne fonctionne pas, la page elle-même dit ce qui ne va pas et quoi faire ensuite.",
  },
};
