//! What English and Spanish words look like: the small words that every sentence needs, and the
//! endings and letters of the others.

/// Small words of English that Spanish does not have.
pub const ENGLISH: &str = "the and of to is are was were be been being you your yours they their \
    them it its this that these those with for in from by on at as or if when what who whom which \
    where why how can could will would should must may might do does did not have has had we our us \
    he she his her him i my but so than then there here about after before into out over under up \
    down any some all each every other another more most many much only also just very too one two \
    three an am because while during until against between without within through you'll you're \
    don't can't it's doesn't isn't won't we'll i'm didn't wasn't haven't they're someone anyone nobody something anything please get \
    make need help know if use new see below above yes";

/// Small words of Spanish that English does not have.
pub const SPANISH: &str = "el la los las lo de del y que en un una unos unas para por con sin su sus \
    se le les al es son está están era eran fue fueron ser estar hay ha han he haber pero más muy \
    como cómo cuando cuándo donde dónde quien quién quienes cual cuál qué porque si sí ya también \
    tampoco usted ustedes nosotros ellos ellas él ella yo tú te mi mis tu nos este esta estos estas \
    ese esa esos esas esto eso aquel aquella o u e ni entre sobre hasta desde durante contra según \
    tras ante bajo cada todo toda todos todas otro otra otros otras algo alguien nada nadie \
    algún alguna ningún ninguna puede pueden debe deben tiene tienen hace hacer tener poder después \
    antes aquí ahí allí dos tres aunque mientras así solo";

/// Words of English that its neighbours (German, Dutch, French, the Scandinavian languages) do not
/// write: enough of them, and a text that claims to be in another language is English.
pub const ONLY_ENGLISH: &str = "the and you your yours they their them its this that these those with \
    from if which where why how could would should not have our us she her but than there about \
    after before any every other more many much only very because while during against between \
    without someone anyone nobody something anything please help know yes my don't can't it's doesn't isn't \
    won't i'm didn't wasn't haven't they're was were been";

/// Words of Spanish that its neighbours (Portuguese, Catalan, Galician, Italian, French) do not
/// write: enough of them, and a text that claims to be in another language is Spanish.
pub const ONLY_SPANISH: &str = "los las y una más usted ustedes está están sus también después \
    cuando pero muy hay quien donde puede pueden tiene tienen hace nadie alguien según hasta desde \
    así aquí solo otros otras";

/// Words of French that English, Spanish and Portuguese do not write.
pub const ONLY_FRENCH: &str = "vous nous ils elles une des du aux est sont être avoir avez \
    avons ont était et pas pour dans avec sans chez qui quoi où quand pourquoi ce cette ces votre \
    vos notre leur leurs aussi très toujours jamais quelqu'un peut peuvent pouvez devez faire \
    c'est n'est d'un d'une qu'il qu'elle qu'on s'il l'on j'ai n'a n'ont même autre autres après \
    avant ici là toute tous toutes";

/// Words of Portuguese that English, Spanish and French do not write.
pub const ONLY_PORTUGUESE: &str = "você vocês não com uma em das ao aos à às pelo pela pelos \
    pelas numa são estão também isto isso aquilo seu seus sua suas um é sem tem têm foi foram ele \
    ela eles elas muito já até quem onde quando nosso nossa alguém ninguém pode podem fazer depois \
    aqui outra outros";

/// Letters of French that its neighbours do not write.
pub const FRENCH_LETTERS: [char; 5] = ['è', 'î', 'û', 'œ', 'ë'];

/// Letters of Portuguese that its neighbours do not write.
pub const PORTUGUESE_LETTERS: [char; 2] = ['ã', 'õ'];

/// How much a word that is none of the small ones speaks for a language: `(English, Spanish)`.
pub fn shape(word: &str) -> (f32, f32) {
    if word.chars().nth(2).is_none() {
        return (0.0, 0.0);
    }
    let mut english: f32 = 0.0;
    let mut spanish: f32 = 0.0;
    if !word.is_ascii() && word.contains(['ñ', 'á', 'é', 'í', 'ó', 'ú', 'ü']) {
        spanish += 0.8;
    }
    if holds_english_letters(word.as_bytes()) {
        english += 0.5;
    }
    match word.as_bytes() {
        word if has_english_ending(word) => english += 0.5,
        word if has_spanish_ending(word) => spanish += 0.5,
        [.., b'a' | b'o'] => spanish += 0.3,
        [.., last] if b"tmpbcfghkvwx".contains(last) => english += 0.4,
        _ => {}
    }
    (english.min(0.8), spanish.min(0.8))
}

/// Letters that Spanish words do not have, `k` and `w`, or do not put together.
fn holds_english_letters(word: &[u8]) -> bool {
    let mut before = 0;
    word.iter().any(|letter| {
        let before = std::mem::replace(&mut before, *letter);
        match letter {
            b'k' | b'w' => true,
            b'h' => matches!(before, b't' | b's' | b'p' | b'g'),
            b'o' | b's' | b't' | b'f' | b'm' | b'p' => before == *letter,
            _ => false,
        }
    })
}

/// *-ing, -ed, -nd, -rd, -ld, -ly, -ry, -ity, -tion, -sion, -ness, -ment, -ful, -ous, -ive*, and
/// the plurals *-ts, -ps, -ns, -rs, -ys*.
fn has_english_ending(word: &[u8]) -> bool {
    matches!(
        word,
        [.., b'e' | b'n' | b'r' | b'l', b'd']
            | [.., b't' | b'p' | b'n' | b'r' | b'y', b's']
            | [.., b'l' | b'r', b'y']
            | [.., b'i', b'n', b'g']
            | [.., b'i', b't', b'y']
            | [.., b'f', b'u', b'l']
            | [.., b'o', b'u', b's']
            | [.., b'i', b'v', b'e']
            | [.., b't' | b's', b'i', b'o', b'n']
            | [.., b'n', b'e', b's', b's']
            | [.., b'm', b'e', b'n', b't']
    )
}

/// *-ado, -ada, -ido, -ida, -ando, -endo, -dad, -dades, -ciones, -siones, -mente, -arse, -erse,
/// -irse, -ar, -aje*, and the plurals *-as, -os*.
fn has_spanish_ending(word: &[u8]) -> bool {
    matches!(
        word,
        [.., b'a' | b'o', b's']
            | [.., b'a', b'r']
            | [.., b'a' | b'i', b'd', b'a' | b'o']
            | [.., b'd', b'a', b'd']
            | [.., b'a', b'j', b'e']
            | [.., b'a' | b'e', b'n', b'd', b'o']
            | [.., b'a' | b'e' | b'i', b'r', b's', b'e']
            | [.., b'd', b'a', b'd', b'e', b's']
            | [.., b'm', b'e', b'n', b't', b'e']
            | [.., b'c' | b's', b'i', b'o', b'n', b'e', b's']
    )
}
