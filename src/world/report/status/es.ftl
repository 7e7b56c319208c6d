### Lo que dicen `campaign status` y `campaign translate next`.

status-title = Cómo van las traducciones
status-pages = Páginas
status-page = Página
status-edition = Edición
status-demands = Antes de publicarla
status-lagging = Atrasados respecto del original, o cambiados desde que se revisaron

status-original = original
status-reviewed = revisada
status-translated = traducida
status-machine = hecha por una máquina
status-outdated = desactualizada
status-wrong-language = en otra lengua
status-draft = borrador
status-missing = falta
status-absent = ausente a propósito

status-count-original = { $count ->
    [one] { $count } original
   *[other] { $count } originales
}
status-count-reviewed = { $count ->
    [one] { $count } revisada
   *[other] { $count } revisadas
}
status-count-translated = { $count ->
    [one] { $count } traducida
   *[other] { $count } traducidas
}
status-count-machine = { $count ->
    [one] { $count } hecha por una máquina
   *[other] { $count } hechas por una máquina
}
status-count-wrong-language = { $count } en otra lengua
status-count-outdated = { $count ->
    [one] { $count } desactualizada
   *[other] { $count } desactualizadas
}
status-count-draft = { $count ->
    [one] { $count } borrador
   *[other] { $count } borradores
}
status-count-missing = { $count ->
    [one] falta { $count }
   *[other] faltan { $count }
}
status-count-absent = { $count ->
    [one] { $count } ausente a propósito
   *[other] { $count } ausentes a propósito
}

status-demand-complete = completa
status-demand-fresh = al día
status-demand-human = humana
status-demand-reviewed = revisada

status-gate-complete = { $count ->
    [0] Completa: están todas las páginas.
    [one] Incompleta: falta una página.
   *[other] Incompleta: faltan { $count } páginas.
}
status-gate-fresh = { $count ->
    [0] Al día: todo dice lo que dice su original.
    [one] No está al día: una traducción está desactualizada, o nadie lo sabe.
   *[other] No está al día: { $count } traducciones están desactualizadas, o nadie lo sabe.
}
status-gate-human = { $count ->
    [0] Humana: nada está como lo hizo una máquina.
    [one] No es humana: una página está como la hizo una máquina.
   *[other] No es humana: { $count } páginas están como las hizo una máquina.
}
status-gate-reviewed = { $count ->
    [0] Revisada: otra persona lo ha leído todo.
    [one] Sin revisar: una página espera a que la lea otra persona.
   *[other] Sin revisar: { $count } páginas esperan a que las lea otra persona.
}

status-pages-left = { $open ->
    [0] { $others ->
        [0] No queda nada por hacer.
       *[other] Están todas las páginas, pero no todo está bien, como se dice abajo.
    }
    [one] Queda algo por hacer en una página.
   *[other] Queda algo por hacer en { $open } páginas.
} { $done ->
    [0] { "" }
    [one] Una página está tan avanzada como se le pide.
   *[other] { $done } páginas están tan avanzadas como se les pide.
}
status-messages = { $count ->
    [one] En { $folder }, un mensaje es más viejo que su original.
   *[other] En { $folder }, { $count } mensajes son más viejos que sus originales.
}
status-untracked = { $count ->
    [one] Nadie sigue una traducción: si cambia su original, nada avisará.
   *[other] Nadie sigue { $count } traducciones: si cambian sus originales, nada avisará.
} Cuando digan lo que dicen sus originales: campaign translate accept --all
status-unreadable = { $count ->
    [one] No se puede confiar en una línea de translations.lock, así que puede haber más cosas desactualizadas de las que se ven. Véala con: campaign check
   *[other] No se puede confiar en { $count } líneas de translations.lock, así que puede haber más cosas desactualizadas de las que se ven. Véalas con: campaign check
}
status-foreign = { $count ->
    [one] Una página está en otra lengua que la que dice su archivo. Véalo con: campaign check
   *[other] { $count } páginas están en otra lengua que la que dicen sus archivos. Véalo con: campaign check
}
status-texts = { $count ->
    [one] un texto
   *[other] { $count } textos
}

next-none = Nada por hacer en { $name }.
next-count = { $count ->
    [one] Una cosa por hacer en { $name }:
   *[other] { $count } cosas por hacer en { $name }, primero lo más importante:
}
next-more = { $count ->
    [one] … y una más. Todo: --all
   *[other] … y { $count } más. Todo: --all
}
next-update = El original cambió: ponga la traducción al día.
next-replace = Está en otra lengua que la que dice su archivo y no se entenderá: tradúzcala.
next-translate = Todavía no hay traducción. El original es { $original }.
next-finish = La traducción es un borrador: termínela y borre después «draft».
next-rework = La hizo una máquina: repásela toda y borre después «origin».
next-review = Espera a que la lea otra persona.
next-accept = Nadie ha dicho todavía que diga lo que dice su original: compárelos.
next-critical = crítica
next-gated = impide publicar una edición
next-original-says = el original dice ahora:
next-before = antes: { $text }
next-changed = cambió desde que se revisó:
next-removed = { $count ->
    [one] El original ya no tiene un texto del que se hizo esta traducción.
   *[other] El original ya no tiene { $count } textos de los que se hizo esta traducción.
}
next-then = Después: { $command }

accepted = { $path }: { $count ->
    [one] un texto aceptado
   *[other] { $count } textos aceptados
}{ $unread ->
    [0] .
    [one] {""}; un texto espera a quien revisa.
   *[other] {""}; { $unread } textos esperan a quien revisa.
}
accepted-in-all = { $count ->
    [one] Una traducción dice lo que dice su original
   *[other] { $count } traducciones dicen lo que dicen sus originales
}{ $rest ->
    [0] .
    [one] {""}; de una ya se sabía.
   *[other] {""}; de { $rest } ya se sabía.
} Guarde translations.lock en git.
lock-unreadable = translations.lock tiene líneas que no se pueden leer, y se perderían. No se cambió nada.
    .fix = Arregle o quite las líneas que se nombran arriba y vuelva a intentarlo.
accept-draft = { $path } es un borrador.
    .fix = Cuando esté terminado, borre «draft» de su encabezado. Después acéptelo.
nothing-to-accept = No hay ninguna traducción de «{ $name }» que aceptar.
    .fix = Vea cuáles hay con: campaign status. Si la página aún no está traducida: campaign translate next, con el idioma.
own-review = { $path } la tradujo quien figura como revisor o revisora.
    .fix = Nadie ve sus propios errores. Pida a otra persona que la lea y dé su nombre después de --reviewed-by.
accepted-but-foreign = { $count ->
    [one] Se dejó fuera una página: está en otra lengua que la que dice su archivo.
   *[other] Se dejaron fuera { $count } páginas: están en otra lengua que la que dicen sus archivos.
} Véalo con: campaign check
accept-foreign = { $path } está en otra lengua que la que dice su archivo.
    .fix = Tradúzcalo primero. Lo que está mal lo muestra: campaign check
