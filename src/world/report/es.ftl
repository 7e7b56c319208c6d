# Las palabras propias del programa, aparte de las reglas (rules/es.ftl). Las mismas que en en.ftl.


## Diagnósticos

severity-error = error
severity-warning = advertencia
severity-note = nota
help = ayuda
did-you-mean = ¿quiso decir «{ $text }»?
write-instead = escríbalo así:
leave-out = quite esto:
related = vea también aquí
crowd-times = { $count } ×
crowd-extent = { $count } veces{ $files ->
    [0] {""}
    [one] {" en"} { $files } archivo
   *[other] {" en"} { $files } archivos
}.
crowd-more = … y { $count } más
crowd-others = más de lo mismo
crowd-ranking = En total: { $rules }. De lo que se cuenta junto se muestran los primeros lugares; «--format json» los da todos.
tally-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errores
}
tally-warnings = { $count ->
    [one] { $count } advertencia
   *[other] { $count } advertencias
}
tally-notes = { $count ->
    [one] { $count } nota
   *[other] { $count } notas
}
nothing-wrong = No hay nada que corregir.


## campaign explain

explain-why = A quién perjudica:
explain-fix = Qué hacer:
explain-severity = Gravedad: { $severity }.
explain-fixed = La regla protege a las personas; por eso ninguna campaña puede cambiarla.
explain-adjustable = Una campaña puede decidir otra cosa en campaign.toml:
unknown-rule-name = No existe la regla «{ $name }».
    .fix = Copie el nombre que aparece entre corchetes en el informe, como «campaign explain unknown-audience».
unknown-rule-close = No existe la regla «{ $name }»; ¿quiso decir «{ $close }»?

# Lo que ocupa en un mensaje el lugar de lo que pone cada falla.
variable-scope = alcance
variable-files = tantos
variable-found = lo hallado
variable-count = tantos
variable-kind = tipo
variable-percent = porcentaje
variable-second = otro puntaje
variable-index = fórmula
variable-score = puntaje
variable-status = estado
variable-total = tantas
variable-target = meta
variable-address = dirección
variable-archive = dirección de una copia
variable-argument = argumento
variable-background = color
variable-budget = tanto
variable-byte = byte
variable-character = carácter
variable-country = país
variable-date = día
variable-days = tantos
variable-destination = dirección
variable-edition = edición
variable-element = elemento
variable-encoding = codificación
variable-entry = dato
variable-expected = tipo
variable-from = idioma
variable-height = alto
variable-lacks = ambos
variable-limit = límite
variable-locale = idioma
variable-megapixels = tantos
variable-name = nombre
variable-other = nombre
variable-number = número
variable-output = archivo
variable-page = página
variable-others = número
variable-part = parte
variable-ratio = tanto
variable-reason = motivo
variable-requests = tantas
variable-route = dirección
variable-scheme = clara u oscura
variable-shade = tono
variable-side = tantos
variable-size = tamaño
variable-value = valor
variable-variable = variable
variable-what = texto
variable-width = ancho
variable-written = texto
variable-word = palabra


## campaign build

build-summary =
    { $editions ->
        [one] { $editions } edición
       *[other] { $editions } ediciones
    }, { $pages ->
        [one] { $pages } página
       *[other] { $pages } páginas
    }, { $files ->
        [one] { $files } archivo
       *[other] { $files } archivos
    } ({ $size }) en { $seconds } s.
build-unchanged = { $count ->
    [one] { $count } archivo sigue como estaba.
   *[other] { $count } archivos siguen como estaban.
}
build-published = Publicado en { $folder }.
build-partial = { $count ->
    [one] Falta ahí otra edición: no suba esta carpeta en lugar del sitio completo.
   *[other] Faltan ahí otras { $count } ediciones: no suba esta carpeta en lugar del sitio completo.
}
build-drafts = Contiene borradores: antes de subirla, genere el sitio otra vez sin --drafts.
build-refused = No se publicó nada; lo que había antes sigue intacto.
pseudo-done = { $count } archivos en { $folder }/, para mirarlos y nunca para publicarlos. Las palabras sin acentos no se pudieron traducir; lo que no tiene corchete al final quedó cortado.
build-progress = { $done } de { $total } archivos

## campaign serve

serve-started = { $folder } está lista después de { $milliseconds } ms.
serve-address = El sitio: { $address }
serve-workbench = La mesa de trabajo: { $address }
serve-stop = Sigue cada cambio. Ctrl-C la termina.
serve-port-taken = El puerto { $port } está ocupado; se usa el siguiente que está libre.
serve-line = { $files }: a la vista después de { $milliseconds } ms, { $errors ->
    [0] nada impide publicar
    [one] { $errors } error
   *[other] { $errors } errores
}.
serve-line-overtaken = { $files }: a la vista después de { $milliseconds } ms; hubo otro cambio antes de revisarlo todo.
serve-impaired-because = { $reason ->
    [watch-limit] El sistema no deja vigilar más archivos (se alcanzó su límite); en su lugar se revisan varias veces por segundo.
   *[other] El sistema no avisa de los cambios ({ $reason }); en su lugar los archivos se revisan varias veces por segundo.
}

serve-title = Mesa de trabajo
serve-skip = Saltar al tablero
serve-board = Páginas y ediciones
serve-board-hint = Cada fila es una página y cada columna una edición: un idioma para un público. Elija una celda para ver la página.
serve-filter = Filtrar por título o carpeta
serve-show = Mostrar
serve-show-all = todo
serve-show-missing = lo que falta o está desactualizado
serve-show-faults = lo que tiene errores
serve-page = Página
serve-compare = Lado a lado
serve-compare-hint = Elija ediciones para leerlas lado a lado. Se desplazan juntas, bloque por bloque, y lo que solo una de ellas tiene queda marcado.
serve-width = Ancho
serve-wide = ancho
serve-tablet = tableta
serve-phone = teléfono
serve-print = papel
serve-no-script = sin JavaScript
serve-diagnostics = Lo que está mal
serve-changes = Lo que cambió la última vez
serve-source-hint = Elija un bloque de la página para abrir su línea en su editor.
serve-translated = traducida
serve-reviewed = revisada
serve-machine = hecha por una máquina
serve-outdated = desactualizada
serve-left-out = ausente a propósito
serve-there = original
serve-original = en su lugar está el original
serve-missing = falta la traducción
serve-absent = no está en esta edición
serve-errors = errores
serve-warnings = advertencias
serve-all-well = Todo está bien.
serve-why = A quién perjudica
serve-fix = Qué hacer
serve-nothing-changed = Ninguna página se lee distinta.
serve-further = Mostrar más páginas
serve-more = más no se muestran aquí; «campaign check» los enumera todos.
serve-elsewhere = En otros lugares
serve-open-source = Abrir en el editor
serve-editor-missing = No se conoce ningún editor. Defina VISUAL antes de iniciar campaign serve, o escriba editor = "vscode://file/{"{"}path{"}"}:{"{"}line{"}"}" bajo [serve] en campaign.toml.
serve-editor-failed = El editor no se inició.
serve-kept = Esta es la página como estaba cuando aún no tenía errores.
serve-close = Cerrar
serve-working = Revisando todo…
serve-looking = Los archivos se revisan varias veces por segundo, como usted pidió.
serve-impaired = El sistema no avisa de los cambios; los archivos se revisan varias veces por segundo.
serve-exit = El control de salida lleva a
serve-exit-normal = El botón Atrás vuelve a las páginas de esta visita.
serve-exit-single = La visita es una sola entrada del historial de la pestaña: el botón Atrás muestra lo que había antes.
serve-no-exit = Esta edición no tiene control de salida.
serve-left = La persona ya salió hacia
serve-leads = Esto lleva fuera del sitio, a
serve-only-here = Bloques que solo están aquí
serve-offline = No hay conexión con campaign serve.


## campaign check --online

no-network = Ningún otro sitio responde, así que no se sabe nada de los enlaces a ellos.
    .fix = Revise la conexión de este equipo a la red y vuelva a intentarlo.


## campaign verify

verified = { $count ->
    [one] El archivo está como se publicó.
   *[other] Los { $count } archivos están como se publicaron.
}
nothing-published = Todavía no se ha publicado nada en { $folder }.
    .fix = Ejecute antes «campaign build», o indique con --output la carpeta publicada.
no-such-folder = No hay ninguna carpeta { $folder }.
    .fix = Indique la carpeta en la que está el sitio, o su dirección: https://example.org.
unverifiable-address = «{ $value }» no es la dirección de un sitio.
    .fix = Escríbala completa y sin signo de interrogación, como https://example.org/help.
cannot-verify = { $reason ->
    [host] Ningún servidor tiene el nombre que aparece en { $address }, o no hay red.
    [time] El servidor de { $address } no responde a tiempo.
    [certificate] La conexión con { $address } no es segura.
    [no-tls] Este programa se compiló sin conexiones seguras, así que no se puede leer { $address }.
   *[connection] El servidor de { $address } no responde.
    }
    .fix = Abra la dirección en un navegador. Si ahí se ve, inténtelo otra vez con más tiempo: --timeout 60.


## campaign headers

report-not-ours = { $path } es otra cosa que un informe de seguridad.
    .fix = No se tocó. Elija otro nombre o mueva el archivo a otro lugar.
unknown-audience-name = No existe el público «{ $name }».
    .fix = Los públicos de esta campaña son: { $known }.
headers-nginx = Guarde estas líneas como campaign.conf fuera de la carpeta publicada y escriba en el bloque server del sitio: include /etc/nginx/campaign.conf;
headers-caddy = Guarde estas líneas como campaign.caddy fuera de la carpeta publicada y escriba en el bloque del sitio, después de root: import campaign.caddy
headers-github-pages =
    GitHub Pages envía sus propias cabeceras y no admite otras.
    Lo que sí se cumple allí, porque está en cada página: la Content-Security-Policy (sin frame-ancestors) y no-referrer.
    Lo que allí se pierde: que ningún otro sitio pueda enmarcar una página (frame-ancestors, X-Frame-Options); nosniff; Permissions-Policy; el aislamiento de COOP y CORP; HSTS; y no-store, de modo que las copias de las páginas discretas quedan diez minutos vigentes y en la memoria del aparato.
    La página para direcciones que no existen solo se encuentra en la raíz del sitio, en un idioma.
    GitHub advierte que puede guardar las direcciones de red de quienes visitan.
    Para una edición cuya lectura alguien podría vigilar, elija otro servidor.


## campaign where

where-typed = { $fact } está escrito en { $place }.
where-shown = { $count ->
    [0] Ninguna página lo nombra.
    [one] Lo nombra { $count } lugar:
   *[other] Lo nombran { $count } lugares:
}
where-files = { $count ->
    [0] Ningún archivo lo lleva.
    [one] Lo lleva { $count } archivo:
   *[other] Lo llevan { $count } archivos:
}
unknown-fact = Ningún registro tiene «{ $name }».
    .fix = Escriba hotline: o claim: y el nombre que está en content/hotlines.toml o content/claims.toml, como hotline:nhth.
unknown-fact-close = Ningún registro tiene «{ $name }»; ¿quiso decir «{ $close }»?


## campaign new

new-done = Se crearon { $files }.
    Son borradores que nadie más ve: «campaign serve --drafts» los muestra. Cuando un texto esté listo, borre su línea «draft = true».
new-original = Escriba la página abajo y luego borre la línea siguiente: hasta entonces nadie la ve.
new-translation = Por traducir: esta página en «{ $name }». Borre la línea siguiente cuando esté lista, no antes.
page-there = { $path } ya existe.
    .fix = No se creó nada. Escriba en el archivo que ya está o elija otro nombre.
invalid-page-name = «{ $name }» no puede ser la carpeta de una página.
    .fix = Use letras minúsculas sin acentos, cifras y guiones, con / entre carpetas, por ejemplo rights/u-visa.
invalid-page-name-close = «{ $name }» no puede ser la carpeta de una página; ¿quiso decir «{ $close }»?
    .fix = Use letras minúsculas sin acentos, cifras y guiones, con / entre carpetas, por ejemplo rights/u-visa. El título puede llevar cualquier letra: --title.


## campaign translate

several-originals = Un archivo XLIFF traduce desde un solo idioma, y { $path } está escrito en otro.
    .fix = Indique las páginas que quiere exportar, o exporte como PO.
exported = { $count ->
    [one] { $count } texto
   *[other] { $count } textos
} en { $path }; { $open ->
    [0] todos tienen ya traducción.
    [one] uno no tiene traducción.
   *[other] { $open } no tienen traducción.
}
nothing-open = No hay nada que traducir: ningún texto falta, quedó como estaba o es borrador. «--all» escribe también lo ya traducido.
export-there = { $path } ya existe.
    .fix = No se tocó: puede que alguien haya traducido en él. Elija otro nombre o mueva el archivo a otro lugar.
imported = { $count ->
    [0] No cambió nada.
    [one] Cambió { $count } texto en { $files ->
        [one] un archivo
       *[other] { $files } archivos
    }.
   *[other] Cambiaron { $count } textos en { $files ->
        [one] un archivo
       *[other] { $files } archivos
    }.
}{ $open ->
    [0] {""}
    [one] {" "}Un texto no tiene traducción todavía.
   *[other] {" "}{ $open } textos no tienen traducción todavía.
}
import-refused = No se cambió nada: el archivo se toma entero o no se toma.
changed-meanwhile = Alguien cambió { $path } en este momento.
    .fix = No se cambió nada. Importe de nuevo.
unknown-locale-name = Esta campaña no tiene el idioma «{ $name }».
    .fix = Sus idiomas son: { $known }.
unknown-page-name = No hay ninguna página «{ $name }».
    .fix = Escriba su carpeta dentro de content, por ejemplo rights/t-visa.


## campaign readability

readability-line = { $state ->
    [harder] { $path }: { $index } { $score }, más difícil que el { $accepted } aceptado
    [easier] { $path }: { $index } { $score }, más fácil que el { $accepted } aceptado
    [new] { $path }: { $index } { $score }, todavía sin aceptar
   *[same] { $path }: { $index } { $score }, como se aceptó
}
readability-none = Ninguna página tiene palabras suficientes para medirla.
readability-accepted = { $count ->
    [0] Nada cambió en readability.lock.
    [one] { $count } página en readability.lock; guárdelo en git.
   *[other] { $count } páginas en readability.lock; guárdelo en git.
}
readability-harder = { $count ->
    [one] { $count } página se ha vuelto más difícil de leer. Para aceptarlo, nómbrela y dé la razón:
   *[other] { $count } páginas se han vuelto más difíciles de leer. Para aceptarlo, nómbrelas y dé la razón:
} campaign readability accept PÁGINA --because "…"
because-missing = { $path } se ha vuelto más difícil de leer, y aceptarlo pide una razón.
    .fix = Escríbala después de --because, para quien pregunte más tarde: --because "se explican las palabras de la ley".
readability-unreadable = readability.lock tiene líneas que no se pueden leer, y se perderían. No se cambió nada.
    .fix = Quítelas primero: «campaign check» muestra dónde están.


## La línea de comandos

no-campaign = No hay ningún campaign.toml en { $folder } ni en las carpetas superiores.
    .fix = Vaya a la carpeta de su campaña y vuelva a intentarlo, o empiece una nueva con «campaign init».
unknown-edition = Ninguna edición coincide con «{ $pattern }».
    .fix = Las ediciones de esta campaña son: { $known }.
invalid-date = La fecha «{ $value }» no existe.
    .fix = Escriba año, mes y día: 2026-11-24.
invalid-address = La dirección «{ $value }» no sirve como dirección base.
    .fix = Escriba una dirección completa, como https://example.org.

output-is-empty = La carpeta de salida no tiene nombre.
    .fix = Indique una carpeta que no contenga nada más, como --output public.
output-is-root = La carpeta de salida no puede ser { $folder }, la campaña misma.
    .fix = Indique una carpeta que no contenga nada más, como --output public.
output-contains-sources = La carpeta de salida { $folder } contiene los archivos de la propia campaña.
    .fix = Publicar ahí podría borrarlos. Indique una carpeta que no contenga nada más, como --output public.
output-inside-sources = La carpeta de salida { $folder } está dentro de los archivos de la propia campaña.
    .fix = Indique una carpeta fuera de content/, locales/ y themes/, como --output public.
output-not-ours = La carpeta de salida { $folder } contiene archivos que campaign no escribió: { $files }.
    .fix = No se tocaron. Muévalos a otro lugar, o indique otra carpeta.
output-is-link = La carpeta de salida { $folder } es un enlace a otro lugar, o está detrás de uno.
    .fix = Indique el lugar mismo.
output-is-file = La carpeta de salida { $folder } es un archivo.
    .fix = Indique una carpeta, o mueva el archivo a otro lugar.


## La máquina

busy = Ya se está construyendo esta campaña en otro proceso.
    .fix = Espere a que termine y vuelva a intentarlo.
cannot-read = No se pudo leer { $path }: { $reason }.
    .fix = Compruebe que exista y que usted tenga permiso para abrirlo.
cannot-write = No se pudo escribir { $path }: { $reason }.
    .fix = Compruebe que haya espacio en el disco y que usted tenga permiso para escribir ahí. Lo publicado antes sigue intacto.
cannot-rename = No se pudo poner { $path } en su lugar: { $reason }.
    .fix = Compruebe que usted tenga permiso para escribir en la carpeta que lo contiene y vuelva a construir.
cannot-remove = No se pudo quitar { $path }: { $reason }.
    .fix = Cierre los programas que lo usan y vuelva a construir.
cannot-lock = No se pudo bloquear { $path }: { $reason }.
    .fix = Compruebe que usted tenga permiso para escribir en la carpeta de la campaña.
cannot-watch = No se pudo vigilar { $path } para ver sus cambios: { $reason }.
    .fix = Vuelva a iniciar campaign serve.
cannot-listen = No se pudo atender en { $address }: { $reason }.
    .fix = Quizá otro programa la esté usando. Elija otro puerto con --port.
internal-bug = Este es un defecto de campaign, no un error suyo.
    .fix = No se publicó nada; lo que había antes sigue intacto. Por favor, informe de las líneas que empiezan por «panicked» y diga qué estaba haciendo.


## Lo que dice --help

cli-about = Campañas de sensibilización bilingües: un sitio estático para cada público e idioma
cli-build = Publica todas las ediciones
cli-check = Busca todo lo que podría perjudicar a quien lee; no escribe nada
cli-audit = Dice qué se prometió a quienes visitan y si se cumple, en inglés y en español
cli-report = El archivo en el que escribir el informe; si no se indica, la terminal
cli-headers = Muestra lo que hay que decirle a un servidor, por ejemplo qué cabeceras enviar
cli-verify = Compara lo que está en línea con lo que se construyó
cli-place = La carpeta o la dirección (https://…) en la que está el sitio
cli-online = Pregunta a otros sitios si todavía tienen lo que la campaña enlaza
cli-timeout = Cuánto esperar cada respuesta de un servidor
cli-host = El servidor, por ejemplo nginx o github-pages
cli-audience = El único público cuya carpeta se publica sola en el servidor
cli-serve = Muestra todas las ediciones en vivo en una dirección de esta máquina
cli-port = El puerto; el siguiente libre si está ocupado
cli-open = Abre el navegador
cli-poll = Busca cambios una y otra vez en lugar de esperar avisos; para unidades de red
cli-explain = Explica por qué existe una regla, a quién perjudica y cómo se corrige
cli-where = Enumera cada página, edición y archivo que lleva una línea de ayuda o una cifra
cli-fact = Qué buscar, como hotline:nhth o claim:t-visa-limit
cli-rule = El nombre de una regla, como unknown-audience; si falta, se enumeran todas
cli-edition = Solo estas ediciones, como survivors/es o '*/es'; se puede repetir
cli-drafts = Incluye las páginas marcadas como borrador
cli-date = El día para el que se construye, en lugar de hoy
cli-base-url = La dirección en la que se publica, en lugar de la de campaign.toml
cli-root = La carpeta de la campaña; si falta, la actual o la más cercana por encima
cli-output = La carpeta en la que se publica, en lugar de public
cli-lang = El idioma de los mensajes
cli-format = Para quién son los informes
cli-pseudo = Construye en pseudo/ como si se tradujera a una lengua que nadie habla: muestra lo que no se puede traducir y lo que no cabe
cli-readability = Dice qué tan fácil de leer es cada página, y lo acepta como está
cli-easier = Anota qué tan fáciles de leer son las páginas: las nuevas o más fáciles, y las más difíciles que se nombran
cli-accepted-pages = Las carpetas de las páginas que pueden ser más difíciles que antes, como rights/t-visa
cli-because = Por qué pueden ser más difíciles
cli-quiet = Muestra solo los errores
cli-init = Comienza una campaña nueva
cli-translate = Envía textos a traducir y los recibe de vuelta
cli-export = Escribe en un archivo para traducción lo que hay que traducir
cli-import = Lleva a las páginas lo que se tradujo: todo o nada
cli-status = Dice cómo va cada traducción y si cada edición se puede publicar
cli-board = El archivo donde se escribe el tablero; si no se indica, la terminal
cli-next = Dice qué hacer ahora en un idioma, primero lo más importante
cli-accept-all = Todas las traducciones que no sean borradores
cli-all-tasks = Todo lo que hay por hacer, no solo lo primero
cli-accept = Anota que una traducción dice lo mismo que su original
cli-accepted = Las carpetas de las páginas, por ejemplo rights/t-visa, o de los mensajes, por ejemplo locales/es
cli-in = El idioma de las traducciones; si no se indica, todos los que tenga la página
cli-reviewed-by = El nombre de la otra persona, que lo ha leído todo
cli-locale = El idioma al que se traduce, por ejemplo es
cli-all = También lo ya traducido, no solo lo que falta, quedó como estaba o es borrador
cli-pages = Las carpetas de las páginas, por ejemplo rights/t-visa; si no se indica, todas
cli-kind = Qué tipo de archivo: po (gettext) o xliff (2.1)
cli-new = Empieza una página en todos los idiomas a la vez, como borradores
cli-page = La carpeta de la página, por ejemplo rights/u-visa
cli-title = El título de la página; si no se indica, sale de su carpeta
cli-exported = El archivo que se escribe; si no se indica, la terminal
cli-returned = El archivo que volvió
cli-folder = La carpeta de la campaña nueva; si falta, la actual
init-done = Hay una campaña nueva en { $folder }. Vaya allí y pruebe: campaign build
already-there = «{ $path }» ya existe.
    .fix = No se escribió nada. Elija una carpeta vacía.
cli-help = Muestra esta ayuda
cli-version = Muestra la versión
cli-heading-usage = Uso:
cli-heading-commands = Comandos:
cli-heading-arguments = Argumentos:
cli-heading-options = Opciones:
cli-word-options = OPCIONES
cli-word-command = COMANDO
cli-known = [valores posibles: { $values }]
cli-default = [si falta: { $values }]
unexpected-argument = Aquí no hay ningún argumento «{ $argument }».
    .fix = { $suggestion ->
        [none] Agregue --help al comando para ver qué admite.
       *[other] Quizá quiso decir { $suggestion }. Agregue --help al comando para ver qué admite.
    }
unknown-command = No hay ningún comando «{ $command }».
    .fix = { $suggestion ->
        [none] Escriba campaign --help para ver los que hay.
       *[other] Quizá quiso decir { $suggestion }. Escriba campaign --help para ver los que hay.
    }
argument-missing = Falta algo: «{ $argument }».
    .fix = Agréguelo, o agregue --help al comando para ver qué admite.
arguments-conflict = { $argument } y { $other } no pueden ir juntos.
    .fix = Quite uno de los dos.
argument-is-no-text = Lo que se escribió contiene bytes que no son texto.
    .fix = Escríbalo otra vez, en UTF-8.
argument-without-value = { $argument } necesita un valor.
    .fix = Escriba el valor a continuación.
value-is-none-of = «{ $value }» no sirve para { $argument }.
    .fix = Admite uno de estos: { $known }.
value-is-impossible = «{ $value }» no sirve para { $argument }.
    .fix = Agregue --help al comando para ver qué admite.
