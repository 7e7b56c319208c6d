# Las palabras del tema faro. Una campaña puede escribir cualquiera de nuevo en sus propios locales/.
# En cualquier mensaje se puede elegir según $audience.

## Alrededor de la página

skip-to-content = Ir al contenido
menu = Menú
menu-label = Menú principal
language-label = Idioma
# Tras el nombre de un idioma al que no se ha traducido esta página: el enlace lleva a la primera página en ese idioma.
language-start = (página de inicio)
breadcrumb-label = Dónde está usted
on-this-page = En esta página
# Entre las partes de una lista y entre sus cláusulas.
list-separator = { ", " }
clause-separator = { "; " }

## La salida, en las ediciones que la tienen

exit-label = Salir ahora
# En la pestaña y en la página vacía mientras se abre la otra. Aquí no debe verse nada del tema.
exit-loading = Cargando
# Se lee en voz alta tras pulsar Mayús por primera vez.
exit-press-two = Mayús. Pulse 2 veces más para salir.
# Se lee en voz alta tras la segunda vez.
exit-press-one = Mayús. Pulse 1 vez más para salir.
# Se lee en voz alta cuando se tarda demasiado en volver a pulsar.
exit-expired = Ya no se puede salir con Mayús: empiece de nuevo.
# En cada página que tiene salida.
exit-history = Salir no borra esta página de la lista que guarda su aparato.
# Tras esa frase: enlace a la página sobre cómo usar la guía sin riesgo.
safety-link = Cómo cuidarse al leer esto
# Arriba, en cada página que tiene salida: el mismo enlace en una palabra.
safety-short = Cuídese

## La página

# $language es el nombre del idioma en que se muestra la página.
translation-missing = Esta página aún no está traducida. Se muestra en su idioma original: { $language }.
# $date es un día.
reviewed-on = Revisada el { $date }.
law-note = Sobre la ley ({ $place }), según se leyó el { $date }. Pregunte qué ha cambiado desde entonces. Es información, no asesoría legal.
# $date es un día.
updated-on = Actualizada el { $date }.
topic = Tema
topics = Temas
# $count es un número de páginas.
page-count = { $count ->
    [one] Una página
   *[other] { $count } páginas
}
in-this-part = En esta sección
all-pages = Todas las páginas
sequel-label = Página anterior y siguiente
previous = Anterior
next = Siguiente
pager-label = Páginas de esta lista
pager-previous = Página anterior
pager-next = Página siguiente
pager-position = Página { $number } de { $total }

## Inicio

audiences-title = ¿Qué le trae por aquí?

## Para llevar

# $format es un formato de archivo, como PDF; $size, su peso en kilobytes.
download = Descargar ({ $format }, { $size } kB)
download-print = Para tenerla en papel, imprima esta página desde el menú de su navegador: salen el texto y los números, sin los menús.

## Líneas para llamar

help-title = A quién llamar
help-text = Encontrará estas líneas en todas las páginas.
hotline-answers = Quién responde
hotline-hours = Horario
hotline-languages = Idiomas
hotline-sharing = Qué comparten
hotline-interpreter = otros, con intérprete
hotline-free = La llamada es gratis.
# $date es un día.
hotline-confirmed = Dato confirmado el { $date }.
# $date es un día.
hotline-stale = Dato sin confirmar desde el { $date }: puede haber cambiado.
# Lo mismo detrás de una línea dentro de una oración. $date es un día.
hotline-stale-short = (sin confirmar desde el { $date })
# $zone es el nombre de una zona horaria, como America/Mexico City.
hotline-zone = hora de { $zone }
hotline-demonstration = Se muestra como demostración.
# Lo que hace el botón. $kind es uno de: voice, text, whatsapp, chat, tty, email, web, in-person.
channel-verb = { $kind ->
    [voice] Llamar
    [tty] Llamar por TTY
    [text] Enviar un mensaje
    [whatsapp] Escribir
    [chat] Abrir el chat
    [email] Escribir
   *[other] Abrir
}
# $kind es uno de: voice, text, whatsapp, chat, tty, email, web, in-person.
channel-name = { $kind ->
    [voice] Llamar
    [tty] TTY
    [text] Mensaje de texto
    [whatsapp] WhatsApp
    [chat] Chat en su sitio web
    [email] Correo electrónico
    [in-person] En persona
   *[other] Sitio web
}
# $keyword es una palabra que se envía; $number, a dónde.
channel-keyword = Envíe { $keyword } al { $number }

## Las cifras y de dónde salen

sources-title = Fuentes de las cifras de esta página
# Lo que dice un lector de pantalla del número que va detrás de una cifra. $number es un número.
source-mark = fuente { $number }
source-link = Leerla
source-archive = Copia que no cambia
# $date es un día.
source-accessed = Consultada el { $date }.
# $date es un día.
source-confirmed = Vista el { $date }.
# $figures son cifras, con punto y coma entre ellas.
source-figures = Para: { $figures }

## Cuando una página no está

not-found-title = Esta página no está aquí
not-found-text = Tal vez cambió la dirección. Su teléfono o computadora funciona bien.
not-found-home = Ir a la primera página
# $title es el título de la página que cambió de lugar.
redirect-link = Ir a «{ $title }»

## El pie de la página

footer-about = Acerca de este sitio
footer-audiences = Para otras personas
# Quién publica el sitio. $site es su título. Por lo general, cada campaña da su propio texto.
organisation = { $site }
organisation-note = { $site } publica este sitio.
