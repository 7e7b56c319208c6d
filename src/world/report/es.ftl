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
more-of-rule = { $count ->
    [one] … y { $count } más de { $rule }.
   *[other] … y { $count } más de { $rule }.
}
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
variable-argument = argumento
variable-byte = byte
variable-character = carácter
variable-country = país
variable-days = tantos
variable-destination = dirección
variable-edition = edición
variable-element = elemento
variable-encoding = codificación
variable-expected = tipo
variable-from = idioma
variable-limit = límite
variable-locale = idioma
variable-name = nombre
variable-number = número
variable-others = tantos
variable-output = archivo
variable-page = página
variable-reason = motivo
variable-route = dirección
variable-size = tamaño
variable-value = valor
variable-variable = variable
variable-what = texto


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
build-refused = No se publicó nada; lo que había antes sigue intacto.
build-progress = { $done } de { $total } archivos


## campaign verify

verified = { $count ->
    [one] { $count } archivo está como se publicó.
   *[other] Los { $count } archivos están como se publicaron.
}


## La línea de comandos

no-campaign = No hay ningún campaign.toml en { $folder } ni en las carpetas superiores.
    .fix = Vaya a la carpeta de su campaña y vuelva a intentarlo, o empiece una nueva con «campaign init».
unknown-edition = Ninguna edición coincide con «{ $pattern }».
    .fix = Las ediciones de esta campaña son: { $known }.
invalid-date = La fecha «{ $value }» no existe.
    .fix = Escriba año, mes y día: 2026-11-24.
invalid-address = La dirección «{ $value }» no sirve como dirección base.
    .fix = Escriba una dirección completa, como https://example.org.

nothing-published = Todavía no se ha publicado nada en { $folder }.
    .fix = Ejecute antes «campaign build», o indique la carpeta con --output.
unverifiable-address = «{ $value }» es una dirección que aquí no se puede leer.
    .fix = Las direcciones empiezan por http://. De un sitio tras https://, descargue una copia (wget --mirror) e indique su carpeta.
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
cannot-verify = No se pudo leer { $address }: { $reason }.
    .fix = Compruebe que está ahí y que responde.
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
cli-explain = Explica por qué existe una regla, a quién perjudica y cómo se corrige
cli-verify = Comparar lo que está en línea con lo que se construyó
cli-place = La carpeta o dirección (http://…) a la que se subió el sitio
cli-rule = El nombre de una regla, como unknown-audience; si falta, se enumeran todas
cli-edition = Solo estas ediciones, como survivors/es o '*/es'; se puede repetir
cli-drafts = Incluye las páginas marcadas como borrador
cli-date = El día para el que se construye, en lugar de hoy
cli-base-url = La dirección en la que se publica, en lugar de la de campaign.toml
cli-root = La carpeta de la campaña; si falta, la actual o la más cercana por encima
cli-output = La carpeta en la que se publica, en lugar de public
cli-lang = El idioma de los mensajes
cli-format = Para quién son los informes
cli-quiet = Muestra solo los errores
