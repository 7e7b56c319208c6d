# El informe de seguridad (campaign audit). Las mismas identificaciones que en en.ftl.

audit-title = Informe de seguridad
audit-language = Español
audit-intro = Lo que esta campaña promete a quienes la visitan y lo que dice al respecto una revisión de todas las páginas y archivos publicados. Nada de esto promete algo sobre el teléfono de quien visita ni sobre quien pueda estar vigilándolo.
audit-address = Publicado en
audit-date = Revisado el
audit-hosts = Servidores
audit-errors = { $count ->
    [0] Nada impide publicar esta campaña.
    [one] { $count } error impide publicar esta campaña. Lo que aquí se dice vale para las páginas como están ahora.
   *[other] { $count } errores impiden publicar esta campaña. Lo que aquí se dice vale para las páginas como están ahora.
}
audit-summary = Resumen
audit-summary-caption = Cada promesa en cada edición
audit-guarantee = Promesa
audit-status = Estado
audit-evidence = Lo que se contó
audit-meaning = Qué significan las palabras
audit-edition = { $name }
audit-front-door = La puerta de entrada
audit-pages = { $count ->
    [one] Se revisó { $count } página.
   *[other] Se revisaron { $count } páginas.
}
audit-examples = por ejemplo
audit-lost-on = Se pierde en: { $hosts }

audit-held = se cumple
    .means = Lo que se contó concuerda con la promesa.
audit-broken = no se cumple
    .means = Se encontró algo que la promesa excluye. Debe corregirse antes de que alguien confíe en ella.
audit-lost = se pierde
    .means = Los archivos cumplen la promesa, pero un servidor de esta campaña no puede enviar lo que hace falta.
audit-untestable = no se puede comprobar
    .means = Los archivos por sí solos no lo dicen: hace falta un navegador, un servidor o una persona.
audit-off = no se ofrece
    .means = La promesa no se hizo a esta edición.

audit-S1 = Salida rápida
    .how = El primer enlace que sale de cada página y un botón llevan a una página sencilla de otro sitio, sin programas.
audit-S2 = Salida solo donde ayuda
    .how = Una edición tiene salida porque campaign.toml lo dice para su público, y por ninguna otra razón.
audit-S3 = Salida nunca tapada
    .how = La salida permanece en la pantalla y nada la cubre. Lo tiene que mostrar un navegador.
audit-S4 = Ninguna otra empresa se entera
    .how = Ninguna página, hoja de estilo o dibujo pide nada a otro servidor, incrusta otra página ni se conecta de antemano.
audit-S5 = No se guarda ni se envía nada
    .how = Ningún programa nombra una manera de dejar algo en el aparato o de enviarlo.
audit-S6 = Política de contenido estricta
    .how = Cada página declara la misma política antes de cargar nada y no contiene programas, estilos ni acciones propias.
audit-S7 = Nadie sabe de dónde viene quien visita
    .how = Cada página dice no-referrer, y también cada enlace a otro sitio.
audit-S8 = Títulos, direcciones y nombres de archivo neutros
    .how = Ninguna palabra de la lista de su idioma aparece en el título, la descripción, la vista previa, la dirección o los nombres de archivo de una página.
audit-S9 = Servidor y carpeta neutros
    .how = El nombre del servidor y la carpeta de la edición no dicen nada del tema.
audit-S10 = Honesta sobre sus límites
    .how = La edición dice en su propio idioma que el historial se queda, que un programa oculto puede vigilar y que otro aparato es más seguro.
audit-S11 = Aviso de seguridad en cada página
    .how = Cada página enlaza a la página sobre cómo usar el sitio con cuidado.
audit-S12 = Sin formularios ni correo
    .how = Ninguna página pide escribir nada ni ofrece mandar un correo.
audit-S13 = Funciona sin programas
    .how = Todo el contenido está aunque los programas estén apagados. Lo tiene que mostrar un navegador; las páginas se hacen sin ellos.
audit-S14 = Los enlaces visitados se ven como los demás
    .how = Ninguna hoja de estilo da otro aspecto a los enlaces visitados.
audit-S15 = Ninguna edición sabe de otra
    .how = Lo escrito para otros públicos se quita antes de hacer la página. Lo aseguran las pruebas de la herramienta; los archivos de una campaña no pueden demostrarlo.
audit-S16 = Las fotografías no dicen lugar ni persona
    .how = Ninguna fotografía lleva datos EXIF, XMP o IPTC.
audit-S17 = Este informe
    .how = Cada promesa se revisa en cada edición, y se dice lo que no se puede comprobar.
audit-P1 = Ligera
    .how = Ninguna página cuesta más kilobytes o peticiones que los permitidos, comprimida y con todo lo que muestra.
audit-H1 = Ningún otro sitio puede enmarcar una página
    .how = Lo dice una cabecera (frame-ancestors, X-Frame-Options); la página sola no puede.
audit-H2 = Nada adivina, percibe ni comparte
    .how = Las cabeceras prohíben adivinar tipos, usar sensores y compartir ventana con otros sitios (nosniff, Permissions-Policy, COOP, CORP).
audit-H3 = No queda copia en el aparato
    .how = Una cabecera dice no-store con cada página de la edición.
audit-H4 = Solo conexiones seguras
    .how = Una cabecera lo dice por un año (HSTS).
audit-H5 = Una dirección que no existe responde en el idioma de quien lee
    .how = El servidor muestra la página de la carpeta más cercana.
audit-H6 = Sin registro de visitas
    .how = Si un servidor guarda direcciones de red es decisión suya: pregúntele.

audit-fact-exit = Páginas en las que la salida falta, está incompleta o no va primero: { $count } de { $total }.
audit-fact-foreign = Archivos pedidos a otros servidores: { $count }.
audit-fact-embedding = Marcos, otras bases y conexiones anticipadas: { $count }.
audit-fact-traces = Palabras de programas que guardan o envían: { $count }.
audit-fact-scripts = Programas: { $count }.
audit-fact-policy = Páginas sin la política, o que la dicen tarde: { $count } de { $total }.
audit-fact-inline = Programas, estilos y acciones dentro de las páginas: { $count }.
audit-fact-referrer = Páginas que no dicen no-referrer: { $count } de { $total }.
audit-fact-links = Enlaces a otros sitios sin noreferrer: { $count }.
audit-fact-words = Palabras que delatan el tema: { $count }.
audit-fact-addresses = Palabras del servidor y la carpeta que delatan el tema: { $count }.
audit-fact-messages = Mensajes de seguridad que faltan: { $count } de { $total }.
audit-fact-safety = Páginas sin enlace a la página de seguridad: { $count } de { $total }.
audit-fact-forms = Formularios: { $count }.
audit-fact-mail = Enlaces de correo: { $count }.
audit-fact-visited = Hojas de estilo con un aspecto para enlaces visitados: { $count }.
audit-fact-metadata = Fotografías con datos ocultos: { $count }.
audit-fact-overweight = Páginas que pasan de lo permitido: { $count } de { $total }.
audit-fact-heaviest = La página más pesada cuesta { $count } kB de { $total } kB.
audit-fact-requests = La página con más peticiones hace { $count } de { $total }.
