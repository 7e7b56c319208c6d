# Textos que comparten varias páginas. Se escriben una vez para que sean ciertos en todas partes.

## Los tres mensajes centrales (UNODC, Manual para la lucha contra la trata de personas, instrumento 9.8)
# Cada edición necesita los tres. En «survivors» no se le pone nombre a quien lee: se dice lo que le hacen.

crime =
    { $audience ->
        [survivors] Si alguien le obliga, le engaña o no le deja irse, eso es un delito.
        [migrants] Obligar o engañar a alguien para que trabaje es delito en los dos países.
       *[other] La trata de personas es delito en México y en Estados Unidos.
    }

not-your-fault =
    { $audience ->
        [survivors] Esto se lo están haciendo a usted. No es su culpa, aunque al principio haya dicho que sí.
        [migrants] Si le pasa a usted, no es su culpa. Haber cruzado sin papeles no cambia eso.
       *[other] La persona es víctima de ese delito, aunque al principio haya aceptado o haya cruzado sin papeles.
    }

right-to-protection =
    { $audience ->
        [survivors] Usted tiene derecho a pedir que la ley le proteja, con papeles o sin ellos.
        [migrants] Usted tiene derecho a pedir protección en cualquiera de los dos lados de la frontera, con papeles o sin ellos.
       *[other] La persona tiene derecho a pedir la protección de la ley, sea cual sea su situación migratoria.
    }

## Lo que debe decir sobre seguridad toda edición con botón de salida

safety-history-not-erased = Salir de esta página no la borra. El teléfono o la computadora guarda una lista de las páginas que usted abrió.
safety-spyware = Hay programas que le muestran a otra persona todo lo que usted hace en su teléfono. Borrar la lista de páginas no los detiene.
safety-other-device = Si alguien le revisa el teléfono, use otro que esa persona no pueda tocar: en una biblioteca, en una clínica o el que le preste alguien de confianza.

## Llamar

before-you-call =
    { $audience ->
        [survivors] Puede preguntar primero y decidir después. Puede colgar cuando quiera.
        [migrants] Puede preguntar por un trabajo antes de aceptarlo. No hace falta una emergencia para llamar.
        [providers] Llame junto con la persona, y solo si ella lo desea.
       *[other] Cuente lo que vio y lo que oyó, no lo que supone.
    }

# Sobre los números gratuitos: cada uno es de un país.
lines-by-country =
    { $audience ->
        [providers] Cada número gratuito pertenece a un país. Marcados desde el otro, los mismos dígitos pueden comunicar con otra persona.
       *[other] Cada número gratuito funciona en su país. Desde el otro lado, el mismo número puede ser de otra persona.
    }

## Leyes

not-legal-advice =
    { $audience ->
        [providers] Esta página es información para profesionales. No es asesoría legal ni sustituye el texto de la ley.
       *[other] Esta página le informa. No es asesoría legal. Para su caso, consulte a una abogada o a un abogado.
    }


## Lectura

# $count es un número de minutos.
read-minutes =
    { $count ->
        [one] Se lee en un minuto.
       *[other] Se lee en { $count } minutos.
    }
