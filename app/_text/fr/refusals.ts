import type { FieldCode, LimitName, RefusalCode } from "@/lib/result";

/** One sentence per refusal. `{name}` stands for a fact that came with it. */
export const refusals: Record<RefusalCode, string> = {
  invalid: "Certains champs sont à revoir. Rien n’a été modifié.",
  not_allowed: "Vous ne pouvez pas faire cela ici. Qui le peut\u00a0: {who}.",
  not_found: "Ceci n’existe pas ici. Cela a peut-être été retiré, ou appartient à quelqu’un d’autre.",
  taken: "Ce clientId est déjà pris. Choisissez-en un autre.",
  already_linked: "Ce client API est déjà relié à ce compte vendeur.",
  stale:
    "Ce formulaire a déjà été utilisé ou est trop ancien. Rien n’a été modifié maintenant\u00a0; vérifiez-le et renvoyez-le.",
  expired: "Ce lien a été utilisé, retiré, ou est trop ancien.",
  too_many: "Trop d’essais en peu de temps. Réessayez dans {minutes} min.",
  sign_in_again:
    "Merci de confirmer que c’est bien vous. Saisissez votre mot de passe, puis renvoyez le formulaire.",
  unverified: "Ceci n’est pas encore confirmé.",
  limit: "Une limite est atteinte. Rien n’a été modifié.",
  unavailable:
    "Quelque chose ne répond pas de notre côté. Rien n’a été enregistré. Merci de réessayer dans un instant.",
};

/** What `limit` says where it is known which one. */
export const limits: Record<LimitName, string> = {
  unreviewed_links:
    "Un client API que personne n’a encore examiné peut être relié à cinq comptes vendeurs, et il l’est déjà. Son titulaire peut demander un examen. Rien n’a été modifié.",
  one_endpoint:
    "Un client API n’a qu’un seul point de réception. Supprimez-le d’abord, puis ajoutez-en un autre. Rien n’a été modifié.",
  client_stopped:
    "L’équipe de la place de marché a suspendu ce client API, et elle seule peut le réactiver. Demandez-le avec le bouton ci-dessous. Rien n’a été modifié.",
  side_stopped:
    "Ce client API, son organisation ou le propriétaire du compte est suspendu\u00a0; tant que cela dure, aucune liaison n’est créée. Consultez leurs fiches. Rien n’a été modifié.",
  two_secrets: "Un client API a deux secrets valides au plus. Retirez-en d’abord un. Rien n’a été modifié.",
  open_hand_overs: "Dix remises de ce client API sont déjà en attente. Retirez-en d’abord une.",
  hand_over_full:
    "Ce client API a déjà deux secrets valides, aucun autre ne peut être créé pour l’instant. Demandez à la personne qui vous a donné ce lien d’en retirer un\u00a0; le lien reste valable.",
  extra_seller: "Votre organisation a déjà créé son unique compte vendeur supplémentaire.",
  invitations_unreviewed:
    "Tant qu’aucun de vos clients API n’a été examiné, vous pouvez inviter 50 personnes par jour par adresse ou SellerId, et ce nombre est atteint aujourd’hui. Demandez un examen sur la page de votre client API, ou créez un lien sans destinataire et transmettez-le vous-même.",
  invitations_a_day:
    "5\u00a0000 invitations par jour peuvent aller à une adresse ou à un SellerId, et ce nombre est atteint aujourd’hui. Vous pouvez encore créer des liens sans destinataire.",
  last_owner:
    "Vous êtes le seul propriétaire, et une organisation en garde toujours un. Proposez d’abord la propriété à un collègue\u00a0; dès qu’il l’aura acceptée, vous pourrez partir.",
  last_owner_there:
    "Vous êtes le seul propriétaire de {organisation}, et d’autres personnes y travaillent. Transmettez-la ou supprimez-la d’abord, puis supprimez votre compte. Rien n’a été modifié.",
  team_invitations_a_day:
    "Une équipe peut envoyer 20 invitations par jour à des collègues, et celles d’aujourd’hui sont épuisées. Réessayez demain.",
  one_ownership_offer:
    "Une proposition de propriété est déjà en attente. Annulez-la d’abord, puis faites-en une autre.",
  seller_tags:
    "Un vendeur porte 20 étiquettes au plus, et c’est le cas. Retirez-en d’abord une. Rien n’a été modifié.",
  client_tags:
    "Un client API utilise 200 étiquettes différentes au plus, et c’est le cas. Prenez l’une d’elles, ou retirez-en une à tous ses vendeurs. Rien n’a été modifié.",
  saved_views:
    "Un client API a 30 recherches enregistrées au plus. Supprimez-en d’abord une. Rien n’a été modifié.",
  bulk_running:
    "Trois actions sur plusieurs vendeurs de ce client API sont déjà en attente ou en cours. Attendez que l’une soit finie, ou arrêtez-en une. Rien n’a été modifié.",
  bulk_an_hour:
    "Ce client API a lancé 20 actions sur plusieurs vendeurs en une heure. Réessayez plus tard. Rien n’a été modifié.",
  bulk_size:
    "Une action porte sur 10\u00a0000 vendeurs au plus. Affinez d’abord la recherche. Rien n’a été modifié.",
  no_second_factor:
    "Quiconque agit pour la place de marché se connecte avec un second facteur. Configurez d’abord le vôtre. Rien n’a été modifié.",
  open_invitations: "Ce client API a déjà 5\u00a0000 liens ouverts. Retirez-en, ou attendez qu’ils expirent.",
};

/** One sentence per complaint about a field. */
export const fieldErrors: Record<FieldCode, string> = {
  required: "Remplissez ce champ.",
  too_long: "C’est trop long.",
  too_short: "C’est trop court.",
  bad_characters:
    "Ceci contient des caractères qui ne peuvent pas être utilisés ici, par exemple des caractères de contrôle invisibles.",
  bad_email: "Ce n’est pas une adresse e-mail. Elle ressemble à nom@entreprise.com.",
  bad_choice: "Choisissez l’une des options.",
  bad_json: "Ce n’est pas du JSON.",
  bad_shape: "Ce contenu n’a pas la forme que l’appel attend. Regardez {place}.",
  bad_number: "Ce n’est pas un nombre qui convient ici.",
  bad_date: "Ce n’est pas une date qui convient ici.",
  must_accept: "Cochez cette case pour continuer.",
  name_characters:
    "Un nom contient des lettres simples, des chiffres, des espaces simples et la ponctuation courante, et au moins deux lettres ou chiffres. Pas de symboles, pas d’émojis, rien d’invisible.",
  name_scripts:
    "Ce nom mélange les lettres de plusieurs alphabets, ce qui sert à imiter d’autres noms. Écrivez-le dans un seul.",
  name_protected:
    "Ce nom est un nom de cette place de marché, ou y ressemble. S’il vous revient de droit, demandez-le à notre équipe.",
  name_taken:
    "Une autre entreprise de l’annuaire porte ce nom, ou un nom que l’on confond facilement avec lui.",
  domain_malformed: "Ce n’est pas un domaine. Il ressemble à entreprise.com.",
  domain_public:
    "C’est un fournisseur de messagerie public, ou un nom qui n’appartient à personne en particulier. Utilisez le domaine de votre entreprise.",
  domain_record_missing:
    "L’enregistrement n’est pas encore visible. Les serveurs de noms mettent de quelques minutes à une heure à publier un nouvel enregistrement\u00a0; vérifiez à nouveau ensuite.",
  domain_record_other:
    "Il y a bien un enregistrement TXT sous ce nom, mais avec une autre valeur\u00a0: {found}",
  domain_unknown: "Ce domaine n’existe pas. Vérifiez son orthographe.",
  domain_silent:
    "Les serveurs de noms du domaine n’ont pas répondu à temps, on ne sait donc encore rien. Vérifiez à nouveau dans un instant.",
  has_link: "Pas de lien ni d’adresse web ici\u00a0: la page montre déjà qui vous êtes et où continuer.",
  has_secret:
    "Cela ressemble à un clientSecret. N’en gardez jamais ici\u00a0: sa place est dans votre coffre-fort.",
  kept_already: "Ce SellerId est déjà dans votre liste, avec ce clientId.",
  file_big: "Le fichier dépasse 1\u00a0Mo. Découpez-le.",
  file_encoding: "Le fichier n’est pas en UTF-8. Enregistrez-le en CSV UTF-8.",
  file_header:
    "La première ligne doit nommer les colonnes\u00a0: reference, expectedSellerId, email, expires.",
  file_rows: "Le fichier n’a aucune ligne, ou plus de 2\u00a0000. Découpez-le.",
  file_many: "Trois fichiers au plus.",
  file_empty: "Le fichier est vide.",
  file_type: "Seules les images PNG, JPEG ou WebP sont acceptées, et aucune image animée.",
  file_broken:
    "Ce fichier ne se lit pas jusqu’au bout. Il est peut-être endommagé\u00a0; enregistrez-le à nouveau et réessayez.",
  file_pixels: "Cette image a plus de 16 millions de points. Réduisez-la.",
  client_id_shape:
    "8 à 80 caractères\u00a0: commencez par une lettre, terminez par une lettre ou un chiffre\u00a0; entre les deux, des lettres, des chiffres, des espaces simples, des tirets et @.",
  client_id_shape_staff:
    "De 2 à 80 caractères\u00a0: commencez par une lettre, finissez par une lettre ou un chiffre\u00a0; entre les deux, des lettres, des chiffres, des espaces simples, des tirets et des @.",
  client_id_email: "Un clientId est public, il ne peut donc pas être votre adresse e-mail.",
  client_id_taken: "Ce clientId est déjà pris, ou trop proche d’un clientId existant.",
  client_id_mismatch:
    "Ce n’est pas le clientId de ce client API. Saisissez-le exactement, majuscules comprises.",
  email_mismatch: "Ce n’est pas l’adresse e-mail de votre compte.",
  name_mismatch: "Ce n’est pas le nom de l’organisation. Saisissez-le exactement, majuscules comprises.",
  seller_id_mismatch: "Ce n’est pas le SellerId du compte que vous avez choisi.",
  seller_not_expected: "L’invitation concerne le compte {expected}.",
  password_short: "Au moins 10 caractères.",
  password_common:
    "Ce mot de passe est parmi les plus utilisés, donc deviné en premier, avec ou sans chiffres à la fin. Choisissez-en un autre.",
  password_own:
    "Il ne contient guère plus que votre adresse, votre entreprise ou notre nom. Choisissez autre chose.",
  domain_unproven: "Prouvez d’abord que le domaine est à vous.",
  website_domain: "Le site web doit se trouver sur le domaine que vous avez prouvé.",
  url_malformed: "Ce n’est pas une adresse. Elle ressemble à https://hooks.entreprise.com/portail.",
  url_not_https: "L’adresse doit commencer par https://.",
  url_port: "L’adresse doit utiliser le port habituel de https, 443. Omettez le port.",
  url_userinfo: "L’adresse ne doit contenir ni nom d’utilisateur ni mot de passe.",
  url_fragment: "L’adresse ne doit pas avoir de partie après #.",
  url_ip_literal:
    "Indiquez un nom d’hôte, pas un nombre\u00a0: les certificats et les règles s’appliquent aux noms.",
  url_not_public:
    "Cette adresse ne mène pas à l’internet public. Les messages ne vont jamais vers des réseaux privés ou réservés.",
  wrong_password: "Ce mot de passe n’est pas correct.",
  wrong_passcode:
    "Ce code n’est pas le bon, ou il a déjà servi. Prenez celui que votre application affiche maintenant, ou un code de secours.",
  wrong_phrase: "Cette phrase n’est pas correcte. Essais restants\u00a0: {left}.",
  wrong_code: "Ce code n’est pas correct. Essais restants\u00a0: {left}.",
};
