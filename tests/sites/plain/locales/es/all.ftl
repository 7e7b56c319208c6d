campaign-title = Dos Orillas
campaign-title-discreet = Guía
campaign-description = { $audience ->
    [survivors] Palabras para usted.
   *[other] Palabras para todos.
}
ask = { $audience ->
    [survivors] puede preguntar.
   *[other] pregunte primero.
}
audience-survivors = Para mí
    .description = Palabras tranquilas
audience-public = Para todos
topic-money = Dinero
