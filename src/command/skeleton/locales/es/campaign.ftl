campaign-title = Nuestra campaña
campaign-title-discreet = Guía
campaign-description = Información y ayuda, en español y en inglés.

audience-public = Todo el mundo
    .description = Qué está pasando y qué puede hacer usted.
audience-survivors = Alguien que busca ayuda
    .description = Con calma y en privado, en palabras claras.
