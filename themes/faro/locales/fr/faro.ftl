# Les mots du thème faro. Une campagne peut réécrire chacun d’eux dans son propre dossier locales/.

## Autour de la page

skip-to-content = Aller au contenu
menu = Menu
menu-label = Menu principal
language-label = Langue
language-start = (page d’accueil)
breadcrumb-label = Vous êtes ici
on-this-page = Sur cette page
list-separator = { ", " }
clause-separator = { " ; " }

## La sortie, dans les éditions qui en ont une

exit-label = Quitter
exit-loading = Chargement
exit-press-two = Maj. Appuyez encore 2 fois pour quitter.
exit-press-one = Maj. Appuyez encore 1 fois pour quitter.
exit-expired = Le temps pour quitter avec Maj est écoulé : recommencez.
exit-history = Quitter n’efface pas cette page de la liste que garde votre appareil.
safety-link = Lire ce guide avec prudence
safety-short = Prudence

## La page

translation-missing = Cette page n’est pas encore traduite. Elle apparaît dans sa langue d’origine : { $language }.
reviewed-on = Relu le { $date }.
law-note = Sur le droit ({ $place }), lu le { $date }. Demandez ce qui a changé depuis. Ceci est une information, pas un conseil juridique.
updated-on = Mis à jour le { $date }.
topic = Sujet
topics = Sujets
page-count = { $count ->
    [one] Une page
   *[other] { $count } pages
}
in-this-part = Dans cette partie
all-pages = Toutes les pages
sequel-label = Page précédente et page suivante
previous = Précédent
next = Suivant
pager-label = Pages de cette liste
pager-previous = Page précédente
pager-next = Page suivante
pager-position = Page { $number } sur { $total }

## Accueil

audiences-title = Qu’est-ce qui vous amène ?

## À emporter

download = Télécharger ({ $format }, { $size } ko)
download-print = Pour l’avoir sur papier, imprimez cette page depuis le menu de votre navigateur : le texte et les numéros sortent sans les menus.

## Les lignes d’appel

help-title = Qui appeler
help-text = Vous trouverez ces lignes sur chaque page.
hotline-answers = Qui répond
hotline-hours = Horaires
hotline-languages = Langues
hotline-sharing = Ce qui est transmis
hotline-interpreter = d’autres avec un interprète
hotline-free = L’appel est gratuit.
hotline-confirmed = Confirmé le { $date }.
hotline-stale = Pas confirmé depuis le { $date } : cela a pu changer.
hotline-stale-short = (pas confirmé depuis le { $date })
hotline-zone = à l’heure de { $zone }
hotline-demonstration = Présenté comme exemple.
channel-verb = { $kind ->
    [voice] Appeler
    [tty] Appeler par ATS
    [text] Envoyer un SMS
    [whatsapp] Écrire
    [chat] Ouvrir la discussion
    [email] Écrire
   *[other] Ouvrir
}
channel-name = { $kind ->
    [voice] Appel
    [tty] ATS
    [text] SMS
    [whatsapp] WhatsApp
    [chat] Discussion sur leur site
    [email] Courriel
    [in-person] Sur place
   *[other] Site web
}
channel-keyword = Envoyez { $keyword } au { $number }

## Les chiffres et leurs sources

sources-title = Sources des chiffres de cette page
source-mark = source { $number }
source-link = La lire
source-archive = Copie qui ne change pas
source-accessed = Lue le { $date }.
source-confirmed = Vue le { $date }.
source-figures = Pour : { $figures }

## Quand une page n’est pas là

not-found-title = Cette page n’est pas ici
not-found-text = L’adresse a peut-être changé. Votre appareil n’a rien.
not-found-home = Aller à la première page
redirect-link = Aller à « { $title } »

## Le pied de page

footer-about = À propos de ce site
footer-audiences = Pour d’autres lecteurs
organisation = { $site }
organisation-note = { $site } publie ce site.

## Dans les textes

campaign-title = Campagne
campaign-description = Informations et aide.
alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Attention
alert-caution = Prudence
footnotes = Notes
footnote-back = Retour au texte de la note
task-done = Fait
task-open = À faire
topic-list-title = Tous les sujets
topic-title = Sujet : { $topic }
choose-language = Choisissez votre langue
choose-audience = Pour qui est-ce ?
moved-title = Cette page a changé d’adresse
moved-text = Cette page a une nouvelle adresse. Si rien ne se passe, suivez ce lien.
feed-title = Nouvelles de { $title }
feed-link = Suivre les nouvelles

## Noms de langues

language-ar = arabe
language-de = allemand
language-en = anglais
language-es = espagnol
language-fa = persan
language-fr = français
language-pt = portugais
language-zh = chinois
