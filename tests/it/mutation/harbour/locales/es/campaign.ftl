campaign-title = Puerto
audience-crew = Tripulaciones
audience-partners = Entidades
audience-public = Todo el mundo
