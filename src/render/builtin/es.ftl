# Lo que la herramienta dice en español a quien lee. Todo se puede cambiar: escriba un mensaje con
# el mismo nombre en locales/es/ de la campaña o de su tema.

campaign-title = Campaña
campaign-description = Información y ayuda.

## Partes de una página

skip-to-content = Saltar al contenido
on-this-page = En esta página
breadcrumb-label = Usted está aquí
main-menu = Menú principal
footer-menu = Más enlaces
language-menu = Idioma
audience-menu = Para quién es
home = Inicio
previous = Anterior
next = Siguiente

alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Atención
alert-caution = Peligro

footnotes = Notas
# Sigue el número de la nota.
footnote-back = Volver al texto de la nota

task-done = Hecho
task-open = Por hacer

## Listas

topics = Temas
topic-list-title = Todos los temas
# $topic: el nombre del tema
topic-title = Tema: { $topic }

# $count: cuántas entradas hay
entries = { $count ->
    [0] Ninguna entrada
    [one] { $count } entrada
    [many] { $count } de entradas
   *[other] { $count } entradas
}

# $number: qué página de la lista es; $total: cuántas hay
page-of = Página { $number } de { $total }
previous-page = Página anterior
next-page = Página siguiente

## Fechas y duración

# $date: el día
published-on = Publicado el { DATETIME($date, dateStyle: "long") }
updated-on = Actualizado el { DATETIME($date, dateStyle: "long") }
reviewed-on = Revisado el { DATETIME($date, dateStyle: "long") }

# $minutes: cuánto se tarda en leer
reading-minutes = { $minutes ->
    [one] { $minutes } minuto de lectura
    [many] { $minutes } de minutos de lectura
   *[other] { $minutes } minutos de lectura
}

## Líneas de ayuda

# $date: el día en que alguien llamó por última vez a la línea para preguntar
hotline-verified = Comprobamos este número el { DATETIME($date, dateStyle: "long") }.
hotline-not-verified = No hemos comprobado este número recientemente. Puede haber cambiado.

## Elegir un idioma o una edición

choose-language = Elija su idioma
choose-audience = ¿Para quién es?
# $language: el nombre del idioma en que se muestra la página
translation-missing = Esta página todavía no está traducida al español. La está leyendo en este idioma: { $language }.

## Páginas que no están

not-found-title = Página no encontrada
not-found-text = No hay ninguna página en esta dirección. Puede que haya cambiado de lugar o que la dirección no sea correcta. Puede empezar de nuevo desde la página de inicio.
moved-title = Esta página ha cambiado de lugar
moved-text = Esta página tiene una dirección nueva. Si no pasa nada, siga este enlace.

## Canales de noticias

# $title: el nombre de la campaña
feed-title = Noticias de { $title }
feed-link = Seguir el canal de noticias

# Cómo se llaman los idiomas, donde se dice cuáles se hablan en una línea.
language-ar = árabe
language-de = alemán
language-en = inglés
language-es = español
language-fa = persa
language-fr = francés
language-hi = hindi
language-ht = criollo haitiano
language-ko = coreano
language-mix = mixteco
language-my = birmano
language-nah = náhuatl
language-pt = portugués
language-quc = quiché
language-ru = ruso
language-th = tailandés
language-tl = tagalo
language-uk = ucraniano
language-ur = urdu
language-vi = vietnamita
language-zap = zapoteco
language-zh = chino

# Cómo se llaman los países, donde se dice de qué país es una línea.
country-ar = Argentina
country-ca = Canadá
country-co = Colombia
country-cr = Costa Rica
country-cu = Cuba
country-do = República Dominicana
country-ec = Ecuador
country-es = España
country-gt = Guatemala
country-hn = Honduras
country-ht = Haití
country-mx = México
country-ni = Nicaragua
country-pa = Panamá
country-pe = Perú
country-sv = El Salvador
country-us = Estados Unidos
country-ve = Venezuela

## Las líneas de ayuda, para los directorios de otros

directory-unverified = sin confirmar desde el { $date }
directory-interpreter = Otros idiomas, con intérprete.
