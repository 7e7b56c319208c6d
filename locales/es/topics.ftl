# Nombres de los temas. La edición «survivors» muestra visa, safety, law, lines y young: que sean neutros.

topic-visa = Visas y permisos
topic-safety = Cuidarse
topic-law = Derechos y leyes
topic-lines = A quién llamar
topic-young = Menores de 18
topic-work = Trabajo
topic-figures = Cifras
topic-words = Palabras
