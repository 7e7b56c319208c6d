# Lo que dice cada regla de rules.rs. El mensaje nombra la falla en una frase, `.why` dice a quién
# perjudica, `.fix` qué hacer, `.also` rotula un segundo lugar. Ninguna regla puede faltar en en.ftl.


## campaign.toml

missing-settings = No hay ningún campaign.toml.
    .why = campaign.toml dice para quién y en qué idiomas se hace el sitio. Sin él, nadie recibe ninguna página.
    .fix = Vaya a la carpeta de su campaña y vuelva a intentarlo, o empiece una nueva con «campaign init».

broken-syntax = El archivo incumple aquí las reglas de su formato (TOML o YAML).
    .why = El programa no puede saber qué quiso decir usted, y una suposición llegaría al público.
    .fix = Busque cerca del lugar marcado unas comillas, un corchete o un signo igual que falten. Los textos van entre comillas rectas: title = "Pedir ayuda".

duplicate-key = «{ $name }» aparece dos veces en este archivo.
    .why = Solo contaría una de las dos, y nadie podría decir cuál. En un registro, ese es el número equivocado.
    .fix = Dé a la segunda su propio nombre, o bórrela.

impossible-date = El día { $value } no existe.
    .why = El programa no puede saber de cuándo es, y algo viejo se mostraría como si fuera nuevo.
    .fix = Escriba un día que exista en el calendario, con el año primero: 2026-11-24.

unknown-key = Aquí no existe ningún ajuste «{ $name }».
    .why = Un ajuste mal escrito no tiene efecto: se publicaría una página que debía quedar en borrador.
    .fix = Corrija la ortografía o borre la línea.

misplaced-key = «{ $name }» está dentro de [extra], donde no tiene efecto.
    .why = La página se publicaría para todo el mundo, aunque sea solo para algunas personas o no esté terminada.
    .fix = Suba la línea: debe ir antes de [extra] y de cualquier otra línea entre corchetes.

missing-key = Falta el ajuste «{ $name }».
    .why = Sin él, el programa tendría que adivinar, y un error así llegaría al público.
    .fix = Añada una línea que defina «{ $name }».

invalid-value = El ajuste «{ $name }» no puede ser «{ $value }»; se espera: { $expected }.
    .why = El programa no puede saber qué quiso decir usted, y una suposición llegaría al público.
    .fix = Escriba un valor del tipo esperado. Los textos van entre comillas rectas; las fechas y los números, sin comillas.

unknown-locale = El idioma «{ $name }» no está declarado en campaign.toml.
    .why = Un texto en un idioma sin declarar no se publica en ninguna parte, y nadie llegaría a leerlo.
    .fix = Corrija la etiqueta del idioma, o declare el idioma en campaign.toml con una tabla como [locales.es].

unknown-audience = No existe el público «{ $name }».
    .why = Lo que se escribe para un grupo no debe llegar a otro: un texto para sobrevivientes, en una página para todo el mundo, podría poner en peligro a esas personas.
    .fix = Corrija la ortografía, o declare el público en campaign.toml.

unknown-theme = No existe el tema «{ $name }».
    .why = Sin tema, las páginas no tienen diseño, ni menú, ni una forma de salir rápido.
    .fix = Corrija «theme» en campaign.toml, o ponga la carpeta del tema en themes/.

unknown-rule = No existe la regla «{ $name }».
    .why = Una regla mal escrita no cambia nada: usted creería que algo se revisa cuando no es así.
    .fix = Corrija la ortografía bajo [rules] en campaign.toml, o borre la línea.

fixed-rule = La regla «{ $name }» no se puede cambiar.
    .why = Protege a las personas de daños que nadie puede reparar, como un texto mostrado a quien no debía verlo.
    .fix = Borre la línea bajo [rules] en campaign.toml y arregle lo que la regla señala.


## Archivos

invalid-encoding = El archivo no está en UTF-8: el byte { $byte } parece de { $encoding }.
    .why = Las letras con acento saldrían como signos sin sentido, y el texto no se entendería.
    .fix = Abra el archivo en su editor y guárdelo de nuevo con la codificación «UTF-8».

control-character = El texto contiene el carácter invisible { $character }.
    .why = Los caracteres invisibles pueden alterar el orden de lo que se ve, de modo que se lea algo distinto de lo que usted aprobó, o estropear un número de teléfono al copiarlo.
    .fix = Borre el lugar marcado y vuelva a escribirlo a mano, sin pegarlo.

oversized-file = El archivo es demasiado grande: { $size }, y el límite es { $limit }.
    .why = Nadie escribe tanto en un solo texto. Con un teléfono viejo o pocos datos no se podría abrir la página.
    .fix = Divida el texto en varias páginas, o quite lo que entró en el archivo por error.

symbolic-link = La campaña contiene un enlace a otro lugar del disco: «{ $name }».
    .why = Podría publicar archivos privados de fuera de la campaña sin que nadie se dé cuenta.
    .fix = Ponga en su lugar una copia del archivo, o borre el enlace.

unreadable-file = El programa no puede leer «{ $name }»: { $reason ->
    [pipe] es una tubería
    [socket] es un socket
    [device] es un dispositivo
    [folder] es una carpeta
    [file] es un archivo
    [permission-denied] usted no tiene permiso para abrirlo
    [vanished] desapareció mientras se leía
   *[other] { $reason }
}.
    .why = Lo que no se puede leer faltaría en el sitio sin que el público lo supiera.
    .fix = Compruebe que sea un archivo común y que usted tenga permiso para abrirlo, o sáquelo de la carpeta de la campaña.

unsafe-name = El nombre «{ $name }» no funciona en todos los sistemas.
    .why = Un archivo así se pierde o cambia de nombre en otras computadoras y servidores, y a algunas personas les faltaría la página.
    .fix = Cámbiele el nombre: use letras de la a a la z sin acentos ni eñes, cifras y guiones.

unexpected-file = El nombre de archivo «{ $name }» no empieza por un idioma de esta campaña.
    .why = El texto no aparecería en ninguna parte, y nadie se enteraría.
    .fix = Dé al archivo el nombre de su idioma, como es.md o en.md, o es.survivors.md para un solo público. Saque las notas de content/.

forbidden-asset = { $reason ->
        [avif] Las imágenes como «{ $name }» no se pueden limpiar de datos ocultos.
       *[kind] Los archivos como «{ $name }» nunca se publican.
    }
    .why = Pueden llevar programas o datos ocultos, como quién los hizo y dónde se tomó una foto. Eso puede delatar a las personas que usted protege.
    .fix = Guárdelo en otro formato, como JPEG o PNG si es una imagen, o quítelo.


## Imágenes y otros archivos junto a una página

disguised-file = { $kind ->
        [unknown] «{ $name }» no es lo que dice su nombre.
       *[other] «{ $name }» no es lo que dice su nombre: es un archivo { $kind }.
    }
    .why = Unos navegadores creen al nombre y otros al contenido. Un archivo que es las dos cosas puede hacer daño, y uno que no es ninguna no se abre.
    .fix = Expórtelo otra vez en el formato que dice su nombre, o póngale el nombre de su formato.

broken-image = { $reason ->
        [empty] La imagen «{ $name }» no tiene contenido.
        [truncated] La imagen «{ $name }» se corta a la mitad.
       *[malformed] La imagen «{ $name }» no se puede leer.
    }
    .why = Quien lee vería una imagen rota, o ninguna. Una imagen que no se puede leer tampoco se puede limpiar de datos ocultos.
    .fix = Cópiela otra vez desde la cámara o desde el programa que la hizo. Si no basta, ábrala y guárdela de nuevo.

oversized-image = La imagen «{ $name }» tiene { $width } × { $height } píxeles; se permiten como máximo { $megapixels } millones de píxeles y { $side } por lado.
    .why = Ninguna pantalla muestra tantos, y a una computadora que los abre se le puede acabar la memoria.
    .fix = Guárdela más pequeña. Un ancho de 2400 píxeles basta para cualquier página.

unsafe-svg = { $reason ->
        [attribute] El dibujo contiene el programa «{ $name }».
        [address] El dibujo apunta fuera de sí mismo: { $name }
        [style] La hoja de estilo del dibujo contiene algo que podría cargar o esconder otra cosa: { $name }
        [animation] El dibujo contiene una animación de algo que no es su forma ni su color («{ $name }»).
        [entity] El dibujo contiene la referencia «{ $name }», que podría significar cualquier cosa.
        [doctype] El dibujo empieza con una declaración de tipo de documento.
        [instruction] El dibujo contiene la instrucción de proceso «{ $name }».
        [namespace] El dibujo contiene elementos de otro lenguaje: { $name }
        [nesting] El dibujo está más anidado que lo que dibuja cualquier programa («{ $name }»).
       *[element] El dibujo contiene «{ $name }», que no dibuja nada.
    }
    .why = Un dibujo en formato SVG puede ejecutar programas y cargar archivos de otros sitios. Podrían decirle a un extraño quién lee la página.
    .fix = Expórtelo como «SVG plano» o «SVG optimizado», sin imágenes y con el texto convertido en trazados, o guárdelo como PNG.

missing-alt = La imagen «{ $destination }» no tiene un texto para quien no puede verla ({ $locale }).
    .why = Las personas ciegas, o las que apagaron las imágenes para gastar menos datos, no sabrían qué muestra.
    .fix = Escriba lo que cuenta: ![Dos mujeres conversan en una oficina](foto.jpg). O póngalo en un archivo junto a la imagen, como foto.jpg.toml: alt = {"{"} en = "…", es = "…" {"}"}. Si solo adorna, escriba ahí: decorative = true.

image-ethics = Una imagen que muestra «{ $name }» no se publica.
    .why = Las imágenes de cadenas, golpes o niños asustados vuelven a hacer víctimas a las personas sobrevivientes, y a otras les dicen que esa no puede ser su historia. A la mayoría la retienen con amenazas y deudas.
    .fix = Elija una imagen que muestre fuerza, ayuda o vida diaria. Si la etiqueta está mal, corríjala.

missing-credit = { $lacks ->
        [credit] Nada dice de quién es la obra «{ $name }».
        [licence] Nada dice con qué licencia se puede mostrar «{ $name }».
       *[both] Nada dice de quién es la obra «{ $name }» ni con qué licencia se puede mostrar.
    }
    .why = Una imagen sin permiso puede costarle dinero a la organización, y quizá la persona que aparece nunca aceptó.
    .fix = Ponga junto a ella un archivo con «.toml» añadido a su nombre, como foto.jpg.toml: credit = "Nombre", licence = "CC BY 4.0", consent = "release-on-file".

pdf-metadata = El archivo «{ $name }» dice: { $entry } «{ $value }».
    .why = Quien lo descarga puede leer quién lo hizo y con qué programa. Para personas en riesgo, un nombre es suficiente.
    .fix = Vacíe las propiedades del documento en el programa que lo hizo y expórtelo otra vez.


## Cabecera de la página

unclosed-front-matter = Los ajustes al comienzo de la página no tienen línea de cierre.
    .why = Toda la página contaría como ajustes, y el público no recibiría ningún texto.
    .fix = Después del último ajuste, añada una línea con la misma marca que la primera: +++ o ---.

late-front-matter = Los ajustes de la página no comienzan en su primera línea.
    .why = Casi todos los programas que leen estos archivos buscan los ajustes solo en la primera línea, y los mostrarían al público como texto.
    .fix = Borre las líneas en blanco que tienen encima.

missing-title = La página no tiene título.
    .why = El título es lo que se ve en la pestaña, en los menús y en los buscadores, y lo primero que dice un lector de pantalla.
    .fix = Añada una línea como title = "Pedir ayuda" al comienzo de la página, entre las marcas +++.

invalid-slug = La dirección corta (slug) «{ $name }» contiene otros caracteres que a–z, 0–9 y guiones.
    .why = Los acentos y los espacios se vuelven códigos en una dirección, que entonces no se puede dictar ni copiar de un cartel, ni inspira confianza.
    .fix = Escríbala en minúsculas sin acentos ni eñes, con cifras y guiones, como pedir-ayuda.

audiences-differ = La traducción nombra otros públicos que su original.
    .why = Algunas personas recibirían en un idioma lo que no deben recibir en el otro.
    .fix = Borre «audiences» aquí para que decida el original, o haga iguales las dos listas.
    .also = el original nombra estos

unreachable-page = Ninguna edición contiene esta página.
    .why = Alguien escribió este texto, y nadie puede leerlo.
    .fix = Revise sus públicos, idiomas y fechas. Si no está lista, escriba draft = true al comienzo.

unnamed-topic = El asunto «{ $name }» no tiene nombre en { $locale }.
    .why = En lugar de palabras en su idioma, se vería un código.
    .fix = Añada el mensaje topic-{ $name } a un archivo en locales/{ $locale }/.

empty-campaign = La campaña no tiene ninguna página.
    .why = Un sitio vacío no ayuda a nadie, y reemplazaría al que la gente usa ahora.
    .fix = Escriba la página de inicio: un archivo por idioma en content/, como es.md y en.md.

missing-home = La edición { $edition } no tiene página de inicio.
    .why = Quien escriba la dirección o escanee el código llegaría a un lugar vacío.
    .fix = Escriba la página de inicio en este idioma en content/, o abra la que existe a este público.

missing-translation = Falta la página «{ $page }» en { $edition }.
    .why = Quienes leen en este idioma no recibirían lo mismo que los demás. En una emergencia, eso puede ser el número al que llamar.
    .fix = Traduzca la página, o decida bajo [translations] en campaign.toml qué se muestra en su lugar: missing = "notice" muestra el original, missing = "omit" deja la página fuera.
    .also = el original está aquí
    .many = { $count } veces falta una página en una edición.

broken-lock = Esta línea de translations.lock no se puede usar: { $reason ->
        [conflict] quedó de unir dos versiones
        [duplicate] está dos veces
        [unknown-page] no existe esa traducción
       *[line] no es un archivo y una huella
    }.
    .why = El archivo sabe de qué texto se hizo cada traducción. Sin esa línea, una traducción puede parecer desactualizada sin estarlo.
    .fix = Quite la línea. Si se unieron dos versiones, conserve las líneas de ambas y quite las marcas que hay entre ellas.


## Markdown y directivas

raw-html = El texto contiene HTML: { $element }.
    .why = El HTML puede traer programas y rastreadores que delaten a una persona vigilada.
    .fix = Escríbalo en Markdown o con una directiva del tema. Si trae un sitio ya hecho, ponga raw_html = "sanitize" en campaign.toml.

unsafe-link = El enlace lleva a una dirección insegura: «{ $destination }».
    .why = Una dirección así puede ejecutar un programa en el navegador o llevar a una página falsa.
    .fix = Use una dirección que empiece por https:, mailto: o tel:, o la carpeta de una de sus páginas.

remote-image = La imagen viene de otro sitio: «{ $destination }».
    .why = Cada visita le diría a ese sitio quién mira esta página y cuándo. Así se podría descubrir a una persona vigilada.
    .fix = Guarde la imagen junto a la página y escriba aquí el nombre de ese archivo.

unknown-directive = No existe la directiva «{ $name }».
    .why = Lo que contiene podría mostrarse a quien no debe verlo, o imprimirse con sus marcas.
    .fix = Corrija la ortografía, o use una directiva que tenga el tema. Las directivas «for», «not-for» y «t» existen siempre.

broken-directive = No se entiende la directiva: { $reason ->
    [no-name] no tiene nombre
    [no-audience] no nombra ningún público
    [no-body] necesita un cuerpo y una línea «:::» que la cierre
    [body] no admite cuerpo
    [message-id] no nombra ningún mensaje
    [unclosed-bracket] el corchete no se cierra
    [unclosed-brace] la llave no se cierra
    [argument] un argumento no tiene la forma nombre=valor
    [duplicate-argument] un argumento aparece dos veces
    [two-labels] tiene un rótulo entre corchetes y otro detrás
    [nested] está dentro de los corchetes de otra directiva
    [line-break] pasa del final de la línea
   *[other] { $reason }
}.
    .why = Si el programa adivinara, un texto para un público podría llegar a otro.
    .fix = Siga una de estas formas: «::: for survivors» en una línea propia, «::hotline{"{"}id=nhth{"}"}» en una línea propia, o «:hotline[nhth]» dentro de una oración.

misplaced-directive = Aquí no puede ir una directiva.
    .why = Se imprimiría como texto común, y todo el mundo vería lo que debía ser para un solo público.
    .fix = Ponga ::: al comienzo de una línea, con una línea vacía antes, fuera de tablas, de HTML y de texto con sangría. En un título, una descripción o un registro no puede ir ninguna directiva: escriba ahí lo que todo el mundo pueda leer.

lookalike-directive = Esto parece una directiva, pero no lo es: «{ $written }».
    .why = Se imprimiría como texto común, y todo el mundo vería lo que debía ser solo para algunas personas.
    .fix = Escriba «::: for survivors» en una línea aparte, o «:for[texto]{"{"}survivors{"}"}» después de un espacio: en minúsculas, con «:::» al comienzo de la línea o «:» dentro de ella, y sin espacio antes del corchete. Si debe imprimirse tal cual, ponga una barra inversa antes de los dos puntos.

unclosed-code = El bloque de código que empieza aquí no se cierra.
    .why = Todo lo que sigue hasta el final se imprimiría como código, y todo el mundo vería lo que es solo para algunas personas.
    .fix = Agregue una línea con las mismas marcas, por ejemplo ```, donde termina el código.

unclosed-directive = El bloque «{ $name }» no se cierra.
    .why = Todo hasta el final de la página formaría parte de él: a unas personas les faltaría el resto, u otras verían lo que no es para ellas.
    .fix = Añada una línea con ::: donde termina el bloque.

stray-closer = La marca ::: no cierra nada aquí.
    .why = Es probable que se haya borrado o escrito mal la línea que abría el bloque, y todo el mundo vería su texto.
    .fix = Borre esta línea, o escriba de nuevo la que abre, como «::: for survivors».

missing-argument = A la directiva «{ $name }» le falta su argumento «{ $argument }».
    .why = El público recibiría algo a medias, como un botón que no lleva a ninguna parte.
    .fix = Añádalo entre llaves después del nombre: {"{"}{ $argument }=…{"}"}.
    .also = el componente se define aquí

unknown-argument = La directiva «{ $name }» no tiene ningún argumento «{ $argument }».
    .why = No tendría efecto, y el público no recibiría lo que usted quería mostrar.
    .fix = Corrija la ortografía o borre el argumento.
    .also = el componente se define aquí

invalid-argument = El argumento «{ $argument }» de «{ $name }» no es del tipo correcto; se espera: { $expected }.
    .why = El público vería algo distinto de lo que usted quería, o nada.
    .fix = Escriba un valor del tipo esperado. Un texto con espacios va entre comillas rectas.
    .also = el componente se define aquí

missing-footnote = La nota al pie «{ $name }» no está definida.
    .why = Quien busque la fuente de una afirmación encontraría una marca que no lleva a nada.
    .fix = Añada una línea que empiece por [^{ $name }]: con el texto de la nota, o borre la marca.

hidden-definition = La dirección del enlace «{ $name }» está definida en un bloque que no todo el mundo ve.
    .also = el bloque empieza aquí
    .why = Quien no puede ver el bloque recibiría de todos modos la dirección y su título.
    .fix = Saque del bloque la línea que empieza por [{ $name }]: o escriba la dirección en el propio enlace: [texto](/pagina/).

heading-attribute = Un encabezado puede tener un id, pero no «{ $name }».
    .why = Un atributo así puede ejecutar código en el navegador de quien lee.
    .fix = Bórrelo. Aquí solo puede ir un id, como {"{"}#quien-ayuda{"}"}.

excessive-nesting = El texto está anidado a más de { $limit } niveles.
    .why = Nadie podría seguirlo, y el navegador de un teléfono viejo puede fallar.
    .fix = Saque las listas, las citas o los bloques unos de otros. A menudo se coló por error una fila de > o de -.


## Mensajes

broken-message = Aquí hay un mensaje que no se entiende: { $reason }.
    .why = En lugar de este texto se vería un hueco o un código.
    .fix = Escriba el mensaje como «nombre = texto», ponga sangría en las líneas que lo continúan y cierre cada {"{"} con {"}"}.

duplicate-message = El mensaje «{ $name }» está definido dos veces.
    .why = Solo se muestra uno de los dos, así que una corrección en el otro nunca llegaría al público.
    .fix = Borre uno de los dos, o cámbiele el nombre.
    .also = definido aquí por primera vez

missing-message = Falta el mensaje «{ $name }» en { $locale }.
    .why = En lugar de este texto se vería un código o nada, por ejemplo en un botón.
    .fix = Añada «{ $name }» a un archivo en locales/{ $locale }/, o corrija el nombre donde se usa.
    .also = se usa aquí

missing-variable = El mensaje «{ $name }» necesita la variable «{ $variable }», que aquí no recibe.
    .why = Se vería una oración con un hueco, por ejemplo sin su fecha o su número.
    .fix = Dé la variable donde se usa el mensaje, o quítela del mensaje.
    .also = el mensaje se define aquí

cyclic-message = El mensaje «{ $name }» se refiere a sí mismo.
    .why = No termina nunca, de modo que no habría ningún texto que mostrar.
    .fix = Rompa el círculo: escriba el texto completo en uno de los mensajes.
    .also = el círculo pasa por aquí

oversized-message = El mensaje «{ $name }» supera el límite de { $limit }.
    .why = Nadie lee tanto, y con pocos datos no se podría abrir la página.
    .fix = Acórtelo, y busque dentro de él mensajes que se repitan unos a otros.
    .also = el mensaje se define aquí

failed-function = Falla una función en el mensaje «{ $name }»: { $reason }.
    .why = Se vería un código donde va una fecha o un número.
    .fix = Revise el nombre de la función y lo que recibe, como NUMBER($count) o DATETIME($date).
    .also = el mensaje se define aquí

fallback-message = El mensaje «{ $name }» se toma de { $from }, porque { $locale } no lo tiene.
    .why = Se ven palabras en otro idioma, o de otra región, que el resto de la página.
    .fix = Tradúzcalo en un archivo en locales/{ $locale }/.
    .also = el texto que se muestra

message-missing-in-locale = El mensaje «{ $name }» no existe en «{ $locale }» (mensajes de este archivo que faltan: { $count }).
    .why = Donde hace falta, quienes leen esa lengua no ven nada, o ven palabras que quizá no leen.
    .fix = Escriba el mensaje en los archivos de esa lengua, o bórrelo si ya nada lo necesita.
    .also = este también falta

message-differs = El mensaje «{ $name }» no está hecho de las mismas partes que en la lengua de origen: { $kind ->
        [facts] números, días o direcciones
        [variants] variantes
        [variables] variables
        [functions] funciones
       *[other] términos
    } allá { $expected }, aquí { $found }.
    .why = A quienes leen una lengua no se les dice un número, un nombre o un día que a los demás sí, o lo ven de otra forma.
    .fix = Compare los dos mensajes y use en ambos los mismos datos, variantes, variables, funciones y términos. Los nombres de las variantes no se traducen nunca: para un número son one, other y semejantes, o un número.
    .also = este es el mensaje en la lengua de origen

identical-message = El mensaje «{ $name }» dice en «{ $locale }» lo mismo que en la lengua de origen (en este archivo: { $count }).
    .why = Quizá se copió para traducirlo después y se olvidó.
    .fix = Tradúzcalo. Si está bien así, apague la regla en campaign.toml o deje el aviso.
    .also = este también

unused-message = Nada muestra el mensaje «{ $name }» (en este archivo: { $count }).
    .why = Quienes traducen gastan su tiempo en palabras que nadie lee, y no se descubre un nombre mal escrito.
    .fix = Bórrelo en todas las lenguas, o corrija el nombre donde debería mostrarse.
    .also = este tampoco


## Textos para traducir

unaligned-translation = { $reason ->
    [place] Un bloque que se tradujo para { $page } no tiene lugar en este archivo, así que no se toma.
   *[extra] { $count ->
        [one] La página { $page } tiene en este idioma un bloque que no corresponde a ninguno de su original; el primero que puede serlo está aquí.
       *[other] La página { $page } tiene en este idioma { $count } bloques que no corresponden a ninguno de su original; el primero está aquí.
    }
    }
    .why = Una suposición pondría palabras bajo el título equivocado, y a quien lee una lengua se le diría lo que a las demás personas no.
    .fix = Dé a los dos archivos los mismos títulos, párrafos, listas y tablas en el mismo orden. Lo que está claro se intercambia de todos modos; las parejas dudosas salen marcadas como inciertas (fuzzy).
    .also = El bloque en el original.

broken-exchange = { $reason ->
    [header] Este archivo no es ni PO ni XLIFF.
    [xliff] Este no es un archivo XLIFF de la versión 2.
    [xml] Aquí el XML está dañado, o el archivo se cortó.
    [charset] El archivo dice que no está en UTF-8.
    [entry] A esta entrada le falta el msgid o el msgstr.
    [string] Este texto no está escrito como cadena: faltan unas comillas o hay una barra invertida suelta.
   *[line] Esta línea no significa nada en un archivo PO.
    }
    .why = Lo que la herramienta no puede leer tendría que adivinarlo, y un error llegaría a quienes leen. No se cambió nada.
    .fix = Abra el archivo en el programa de traducción, por ejemplo Poedit u OmegaT, y guárdelo de nuevo como PO en UTF-8 o como XLIFF 2.

foreign-exchange = { $reason ->
    [locale] El archivo es para el idioma «{ $locale }», que esta campaña no tiene.
   *[texts] Ningún texto de esta campaña está en este archivo.
    }
    .why = En estas páginas aparecerían textos de otra campaña. No se cambió nada.
    .fix = Compruebe que son el archivo y la carpeta correctos. Si no, exporte los textos de nuevo.

missing-texts = { $count ->
    [one] Un texto que se exportó ya no está en este archivo.
   *[other] { $count } textos que se exportaron ya no están en este archivo.
    }
    .why = Un archivo cortado parecería un trabajo terminado. No se cambió nada.
    .fix = Pida el archivo completo. Un texto puede quedar vacío, pero su entrada debe estar.

repeated-text = Este texto está dos veces en el archivo.
    .why = No se puede saber cuál de los dos es el correcto. No se cambió nada.
    .fix = Borre la entrada que sobra.
    .also = Está aquí por primera vez.

altered-text = { $reason ->
    [structure] Esta traducción cambiaría la estructura de la página.
    [link] Esta traducción no tiene los mismos enlaces: { $value }
    [directive] Esta traducción no tiene las mismas directivas: { $value }
    [footnote] Esta traducción no tiene las mismas notas al pie: { $value }
    [code] Esta traducción no tiene el mismo código: { $value }
    [element] Esta traducción no tiene el mismo marcado: { $value }
    [number] Esta traducción no tiene los mismos números: { $value }
    [placeable] Esta traducción no tiene las mismas variables y mensajes entre llaves: { $value }
   *[mark] Esta traducción tiene un signo de marcado sin pareja: { $value }
    }
    .why = Un enlace perdido o un número cambiado lleva a una persona en peligro al lugar equivocado. No se cambió nada.
    .fix = Copie del original los números, los enlaces y lo que está entre llaves o corchetes; traduzca solo las palabras de alrededor.
    .also = El original.

stale-text = Este texto traduce un original que ya no está en la campaña, así que no se usa.
    .why = Diría lo que el original ya no dice.
    .fix = Exporte de nuevo y traduzca lo que cambió; su programa de traducción le ofrecerá las palabras de antes.

uncertain-text = Esta traducción está marcada como dudosa (fuzzy), así que no se usa.
    .why = La propuso un programa a partir de un texto parecido y nadie la ha confirmado.
    .fix = Corríjala, quite la marca e importe de nuevo.

incomplete-page = { $part ->
    [block] Un bloque nuevo todavía no entra en { $name }: { $count ->
        [one] uno de sus textos no tiene traducción.
       *[other] { $count } de sus textos no tienen traducción.
    }
   *[page] Todavía no se crea { $name }: { $count ->
        [one] uno de sus textos no tiene traducción.
       *[other] { $count } de sus textos no tienen traducción.
    }
    }
    .why = La página hablaría dos idiomas.
    .fix = Traduzca lo que falta e importe de nuevo; no se pierde nada de lo que ya está.


## Registros

unknown-hotline = No existe la línea de ayuda «{ $name }».
    .why = Quien necesita ayuda ahora no encontraría ningún número al que llamar.
    .fix = Corrija el nombre, o añada la línea a content/hotlines.toml con su fuente y el día en que se confirmó.

invalid-number = El número «{ $number }» no se puede marcar en { $country }.
    .why = Una persona en peligro quizá solo pueda llamar una vez. Un número equivocado no comunica con nadie, o comunica con un desconocido.
    .fix = Compárelo con el sitio de la propia organización y corríjalo en content/hotlines.toml.

unnamed-hotline = La línea de ayuda «{ $name }» no tiene nombre en { $locale }.
    .why = Las personas no sabrían quién contesta, y quizá no se atrevan a llamar.
    .fix = Añada su nombre en { $locale } a content/hotlines.toml.

unverified-hotline = La línea de ayuda «{ $name }» se confirmó por última vez hace { $days ->
        [one] un día
       *[other] { $days } días
    }.
    .why = Las líneas cierran y cambian de horario. Una persona en peligro quizá solo pueda llamar una vez.
    .fix = Llame, o consulte la fuente, y escriba la fecha de hoy después de verified_on en content/hotlines.toml. Para publicarla de todos modos, nómbrela en campaign.toml bajo [hotlines] después de allow_unverified; entonces cada página dice que no se ha confirmado.
    .also = se usa aquí

unmarked-hotline = Aquí se muestra la línea «{ $name }» sin decir que nadie la ha confirmado desde { $value }.
    .why = El público tomaría por seguro un número viejo. Una persona en peligro quizá solo pueda llamar una vez.
    .fix = Muestre la fecha dondequiera que el tema muestre la línea: la plantilla la tiene en line.verified_on, y line.stale indica que hace falta. Lo mejor es confirmar la línea.
    .also = se confirmó por última vez aquí

ageing-hotline = La confirmación de la línea de ayuda «{ $name }» tiene { $days ->
        [one] un día
       *[other] { $days } días
    } y pronto dejará de valer.
    .why = Cuando deje de valer, no se podrá publicar nada hasta que alguien llame a la línea. Ahora todavía hay tiempo.
    .fix = Llame, o consulte la fuente, y escriba la fecha de hoy después de verified_on en content/hotlines.toml.

obsolete-prefix = El número «{ $number }» empieza con un prefijo que ya no se marca en { $country }.
    .why = Las llamadas con los viejos prefijos mexicanos 01, 044, 045 y 1 después de +52 no entran desde agosto de 2020. Una persona en peligro oiría que el número no existe.
    .fix = Escriba solo los diez dígitos.

shared-number = Las líneas de ayuda «{ $name }» y «{ $other }» tienen el mismo número: { $number }.
    .why = Un día se corregiría una y se olvidaría la otra, y al público le llegaría el número viejo.
    .fix = Quédese con una y use su nombre en todas partes. Si de verdad dos líneas comparten número, descríbalas como una sola.
    .also = la otra

ambiguous-hotline = Las líneas de ayuda «{ $name }» y «{ $other }» se llaman igual en { $edition }.
    .why = En español, las líneas de los dos países tienen el mismo nombre. Las personas llamarían a la que no pueden alcanzar o a la que contesta en otro país.
    .fix = Añada el país a los nombres en content/hotlines.toml.
    .also = la otra

closed-hotline = La línea de ayuda «{ $name }» está { $reason ->
    [paused] en pausa
   *[closed] cerrada
} y todavía se ofrece en { $edition }.
    .why = Una persona en peligro quizá solo pueda llamar una vez, y nadie contestaría.
    .fix = Ofrezca aquí otra línea. Si vuelve a haber quien conteste, escriba status = "active" en content/hotlines.toml.
    .also = aquí se dice que lo está

unreachable-hotline = A la línea de ayuda «{ $name }» no se puede llamar desde ningún país donde se lee { $edition }: { $country }.
    .why = Los mismos dígitos pueden comunicar con otra persona en otro país, o con nadie.
    .fix = Ofrezca una línea de ese país. Si a esta se puede llamar desde allí, añada el país después de reachable_from en content/hotlines.toml.

uncovered-country = Quienes leen { $edition } en { $country } no pueden llamar a ninguna de las líneas de ayuda que ofrece.
    .why = Leerían que hay ayuda y no encontrarían ningún número al que llamar.
    .fix = Ofrezca una línea a la que se pueda llamar desde allí, o quite el país de «countries» en campaign.toml.

incomplete-hotline = La línea de ayuda «{ $name }» no dice { $value ->
    [operator] quién contesta
   *[data_sharing] qué se comparte con la policía
}, y { $edition } la ofrece a personas que deben saberlo.
    .why = Una persona sobreviviente que teme a la policía o a la deportación tiene que saber, antes de llamar, quién escucha y qué se comparte.
    .fix = Añada «{ $value }» a la línea en content/hotlines.toml, en este idioma.
    .also = la línea está aquí

unspoken-language = Nadie habla { $locale } en la línea de ayuda «{ $name }», que se ofrece en { $edition }.
    .why = Las personas llamarían y no se les entendería.
    .fix = Ofrézcales también otra línea, y cuide que la página diga qué idiomas se hablan. Si la línea tiene intérprete, escriba interpreter = true en content/hotlines.toml.

speechless-edition = Nadie habla { $locale } en ninguna línea de ayuda de las que ofrece { $edition }.
    .why = Quien lee solo este idioma no podría llamar a nadie.
    .fix = Ofrezca una línea donde se hable el idioma, o que trabaje con intérpretes. Si ya se habla, escríbalo después de languages en content/hotlines.toml.

hotlines-differ = La página «{ $page }» no muestra las mismas líneas de ayuda en todos los idiomas: falta { $name } en { $edition }.
    .why = Quienes leen un idioma recibirían menos números que los demás.
    .fix = Muestre las mismas líneas en todas las traducciones. Si alguna no les sirve a estas personas, desactive la regla en campaign.toml con un comentario que lo diga.
    .also = se muestra aquí

future-date = «{ $name }» nombra un día que todavía no llega: { $value }.
    .why = Nadie puede haber confirmado nada mañana. Un error en el año haría pasar por fresco, durante mucho tiempo, un número viejo.
    .fix = Escriba el día en que alguien llamó o consultó la fuente.

typed-number = El número «{ $number }» está escrito aquí { $name ->
    [none] y no está en ningún registro
   *[other] y es de la línea de ayuda «{ $name }»
}.
    .why = Un número escrito a mano se corrige en un lugar y se olvida en otro. Con un solo dígito equivocado, contesta un desconocido.
    .fix = Ponga el número en content/hotlines.toml con su fuente y muéstrelo con la directiva :hotline[…]. Si no es un teléfono, añada sus dígitos con el motivo a campaign.toml, en una tabla [numbers.allowed].
    .many = { $count } números de teléfono en { $files } archivos están escritos fuera del registro.

stale-law = Lo que esta página dice sobre la ley era cierto el { $value }, y nadie la ha vuelto a leer desde que tocaba (hace { $days ->
        [one] un día
       *[other] { $days } días
    }).
    .why = Las leyes y los plazos cambian. Quien se fía de lo viejo puede perder un derecho o acabar deportado.
    .fix = Pida a alguien que conozca la ley que la lea de nuevo. Después ponga ese día en «as_of», dentro de law, y «review_by» si debe leerse antes de un año.

unknown-claim = No existe la cifra «{ $name }».
    .why = El público encontraría un hueco donde debe ir una cifra.
    .fix = Corrija el nombre, o añada la cifra a content/claims.toml con su fuente.

unsaid-value = El texto de la cifra «{ $name }» no muestra su valor.
    .why = Quien corrige el valor no corrige nada de lo que se lee, y los periodistas siguen citando la cifra vieja.
    .fix = Escriba {"{"} $value {"}"} donde va el número. Si es un rango, escriba también {"{"} $upper {"}"}.

fixed-figure = En el texto de la cifra «{ $name }» está escrito a mano el número «{ $value }».
    .why = Cuando se corrige el valor, el número escrito a mano se queda como estaba, y se publica algo falso.
    .fix = Escriba {"{"} $value {"}"} o {"{"} $upper {"}"} en su lugar, o dé a la otra cifra su propia entrada.

overdue-claim = La fuente de la cifra «{ $name }» debía volver a consultarse a más tardar el { $value }.
    .why = Las cifras viejas se repiten durante años. Los periodistas que las citan difunden algo falso.
    .fix = Consulte la fuente. Escriba en content/claims.toml lo que dice hoy, la fecha después de accessed y la próxima después de review_by.

unsourced-figure = La cifra «{ $value }» no lleva fuente aquí, y { $edition } la exige.
    .why = Una cifra sin definición, año ni fuente se copia y ya no se puede corregir.
    .fix = Ponga la cifra en content/claims.toml y muéstrela con la directiva :claim[…].


## Direcciones y enlaces

route-collision = Dos cosas tienen la misma dirección: «{ $route }».
    .why = Solo se podría publicar una, y quien busque la otra recibiría la página equivocada.
    .fix = Dé a una de ellas otro «slug», o cámbiele el nombre.
    .also = la otra está aquí

broken-link = El enlace a «{ $destination }» no lleva a ninguna parte en { $edition }.
    .why = Quien lo siga se queda sin salida, quizá mientras busca ayuda.
    .fix = Corrija el enlace, o escriba la página para esta edición. Si solo algunos públicos tienen la página, ponga el enlace en un bloque para ellos.
    .many = { $count } enlaces en { $files } archivos no llevan a ninguna parte.

broken-anchor = El enlace a «{ $destination }» nombra un encabezado que no existe en { $edition }.
    .why = Las personas llegan al comienzo de una página larga y no encuentran lo que se les prometió.
    .fix = Corrija lo que sigue a #. Dé al encabezado el mismo id en todos los idiomas, como {"{"}#quien-ayuda{"}"}.

own-address = El enlace a «{ $destination }» en { $edition } lleva escrita una dirección de esta misma campaña.
    .why = Nadie revisa un enlace así: cuando la página se muda, se rompe, y puede revelar a quien lee una edición que existe otra.
    .fix = Escriba la carpeta de la página, como /get-help/. Para llevar a otro público, use links_to en campaign.toml.

missing-asset = No existe el archivo «{ $destination }».
    .why = Se vería una imagen rota, o fallaría una descarga.
    .fix = Ponga el archivo junto a la página, o corrija su nombre. Las mayúsculas y las minúsculas cuentan.


## La seguridad de quien visita

missing-exit = La salida de «{ $name }» no lleva a ninguna parte en { $locale }.
    .why = Quien tiene que irse de inmediato pulsaría un botón que no hace nada.
    .fix = Escriba una dirección para este idioma en exit_url, por ejemplo la de un servicio del tiempo.

unsafe-exit = La salida no puede llevar a «{ $destination }»: { $reason ->
        [address] no es una dirección completa.
        [scheme] la dirección no empieza con https://.
        [host] es el propio sitio de la campaña.
       *[query] la dirección lleva una consulta o un nombre.
    }
    .why = Quien se va lo hace porque alguien mira. El lugar al que llega debe ser seguro y no debe saber de dónde viene.
    .fix = Elija una página sencilla que mucha gente abre y escriba su dirección con https:// y sin «?».

personal-exit = La salida lleva a «{ $destination }», que muestra lo último que la persona buscó o compró.
    .why = Quien entre en ese momento vería la cuenta, la última búsqueda o quién más está conectado.
    .fix = Elija una página que se vea igual para cualquiera, como la de un servicio del tiempo.

missing-safety-page = { $edition } tiene una salida, pero ninguna página que diga lo que la salida no hace.
    .why = Una salida no borra nada. A quien nadie se lo dice puede sentirse más a salvo de lo que está.
    .fix = Escriba la página en este idioma para este público y nómbrela en campaign.toml: safety_page = "get-help/stay-safe".

missing-core-message = La página de inicio no dice «{ $name }» en { $edition }.
    .why = Mucha gente viene una sola vez y lee una sola página. Ahí debe enterarse de que lo que le hicieron es un delito, de que no es su culpa y de que la ley le protege.
    .fix = Ponga el mensaje en la página: :t[{ $name }]. En «core_messages», en campaign.toml, se dice qué mensajes debe haber.

several-actions = Esta página pide { $count } cosas a la vez en { $edition }.
    .why = Quien tiene miedo o prisa hace una sola cosa, o ninguna. Dos botones igual de llamativos dejan la elección a la persona que menos sabe.
    .fix = Deje la que más ayuda a este público y convierta las demás en enlaces dentro del texto. Lo que es para otro público va en un bloque suyo: «::: for».
    .also = aquí pide otra cosa

report-action = «{ $name }» { $word ->
    [none] solo lleva a líneas de las autoridades
   *[other] pide denunciar («{ $word }»)
}, y en { $edition } es lo primero que pide una página.
    .why = Quien vive esto puede temer a la policía, a que le deporten o a quien se enteraría. Si parece que la ayuda cuesta una denuncia, se va sin ninguna de las dos.
    .fix = Lleve primero a la ayuda y diga en el texto que también se puede denunciar, cuando la persona lo decida.{ $word ->
        [none] { "" }
       *[other] { " " }Si la palabra significa otra cosa aquí, dígalo al inicio de la página: words = { "{" } "{ $word }" = "por qué" { "}" }.
    }

missing-safety-message = Falta el mensaje «{ $name }» en { $locale }.
    .why = Una edición con salida debe decir que el historial se queda, que un programa oculto puede vigilar y que otro teléfono es más seguro.
    .fix = Escríbalo en un archivo de locales/{ $locale }/.

topic-word = La palabra «{ $word }» delata el tema de { $edition } en { $part ->
        [title] el título de una página.
        [description] la descripción de una página.
        [preview] la vista previa de un enlace.
        [feed] el título de un canal de noticias.
        [address] una dirección.
        [file] el nombre de un archivo.
       *[host] el nombre del servidor.
    }
    .why = Los títulos y las direcciones quedan en la pestaña, en el historial y en el recibo, donde puede verlos quien controla a la persona.
    .fix = Elija una palabra que diga lo que la página ofrece y no de qué habla, como «Sus opciones».

traceable-contact = { $edition } ofrece una forma de escribir que deja rastro ({ $element }).
    .why = Lo escrito se queda en los mensajes enviados, y la respuesta puede llegar a una pantalla que otra persona ve.
    .fix = Ofrezca una llamada o un chat que no guarde nada, o diga allí mismo lo que queda.

overweight-page = «{ $route }» cuesta { $size } y { $requests } peticiones; lo permitido es { $budget } y { $limit }.
    .why = Quien tiene un teléfono viejo y pocos datos espera, paga de más o se rinde.
    .fix = Use menos imágenes o más pequeñas y páginas más cortas, o cambie «budget» en campaign.toml.

low-contrast = «{ $name }» sobre «{ $background }» tiene un contraste de { $ratio }:1 en una página { $scheme ->
        [dark] oscura
       *[light] clara
    }; debe ser de { $limit }:1. { $shade ->
        [none] Ningún tono de este color alcanza.
       *[other] El tono más cercano que alcanza es { $shade }.
    }
    .why = Quien ve mal, tiene una mala pantalla o está bajo el sol no puede leerlo.
    .fix = Use ese tono o elija otro color. La página clara y la oscura pueden tener tonos distintos: { "{" } light = "…", dark = "…" { "}" }.
    .also = el par se declara aquí


## Enlaces a otros sitios

dead-link = «{ $destination }» { $reason ->
    [loop] vuelve siempre a sí mismo
   *[status] ya no lleva a nada (estado { $status })
    }; puede que haya una copia en { $archive }.
    .why = Quien busca ayuda ahí encuentra un error, y duda del resto de la página.
    .fix = Busque la nueva dirección de la página, enlace a la copia si existe (nadie la ha pedido todavía), o quite el enlace.

moved-link = «{ $destination }» se mudó a { $address }.
    .why = La dirección antigua puede dejar de funcionar, y en el camino el teléfono de quien lee pide dos veces.
    .fix = Abra la nueva dirección, vea que es lo que usted quiere decir y escríbala en lugar de la antigua.

unreached-link = «{ $destination }»{ $reason ->
    [status] {" "}no se mostró (estado { $status }).
    [busy] : el servidor tiene demasiado trabajo.
    [time] {" "}tarda demasiado.
    [host] : ningún servidor tiene este nombre.
    [address] {" "}no es una dirección de la web.
    [certificate] {" "}no tiene una conexión segura.
    [no-tls] : este programa se compiló sin conexiones seguras.
   *[connection] : el servidor no responde.
    }
    .why = Puede que quienes leen tampoco lleguen, o que solo se rechace a los programas.
    .fix = Ábralo en un navegador. Si ahí se ve, dé a su servidor un nivel más bajo en campaign.toml: [links.hosts."example.org"] level = "note".


## Lo que está en línea

altered-file = { $reason ->
    [redirect] { $route } no está: el servidor lleva a quien lee a { $destination }
    [shorter] { $route } está incompleto
    [longer] { $route } contiene más de lo que se publicó
   *[bytes] { $route } no es lo que se publicó
    }.
    .why = Alguien, o un servidor con buena intención, cambió lo que leen personas en peligro: un script puede vigilarlas, y un solo dígito puede llevar una llamada a un extraño.
    .fix = Averigüe quién lo cambió y desactive lo que el servidor añade por su cuenta a las páginas. Después vuelva a subir el sitio completo.

undeployed-file = { $route } se publicó y no está.
    .why = Quien siga un enlace hasta ahí no encontrará nada.
    .fix = Vuelva a subir el sitio completo.

foreign-file = { $route } está ahí y no se publicó.
    .why = Puede ser una página que se retiró, como un borrador con el nombre de alguien, o algo que puso un extraño.
    .fix = Bórrelo donde está el sitio, o haga que al subirlo se borre lo que no está en la carpeta de salida.

exposed-file = El servidor entrega { $route }{ $others ->
        [none] , que es
       *[other] {" "}y otros (tantos: { $others }), que son
    } solo para él.
    .why = Nombra todos los públicos a quien lo pida, también los que nadie debería conocer.
    .fix = Bórrelo donde está el sitio si su servidor no lo lee, o impida el acceso. En campaign.toml, hosts = […] dice cuáles de estos archivos se escriben.

unanswered-file = { $reason ->
    [status] El servidor no entrega { $route } (estado { $status })
    [time] { $route } tarda demasiado
    [connection] El servidor cortó la conexión al pedir { $route }
    [certificate] La conexión para { $route } no es segura
   *[protocol] La respuesta para { $route } no tiene sentido
    }.
    .why = Una página que no llega no ayuda a nadie, y lo que no se puede leer no se puede confirmar.
    .fix = Inténtelo más tarde, o con más tiempo: --timeout 60. Si sigue igual, pregunte a quien administra el servidor.

unverified-files = Archivos que no se compararon, porque demasiados quedaron sin respuesta: { $others }.
    .why = Nadie sabe si son lo que se publicó.
    .fix = Ejecute la orden otra vez cuando el servidor responda.

missing-header = { $others ->
    [none] { $route } llega
   *[other] { $route } y otros (tantos: { $others }) llegan
    } sin el encabezado «{ $name }: { $expected }».
    .why = Los encabezados protegen la visita: sin ellos quedan copias en el aparato, otros sitios saben de dónde viene quien los visita, o puede ejecutarse código ajeno.
    .fix = Indique al servidor qué encabezados enviar: «campaign headers» muestra las líneas. Si no puede enviarlos, elija otro servidor para quienes pueden estar bajo vigilancia.

altered-header = { $others ->
    [none] { $route } llega
   *[other] { $route } y otros (tantos: { $others }) llegan
    } con el encabezado «{ $name }: { $value }» en lugar de «{ $expected }».
    .why = Los encabezados protegen la visita, y otro valor puede permitir lo que estaba prohibido.
    .fix = Indique al servidor qué encabezados enviar: «campaign headers» muestra las líneas. Busque ajustes del servidor que los escriban de nuevo.

foreign-header = { $others ->
    [none] { $route } llega
   *[other] { $route } y otros (tantos: { $others }) llegan
    } con el encabezado «{ $name }», que ninguna campaña envía.
    .why = Una cookie reconoce a quien vuelve, y los informes cuentan a terceros que hubo una visita.
    .fix = Desactívelo en el servidor: busque estadísticas, protección contra robots, informes de errores o cookies.


## Plantillas

broken-template = Falla la plantilla: { $reason }.
    .why = Faltarían o quedarían a medias todas las páginas que la usan.
    .fix = Corrija la plantilla en el lugar marcado, o consulte a quien cuida el tema.

missing-template = El tema no tiene la plantilla «{ $name }».
    .why = La página no se podría mostrar de ninguna manera.
    .fix = Corrija «template» al comienzo de la página, o añada el archivo a la carpeta templates/ del tema.

oversized-output = La plantilla «{ $name }» escribe más que el límite de { $limit }.
    .why = Una página así no termina de abrirse nunca en un teléfono viejo.
    .fix = Busque en la plantilla bucles dentro de bucles, y reparta las listas en varias páginas con paginate_by.

## Idioma

hard-to-read = Para { $edition } esta página es difícil de leer: { $index } da { $score }; la meta es { $target } ({ $second }).
    .why = Quien está bajo tensión, o lee poco, abandona ante las oraciones largas y las palabras difíciles, y pierde lo que podría ayudarle.
    .fix = Divida las oraciones más largas, diga una cosa en cada una y cambie las palabras cultas por otras de todos los días.
    .also = aquí está una de las oraciones más largas
    .many = { $count } veces una página cuesta más de leer de lo que debe, en { $files } archivos.

avoided-word = «{ $name }» es una palabra que conviene evitar; mejor: { $expected }. { $reason } (En este archivo: { $count }.)
    .why = Las palabras reparten la culpa. Una persona sobreviviente que lee esa deja de leer, o se la cree.
    .fix = Dígalo de otra manera. Lo que dijo otra persona va entre comillas. Si la página necesita la palabra, explique al comienzo por qué: words = {"{"} "{ $name }" = "…" {"}"}.
    .also = aquí también está

harder-than-accepted = La página se ha vuelto más difícil de leer: { $index } { $score }, y se había aceptado { $expected } ({ $second }).
    .why = Página a página y palabra a palabra crece un texto que solo entienden sus autores. Quien está cansado, tiene miedo o lee poco lo deja primero.
    .fix = Empiece por las frases que se muestran abajo: más cortas, y con palabras de todos los días. Si tiene que ser así, acéptelo con la razón: campaign readability accept PÁGINA --because "…".
    .also = esta es una frase larga
    .many = { $count } páginas se han vuelto más difíciles de leer de lo que se había aceptado.

broken-readability = Esta línea de readability.lock no se puede usar.
    .why = El archivo sabe qué tan fácil de leer era cada página. Sin la línea, una página puede volverse más difícil y nadie se entera.
    .fix = Quite la línea, y las marcas que git dejó alrededor, y ejecute «campaign readability accept».

wrong-language = { $scope ->
        [page] La página es para quienes leen en «{ $locale }», y está en { $found ->
                [en] inglés
                [es] español
                [fr] francés
                [pt] portugués
               *[other] «{ $found }»
            }.
        [file] Los mensajes son para quienes leen en «{ $locale }», y { $count } de ellos están en «{ $found }».
        [register] El texto es para quienes leen en «{ $locale }», y está en «{ $found }» (en este archivo: { $count }).
       *[block] La página es para quienes leen en «{ $locale }»; este bloque está en «{ $found }» (en esta página: { $count }).
    }
    .why = Quien eligió una lengua porque no lee otra se queda sin la información, y puede creer que la página no es para su gente.
    .fix = Traduzca el texto. Las palabras de otra lengua que deben quedarse, como un título, van en cursiva o entre comillas.
    .also = esto también está en otra lengua
    .many = { $scope ->
        [page] { $count } de { $total } páginas en «{ $locale }» están en { $found ->
                [en] inglés
                [es] español
                [fr] francés
                [pt] portugués
               *[other] «{ $found }»
            }.
        [file] { $count } de { $total } archivos de mensajes en «{ $locale }» están en «{ $found }», o tienen mensajes que lo están.
        [register] { $count } archivos de registros e imágenes tienen textos para «{ $locale }» en «{ $found }».
       *[block] { $count } de { $total } páginas en «{ $locale }» tienen bloques en «{ $found }».
    }

untranslatable-text = El texto «{ $name }» es igual en todas las lenguas. Está en { $route } (archivos que lo tienen: { $count }).
    .why = Quien lee en otra lengua encuentra palabras que no entiende en medio de la página, y nadie puede traducirlas.
    .fix = Escriba un mensaje en locales/ y ponga t(id="…") en la plantilla. Un nombre que no cambia va en un registro o en campaign.toml.
    .many = { $count } textos son iguales en todas las lenguas.


## Traducciones

glossary-term = El original dice «{ $name }», y aquí no está en «{ $locale }» lo acordado: { $expected } (en esta página: { $count }).
    .why = Cuando una cosa tiene dos nombres, la gente pide ayuda con uno de ellos y no la entienden. En derecho, una palabra equivocada puede ser otro delito.
    .fix = Use el término de locales/glossary.toml. Si este texto debe decirlo de otro modo, escriba la razón al inicio de la página: words = {"{"} "{ $name }" = "…" {"}"}.

fences-differ = La traducción tiene otros bloques para algunos públicos que su original: aquí { $found }, allá { $expected }.
    .why = Lo que es para un público puede quedar a la vista de todos en la otra lengua, o a ese público le falta ahí.
    .fix = Compare los dos lugares. Ponga las mismas líneas que empiezan con ::: alrededor del mismo texto, o escriba la página de nuevo para ese público: es.survivors.md.
    .also = este es el lugar en el original

structure-differs = La traducción no está armada como su original. { $kind ->
        [heading] Encabezados: aquí { $found }, allá { $expected }.
        [item] Puntos de listas en esta sección: aquí { $found }, allá { $expected }.
        [paragraph] Párrafos en esta sección: aquí { $found }, allá { $expected }.
        [numbered] Listas numeradas en esta sección: aquí { $found }, allá { $expected }.
        [row] Filas de tablas en esta sección: aquí { $found }, allá { $expected }.
        [column] Columnas de tablas en esta sección: aquí { $found }, allá { $expected }.
        [alert] Recuadros en esta sección: aquí { $found }, allá { $expected }.
        [link] Enlaces en esta sección: aquí { $found }, allá { $expected }.
        [image] Imágenes en esta sección: aquí { $found }, allá { $expected }.
        [footnote] Llamadas de nota en esta sección: aquí { $found }, allá { $expected }.
       *[other] Componentes en esta sección: aquí { $found }, allá { $expected }.
    }
    .why = Algo se quedó fuera, o quedó donde lo lee otro público. Quienes leen una lengua no se enteran de lo mismo que los demás, o leen lo que no es seguro para ellos.
    .fix = Compare los dos lugares y añada o quite lo que no coincide. Si cambió el original, traduzca el cambio.
    .also = este es el lugar en el original
    .many = { $count } veces en { $files } archivos la traducción no está armada como su original.

facts-differ = Un dato no es igual al del original: allá { $expected }, aquí { $found } (diferencias en esta página: { $count }).
    .why = Un número, una fecha o un enlace equivocado manda a la gente al lugar o al día que no es, y una de las dos lenguas está equivocada.
    .fix = Averigüe cuál de los dos es correcto y corrija el otro.
    .also = compárelo con este lugar
    .many = En { $count } traducciones, números, direcciones o nombres no son los del original.

length-out-of-proportion = La traducción tiene el { $percent } % del largo de su original.
    .why = Falta una parte, o se añadió algo que quienes leen el original no reciben.
    .fix = Compare las dos de principio a fin. Entre el español y el inglés, una traducción mide casi lo mismo que su original; el español, un poco más.
    .also = este es el original

same-as-original = Este bloque está igual que en el original, sin traducir a «{ $locale }» (en esta página: { $count }).
    .why = A media página, la gente se topa con una lengua que quizá no lee.
    .fix = Traduzca el texto. Un título o un nombre que no cambia va en cursiva o entre comillas.
    .also = esto tampoco está traducido

outdated-translation = { $reason ->
        [title] El título del original cambió desde que se tradujo este
        [description] La descripción del original cambió desde que se tradujo esta
        [label] El nombre del original en el menú cambió desde que se tradujo este
        [message] El original de este mensaje cambió desde que se tradujo
        [removed] { $count ->
            [one] El original ya no tiene uno de los textos de los que se hizo esta traducción
           *[other] El original ya no tiene { $count } de los textos de los que se hizo esta traducción
        }
       *[text] El original de este texto es nuevo o cambió desde que se tradujo
    }.
    .why = A quien lee en esta lengua se le dice algo que ya no vale: un derecho, un plazo, un lugar al que acudir.
    .fix = Compárelo con el original y traduzca lo que cambió. Después: campaign translate accept, con la página y --locale.
    .also = el original dice ahora

untracked-translation = { $count ->
        [one] Una traducción no está en translations.lock
       *[other] { $count } traducciones no están en translations.lock
    }.
    .why = Cuando cambie su original, nadie se enterará, y a sus lectores les quedará el texto viejo.
    .fix = Cuando una traducción diga lo que dice su original: campaign translate accept, con la página y --locale. Todas a la vez: --all.
    .also = esta tampoco

unmet-gate = «{ $edition }» todavía no se puede publicar: { $name ->
        [complete] { $count ->
            [one] una página no está traducida
           *[other] { $count } páginas no están traducidas
        }
        [fresh] { $count ->
            [one] una página o un grupo de mensajes está atrasado respecto del original, o nadie lo sabe
           *[other] { $count } páginas o grupos de mensajes están atrasados respecto del original, o nadie lo sabe
        }
        [human] { $count ->
            [one] una página la hizo una máquina
           *[other] { $count } páginas las hizo una máquina
        }
       *[reviewed] { $count ->
            [one] una página no la ha revisado otra persona
           *[other] { $count } páginas no las ha revisado otra persona
        }
    }.
    .why = campaign.toml dice qué debe cumplir esta edición antes de que alguien la lea. Quien lo escribió pensaba en esos lectores.
    .fix = Vea lo que falta con: campaign status, y con: campaign translate next. Si la exigencia es excesiva, cámbiela en [release], en campaign.toml.
    .also = esta es una de ellas

unreviewed-translation = { $count ->
        [0] Nadie ha revisado esta traducción desde que se hizo, y la página es crítica
        [one] Un texto cambió desde que se revisó esta página crítica
       *[other] { $count } textos cambiaron desde que se revisó esta página crítica
    }.
    .why = En esta página, un error de traducción puede costarle a alguien su seguridad o sus derechos. Quien traduce no ve sus propios errores.
    .fix = Pida a otra persona que conozca las dos lenguas que la compare con el original, y escriba su nombre: reviewed_by = "…". Si solo cambió una parte: campaign translate accept, con la página, --locale y --reviewed-by.
    .also = esto también cambió

reviewed-by-translator = La traducción la revisó quien la hizo, { $name }.
    .why = Nadie ve sus propios errores: otra persona los encuentra antes que quien lee.
    .fix = Pida a alguien más que la compare con el original, y escriba su nombre en «reviewed_by».
    .also = aquí está el nombre de quien tradujo

machine-translation = Esta traducción la hizo una máquina, y nadie dice haberla hecho suya.
    .why = La máquina suena bien cuando se equivoca: convierte un derecho en una obligación, o a un tratante en un traficante, y nada lo delata.
    .fix = Pida a alguien que traduzca que repase todo el texto; escriba después su nombre en «translated_by» y borre «origin».

## La revisión de lo publicado

output-number = { $reason ->
    [unregistered] El número «{ $what }» no está en el registro
    [near] El número «{ $what }» difiere en una cifra de un número del registro
    [spelled] El número «{ $what }» tiene letras en lugar de cifras
    [differs] Un enlace muestra un número o una dirección y lleva a otro ({ $what })
    [means] El enlace «{ $what }» no llega a una línea por el medio que dice el registro
    [form] El enlace «{ $what }» contiene algo que ningún teléfono marca
    [turned] El texto corre de derecha a izquierda e invierte los grupos del número «{ $what }»
    [line] Tras el nombre de una línea figura un número o una dirección de otra, «{ $what }»
   *[unshown] Un enlace que marca { $what } no muestra nada
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }y { $others } más
    }.
    .why = Una persona en peligro quizá solo pueda llamar una vez. Un número equivocado no llega a nadie, o llega a un extraño.
    .fix = Ponga la línea en content/hotlines.toml y haga que textos y plantillas la nombren por su id, para que el número se escriba una sola vez. Si ya está ahí, la plantilla lo cambia por el camino. Alrededor de un número, <bdi dir="ltr"> lo deja como es.

numbers-differ = { $output } y { $what } son una misma página en dos idiomas y no marcan los mismos números.
    .why = A quienes leen un idioma se les ofrecerían menos líneas, o líneas de otro país.
    .fix = Nombre las mismas líneas en los dos textos. Si difieren a propósito, ponga numbers-differ = "off" en [rules] de campaign.toml.

missing-channel = Falta un medio para llegar a una línea donde el texto la coloca, «{ $what }»: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }y { $others } más
    }.
    .why = Quien no puede hablar, o no puede ser oído, necesita justo el medio que no se muestra.
    .fix = Haga que el componente del tema muestre todos los medios que le dan hotline() u hotlines(). Para nombrar una línea con un solo número, escríbala en una frase, :hotline[id].

moved-block = { $reason ->
    [moved] Un bloque figura detrás de otro que en el texto le sigue
   *[gone] Un bloque del texto no está en la página
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }y { $others } más
    }.
    .why = Un aviso que llega tarde, o que no llega, no avisa a nadie.
    .fix = Haga que la plantilla muestre entero el contenido de la página, y los componentes su cuerpo. Si el tema lo omite a propósito, ponga moved-block = "off" en [rules] de campaign.toml.

output-link = { $reason ->
    [anchor] El enlace «{ $what }» nombra una parte que su página no tiene
    [unwritten] El archivo «{ $what }» debía estar y no se hizo
   *[missing] El enlace «{ $what }» no lleva a nada publicado
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }y { $others } más
    }.
    .why = Quien lo siga se queda sin salida, o llega a una página que revela lo escrito para otras personas.
    .fix = Haga que la plantilla forme las direcciones con url(), asset() y los enlaces que recibe. A otro público se enlaza solo por su página de inicio, y solo si links_to de campaign.toml lo nombra.

foreign-origin = { $reason ->
    [canonical] La página dice que su propia dirección, o la de una traducción, está en otro sitio, «{ $what }»
    [refresh] La página envía sola a sus lectores a otro sitio, a «{ $what }»
   *[resource] El navegador cargaría «{ $what }» de otro sitio
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }y { $others } más
    }.
    .why = Ese sitio sabría quién lee esta página, cuándo y desde dónde. Para algunas personas es un peligro.
    .fix = Ponga una copia del archivo entre los del tema o junto a la página, o quítelo.

active-content = { $reason ->
    [attribute] El atributo «{ $what }» puede ejecutar u ocultar algo
    [scheme] La dirección «{ $what }» hace otra cosa que llevar a una página
    [script] El script «{ $what }» no es un archivo del tema
    [telltale] Un script para personas que pueden estar vigiladas usa «{ $what }»
   *[inline] Una página lleva «{ $what }» en sí misma
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }y { $others } más
    }.
    .why = Lo que se ejecuta en una página puede usarse para vigilar a quien la lee o mostrarle algo falso, y puede dejar rastros en su dispositivo.
    .fix = Lleve estilos y scripts a archivos del tema. Un script para un público discreto no guarda nada ni envía nada.

leak = { $reason ->
    [link] Un enlace lleva a una página de otro público, «{ $what }»:
   *[text] Lo escrito para otras personas, «{ $what }», figura en
    } { $output }{ $others ->
    [none] { "" }
   *[more] { " " }y { $others } más
    }.
    .why = Puede poner a personas en riesgo: planes de sobrevivientes que lee quien las explotó, o borradores que nadie ha revisado.
    .fix = No publique. Si todo el mundo puede leer el texto, sáquelo de su bloque o página; si no, avise de que es un fallo de campaign.
    .also = está escrito aquí

output-structure = { $reason ->
    [tag] Una etiqueta está mal formada, «{ $what }»
    [attribute] Un atributo está mal formado, «{ $what }»
    [duplicate] Una etiqueta tiene dos veces un atributo, «{ $what }»
    [reference] Un & no representa ningún carácter, «{ $what }»
    [nesting] El elemento «{ $what }» no se abre y cierra en orden
    [no-heading] No hay encabezado principal
    [headings] Hay más de un encabezado principal
    [no-title] No hay título
    [id] Dos elementos tienen el id «{ $what }»
    [language] La página no dice su idioma, o dice otro: «{ $what }»
    [direction] El texto corre en sentido equivocado: «{ $what }»
    [json] El archivo no es JSON
    [encoding] El archivo no es texto en UTF-8
   *[unplanned] El archivo «{ $what }» no debía estar
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }y { $others } más
    }.
    .why = Cada navegador repara a su manera una página así, y un lector de pantalla puede leerla en otro idioma o saltarse partes.
    .fix = Corrija la plantilla que hace esta parte de la página.

unread-file = { $reason ->
    [paper] Lo que dice el documento no se ha comparado con nada
   *[packed] El archivo está comprimido y nadie puede mirar dentro
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }y { $others } más
    }.
    .why = Puede contener un número equivocado o algo escrito para otras personas. También, en sus propiedades, el nombre de quien lo hizo.
    .fix = Publique lo que contiene como archivos sueltos o como página. Un documento: léalo usted, con sus comentarios y propiedades. Si alguien ya los ha revisado todos, ponga unread-file = "off" en [rules] de campaign.toml.

repeated-title = Más de una página de una edición tiene el título «{ $what }»: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }y { $others } más
    }.
    .why = Quien tiene varias páginas abiertas o usa un lector de pantalla no puede distinguirlas.
    .fix = Dé a las páginas títulos distintos, o haga que la plantilla añada lo que las distingue, como el número dentro de una lista.

trace = { $reason ->
    [comment] Se publica un comentario, «{ $what }»
    [generator] La página nombra el programa que la hizo, «{ $what }»
    [placeable] Un mensaje quedó sin completar, «{ $what }»
    [isolation] Un atributo contiene marcas invisibles, «{ $what }»
   *[machine] El archivo nombra este equipo o programa, «{ $what }»
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }y { $others } más
    }.
    .why = Las notas y rutas pueden revelar quién trabaja en la campaña, y las marcas que nadie ve estropean números y direcciones.
    .fix = Quítelo de la plantilla o del texto. Las notas van en {"{#"} … #{"}"} de Tera o en comentarios de Fluent.
