# Dos Orillas, la campaña de ejemplo: nombres y textos que comparten todas las ediciones.
#
# Para quien traduce:
# $audience es una de estas: survivors, migrants, public, providers, media.
# En la edición «survivors», los nombres y las descripciones quedan en el historial del navegador.
# Ahí deben ser neutros: ninguna palabra que delate el tema.

## La organización (ficticia)

-organisation = Dos Orillas

organisation = { -organisation }

# Se muestra al pie de todas las páginas. Debe decir que la organización no existe.
organisation-note =
    { $audience ->
        [survivors] Esta guía es un ejemplo, hecho por un grupo que no existe. Las líneas para llamar se muestran como demostración. La fecha que va debajo es el último día en que una fuente las publicó.
       *[other] { -organisation } no existe. Esta es una campaña de ejemplo. Sus líneas telefónicas son una demostración: confirme cada una antes de usarla o imprimirla.
    }

## La campaña

campaign-title = { -organisation }
# El nombre del sitio en las ediciones discretas. No dice nada del tema.
campaign-title-discreet = Guía
campaign-tagline =
    { $audience ->
        [survivors] Palabras claras, a su ritmo
        [migrants] Revise antes de salir
        [providers] Para quienes abren la puerta
        [media] Cifras con fecha, palabras con cuidado
       *[other] Dos orillas, una luz
    }
# La muestran los buscadores y las vistas previas.
campaign-description =
    { $audience ->
        [survivors] Sus opciones, en palabras claras: con quién puede hablar, qué derechos tiene y cómo cuidarse.
        [migrants] Cómo revisar una oferta de trabajo, cuidar sus papeles y encontrar ayuda en México y en Estados Unidos.
        [providers] Detección, canalización y leyes para equipos de los dos lados de la frontera entre México y Estados Unidos.
        [media] Cifras con fuente, palabras cuidadas y quién atiende cada línea, para informar sobre la trata de personas en la frontera.
       *[other] Cómo es la trata de personas en la frontera entre México y Estados Unidos, y a quién llamar.
    }

## Públicos: la elección en la puerta de entrada
# El valor es lo que diría de sí misma la persona que lee. La descripción va debajo.

audience-survivors = Me preocupa mi situación
    .description = Información con calma y en palabras claras.
audience-migrants = Me ofrecieron trabajo del otro lado
    .description = Cómo revisar la oferta antes de salir y qué derechos tiene en el camino.
audience-public = Quiero saber en qué fijarme
    .description = Las señales, y qué hacer cuando las ve.
audience-providers = Trabajo con personas que necesitan ayuda
    .description = Detección, visas y canalización para equipos de las dos orillas.
audience-media = Soy periodista
    .description = Cifras con fuente y fecha, y palabras que no dañan.

## La fecha debajo de una línea
# Nadie llamó a estas líneas para el ejemplo: la fecha es el día de la fuente. La campaña que sí llama a sus
# líneas quita este mensaje y deja que el tema diga «Dato confirmado».
# $date es un día.
hotline-confirmed = Datos vistos por última vez en una fuente el { $date }.
