import { day } from "../../_time";
import type { clients as en } from "../en/clients";
import { accounts } from "./accounts";

const roles: Record<string, string> = accounts.account.roles;

/** What the marketplace's team looked at. */
const looks: Record<string, string> & { search: string } = {
  organisation: "L’équipe de la place de marché a consulté cette organisation",
  client: "L’équipe de la place de marché a consulté ce client API",
  seller: "L’équipe de la place de marché a consulté ce compte vendeur",
  link: "L’équipe de la place de marché a consulté cette liaison",
  first_call: "L’équipe de la place de marché a consulté le compte rendu d’un premier appel",
  search: "L’équipe de la place de marché a fait une recherche",
};

/** An act on many sellers, in short. */
const bulkActs: Record<string, string> = {
  tag: "Étiquette posée",
  untag: "Étiquette retirée",
  remind: "Rappels",
  unlink: "Fin d’accès",
  move: "Passage à un autre client API",
  withdraw: "Demandes retirées",
};

/** The clients of an organisation, one by one. */
export const clients: typeof en = {
  title: "Clients API",
  lead: "Chaque client API est un clientId avec deux secrets au plus.",
  create: "Créer un client API",
  empty: {
    title: "Aucun client API pour le moment",
    body: "C’est avec un client API que votre outil s’identifie auprès de l’API. En créer un prend une minute.",
  },
  columns: {
    clientId: "clientId",
    status: "État",
    secrets: "Secrets valides",
    links: "Vendeurs reliés",
    lastToken: "Dernier jeton",
    since: "Depuis",
  },
  status: { active: "Actif", suspended: "Suspendu", deleted: "Supprimé", noSecret: "Sans secret" },
  never: "jamais",
  done: {
    retired: "Le secret est retiré.",
    suspended: "Le client API est suspendu. Il n’obtient aucun jeton tant que vous ne le réactivez pas.",
    resumed: "Le client API fonctionne de nouveau.",
    linked: "Le compte vendeur est relié.",
    review: "Votre demande est chez l’équipe de la place de marché.",
    deleted: "Le client API est supprimé. Son clientId ne sera plus jamais donné à personne.",
  },
  made: (when) =>
    `Le secret créé le ${when} a été affiché une seule fois et n’est plus ici. S’il n’a pas été conservé, créez-en un nouveau ci-dessous.`,
  tokenUrl: "Adresse des jetons",
  apiUrl: "Adresse de l’API",
  contactEmail: "E-mail",
  purpose: "Usage",
  test: "Faire un premier appel",
  secrets: {
    title: "Secrets",
    lead: "Deux au plus fonctionnent en même temps, pour qu’un nouveau puisse être mis en place avant la fin de l’ancien.",
    none: "Aucun secret ne fonctionne. Créez-en un nouveau et le client API est de retour.",
    hint: (hint) => `se termine par ${hint}`,
    columns: {
      secret: "Secret",
      made: "Création",
      used: "Dernière utilisation",
      state: "État",
      act: "Retrait",
    },
    live: "Valide",
    until: (when) => `Valide jusqu’au ${when}`,
    retired: (when) => `Retiré le ${when}`,
    lapsed: (when) => `Terminé le ${when}`,
    by: (name) => `par ${name}`,
    retire: "Retirer maintenant",
    cut: "Mettre fin aussi aux jetons qu’il a déjà donnés",
    retireHint: "Un secret retiré cesse de fonctionner aussitôt, définitivement.",
  },
  add: {
    title: "Créer un nouveau secret",
    lost: "Secret perdu, ou à renouveler\u00a0? Créez-en un nouveau\u00a0; il est affiché une seule fois.",
    overlap: "Combien de temps l’ancien doit-il encore fonctionner\u00a0?",
    overlaps: {
      "0": "Pas du tout\u00a0: il prend fin maintenant",
      "1h": "Une heure",
      "24h": "Un jour",
      "7d": "Sept jours",
      "30d": "Trente jours",
    },
    label: "Libellé (facultatif)",
    labelHint: "Pour votre propre liste, par exemple l’endroit où il est utilisé.",
    submit: "Créer un nouveau secret",
    full: "Deux secrets fonctionnent déjà. Retirez-en d’abord un.",
  },
  links: {
    none: "Ce client API n’est relié à aucun compte vendeur.",
    add: "Relier un autre compte vendeur",
    addSubmit: "Relier",
  },
  suspend: {
    title: "Suspendre",
    body: "Un client API suspendu n’obtient aucun jeton, et ceux qu’il détient cessent de fonctionner en moins d’une seconde. Secrets et liaisons sont conservés.",
    submit: "Suspendre ce client API",
    stoppedTitle: "Suspendu par la place de marché",
    stopped: (when) =>
      `L’équipe de la place de marché a suspendu ce client API le ${when}. Il n’obtient plus de jeton\u00a0; ses secrets et ses liaisons restent. Seule l’équipe de la place de marché peut le réactiver.`,
    stoppedReason: (reason) => `L’équipe de la place de marché précise\u00a0: ${reason}`,
    ask: "Poser la question",
    resumeTitle: "Réactiver",
    resumeBody: "Il fonctionne de nouveau avec les secrets et les liaisons qu’il avait.",
    resumeSubmit: "Réactiver ce client API",
  },
  remove: {
    title: "Supprimer",
    open: "Supprimer ce client API",
    body: (links) =>
      links === 0
        ? "Ses secrets et ses jetons cessent aussitôt de fonctionner. Le clientId ne sera plus jamais libre."
        : `Ses secrets et ses jetons cessent aussitôt de fonctionner, et ${links === 1 ? "la liaison avec 1 compte vendeur prend" : `les liaisons avec ${links} comptes vendeurs prennent`} fin au même moment. Le clientId ne sera plus jamais libre.`,
    typed: (clientId) => `Saisissez ${clientId} pour confirmer`,
    endLinks: "Mettre fin aussi à ses liaisons ouvertes",
    submit: "Supprimer définitivement",
  },
  viewerHint: "Vous pouvez consulter, mais rien modifier ici\u00a0: votre rôle est lecteur.",
  activity: {
    title: "Activité",
    columns: { what: "Quoi", who: "Par", when: "Quand" },
    events: {
      "person.signed_up": () => "Inscription",
      "person.language_changed": () => "Langue changée",
      "person.password_changed": () => "Mot de passe changé",
      "person.sessions_ended": () => "Déconnexion d’autres navigateurs",
      "person.signed_out": (data) =>
        `Sessions de ${data.name} fermées partout par l’équipe de la place de marché`,
      "person.second_factor_begun": () => "Clé pour un second facteur créée",
      "person.second_factor_set": (data) =>
        data.replaced ? "Second facteur remplacé" : "Second facteur configuré",
      "person.second_factor_ended": () => "Second facteur désactivé",
      "person.second_factor_removed": (data) =>
        `Second facteur de ${data.name} retiré par l’équipe de la place de marché`,
      "person.recovery_code_used": (data) => `Code de secours utilisé, ${data.left} restants`,
      "person.recovery_asked": () => "Second facteur et codes de secours déclarés perdus",
      "person.recovery_begun": () => "Attente de 72 heures lancée pour désactiver le second facteur",
      "person.recovery_stopped": () => "Attente pour désactiver le second facteur arrêtée",
      "person.recovery_done": () => "Second facteur désactivé après une attente",
      "organisation.created": () => "Organisation créée",
      "organisation.suspended": () => "Organisation suspendue par l’équipe de la place de marché",
      "organisation.resumed": () => "Organisation réactivée par l’équipe de la place de marché",
      "lookup.made": (data) => looks[String(data.kind)] ?? looks.search,
      "note.added": () => "Note interne rédigée",
      "seller.created": (data) =>
        data.by === "operator"
          ? "Compte vendeur créé par l’équipe de la place de marché"
          : "Compte vendeur créé",
      "seller.claimed": () => "Compte vendeur ajouté par un code reçu par e-mail",
      "seller.bound": () => "Compte vendeur rattaché par l’opérateur",
      "claim.asked": () => "Demande de consultation d’un compte vendeur",
      "claim.accepted": () => "Demande de consultation d’un compte vendeur acceptée",
      "claim.declined": () => "Demande de consultation d’un compte vendeur refusée",
      "client.created": (data) =>
        data.by === "operator" ? "Client API créé par l’équipe de la place de marché" : "Client API créé",
      "client.suspended": (data) =>
        data.by === "operator" ? "Suspendu par l’équipe de la place de marché" : "Suspendu",
      "client.resumed": (data) =>
        data.by === "operator" ? "Réactivé par l’équipe de la place de marché" : "Réactivé",
      "client.deleted": () => "Supprimé",
      "secret.added": (data) => `Secret créé, se termine par ${data.hint}`,
      "secret.retired": (data) =>
        data.cut
          ? `Secret retiré, se termine par ${data.hint}\u00a0; ses jetons ont pris fin aussi`
          : `Secret retiré, se termine par ${data.hint}`,
      "review.requested": () => "Examen demandé",
      "review.decided": (data) => (data.decision === "approve" ? "Examiné" : "Examen\u00a0: refusé"),
      "listing.draft_dropped": () => "Brouillon de la fiche abandonné",
      "listing.saved": () => "Fiche enregistrée comme brouillon",
      "listing.edited": () => "Fiche modifiée",
      "listing.submitted": () => "Fiche soumise",
      "listing.taken_back": () => "Soumission de la fiche retirée",
      "listing.unlisted": () => "Fiche retirée de l’annuaire",
      "listing.relisted": () => "Fiche remise dans l’annuaire",
      "listing.decided": (data) =>
        ({
          approve: "Fiche de l’annuaire\u00a0: approuvée",
          changes: "Fiche de l’annuaire\u00a0: modifications demandées",
          reject: "Fiche de l’annuaire\u00a0: refusée",
          unlist: "Fiche retirée de l’annuaire par l’opérateur",
          suspend: "Fiche de l’annuaire suspendue par l’opérateur",
        })[String(data.decision)] ?? "Fiche de l’annuaire\u00a0: décision prise",
      "domain.proven": (data) =>
        `Domaine prouvé par ${data.method === "dns" ? "un enregistrement DNS" : "e-mail"}\u00a0: ${data.domain}`,
      "name.proposed": (data) => `Nom protégé proposé pour vous\u00a0: ${data.name}`,
      "name.confirmed": (data) => `Nom protégé autorisé\u00a0: ${data.name}`,
      "name.withdrawn": (data) => `Nom protégé qui n’est plus autorisé\u00a0: ${data.name}`,
      "hand_over.given": (data) => (data.label ? `Remise donnée\u00a0: ${data.label}` : "Remise donnée"),
      "hand_over.withdrawn": () => "Remise retirée",
      "hand_over.opened": (data) => (data.label ? `Remise ouverte\u00a0: ${data.label}` : "Remise ouverte"),
      "hand_over.closed": () => "Remise fermée après cinq phrases erronées",
      "invitation.created": () => "Invitation créée",
      "invitation.resent": () => "Invitation renvoyée, avec un nouveau lien",
      "invitation.withdrawn": () => "Invitation retirée",
      "invitation.declined": () => "Invitation déclinée",
      "invitation.accepted": () => "Invitation acceptée",
      "kept_seller.added": () => "Vendeur conservé ajouté",
      "kept_seller.changed": () => "Vendeur conservé modifié",
      "kept_seller.removed": () => "Vendeur conservé supprimé",
      "tag.added": (data) => `Étiquette posée\u00a0: ${data.tag}`,
      "tag.removed": (data) => `Étiquette retirée\u00a0: ${data.tag}`,
      "note.saved": (data) => (data.length ? "Note enregistrée" : "Note supprimée"),
      "view.saved": (data) => `Recherche enregistrée\u00a0: ${data.name}`,
      "view.removed": (data) => `Recherche enregistrée supprimée\u00a0: ${data.name}`,
      "bulk.started": (data) => `${bulkActs[String(data.act)]}\u00a0: ${data.total} vendeurs choisis`,
      "bulk.stopped": (data) => `${bulkActs[String(data.act)]}, ${data.total} vendeurs\u00a0: action arrêtée`,
      "bulk.finished": (data) =>
        `${bulkActs[String(data.act)]}, ${data.total} vendeurs\u00a0: action terminée`,
      "link.reminded": () => "Un rappel a été envoyé au vendeur",
      "endpoint.added": () => "Point de réception ajouté",
      "endpoint.removed": () => "Point de réception supprimé",
      "endpoint.enabled": () => "Point de réception réactivé",
      "endpoint.disabled": () => "Point de réception désactivé\u00a0: son serveur a répondu 410",
      "endpoint.tested": () => "Message de test envoyé",
      "delivery.replayed": () => "Message renvoyé",
      "areas.chosen": (data) => `Domaines de l’API choisis\u00a0: ${data.areas}`,
      "portal_api.on": () => "API du portail activée",
      "portal_api.off": () => "API du portail désactivée",
      "ticket.opened": (data) => `Demande d’aide ${data.number} ouverte`,
      "ticket.answered": (data) => `Réponse à la demande d’aide ${data.number}`,
      "ticket.taken": (data) => `Demande d’aide ${data.number} prise en charge par l’opérateur`,
      "report.shared": () => "Compte rendu d’un premier appel partagé par un lien",
      "report.share_ended": () => "Lien partagé d’un compte rendu terminé",
      "report.sent": () => "Compte rendu d’un premier appel envoyé à un collègue",
      "ticket.solved": (data) => `Demande d’aide ${data.number} résolue`,
      "ticket.noted": (data) => `Note interne sur la demande d’aide ${data.number}`,
      "team_invitation.created": () => "Collègue invité",
      "team_invitation.resent": () => "Collègue invité de nouveau, avec un nouveau lien",
      "team_invitation.withdrawn": () => "Invitation d’un collègue annulée",
      "member.joined": (data) => `A rejoint l’équipe, rôle\u00a0: ${roles[String(data.role)]}`,
      "member.role_changed": (data) =>
        `${data.name}\u00a0: ${roles[String(data.from)]} devient ${roles[String(data.role)]}`,
      "member.removed": (data) => `${data.name} retiré de l’équipe`,
      "member.left": () => "A quitté l’équipe",
      "ownership.offered": (data) => `Propriété proposée à ${data.name}`,
      "ownership.accepted": () => "Propriété acceptée",
      "ownership.declined": () => "Propriété refusée",
      "ownership.withdrawn": () => "Proposition de propriété annulée",
      "link.created": (data) =>
        data.by === "operator" ? "Liaison ouverte par l’équipe de la place de marché" : "Liaison ouverte",
      "link.end_planned": (data) => `La liaison prendra fin le ${day(String(data.endsAt), "fr")}`,
      "link.end_cancelled": () => "La fin prévue a été annulée",
      "link.expiring": (data) => `Rappel\u00a0: la liaison prend fin le ${day(String(data.endsAt), "fr")}`,
      "secret.expiring": (data) =>
        `Rappel\u00a0: le secret qui se termine par ${data.hint} fonctionne jusqu’au ${day(String(data.endsAt), "fr")}`,
      "link.ended": () => "Liaison terminée",
      "letter.retried": () => "E-mail renvoyé par l’opérateur",
      "delivery.retried": () => "Message renvoyé par l’opérateur",
      "events.exported": () => "Événements exportés dans un fichier",
      "person.notices_chosen": () => "Avis choisis",
      "person.data_exported": () => "Données personnelles exportées",
      "person.deleted": () => "Compte supprimé",
      "organisation.deleted": () => "Organisation supprimée",
    },
    seller: (sellerId) => `SellerId ${sellerId}`,
    operator: "L’équipe de la place de marché",
    other: "L’autre partie",
  },
};
