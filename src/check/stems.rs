//! Stems: what stays of a word in all its forms of number and gender, so that a term is found in each
//! of them: *víctima* and *víctimas*, *explotada* and *explotados*, *agency* and *agencies*.
//!
//! It is rough on purpose: two words of one sentence that only look alike do no harm here, since a
//! term is looked for as a whole.

/// Shorter stems would make different words one.
const SHORTEST: usize = 3;

/// The stem of a word in a language, in small letters and without accents.
pub fn stem(word: &str, language: &str) -> String {
    let folded: String = word
        .chars()
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect();
    let stem = match language {
        "en" => english(&folded),
        "es" => spanish(&folded),
        _ => None,
    };
    stem.filter(|stem| stem.chars().count() >= SHORTEST)
        .unwrap_or(folded)
}

/// A letter without the accent that marks the stress, which a plural may lose: *acción*, *acciones*.
fn plain(c: char) -> char {
    match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        c => c,
    }
}

fn english(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    let hissing = ["ses", "xes", "ches", "shes", "zes"];
    if hissing.iter().any(|end| word.ends_with(end)) {
        return word.strip_suffix("es").map(str::to_owned);
    }
    let stem = word.strip_suffix('s')?;
    (!stem.ends_with(['s', 'u', 'i'])).then(|| stem.to_owned())
}

fn spanish(word: &str) -> Option<String> {
    // The plural of *voz* is *voces*.
    if let Some(stem) = word.strip_suffix("ces") {
        return Some(format!("{stem}z"));
    }
    let singular = word.strip_suffix('s').unwrap_or(word);
    let stem = singular.strip_suffix(['a', 'o', 'e']);
    stem.or((singular != word).then_some(singular))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        let check = |language: &str, words: &[&str]| {
            let first = stem(words[0], language);
            for word in words {
                assert_eq!(stem(word, language), first, "{words:?}");
            }
        };
        check("es", &["víctima", "víctimas", "Víctimas"]);
        check(
            "es",
            &["explotado", "explotada", "explotados", "explotadas"],
        );
        check("es", &["acción", "acciones"]);
        check("es", &["voz", "voces"]);
        check("es", &["sobreviviente", "sobrevivientes"]);
        check("es", &["línea", "líneas"]);
        check("es", &["autoridad", "autoridades"]);
        check("en", &["agency", "agencies"]);
        check("en", &["visa", "visas"]);
        check("en", &["church", "churches"]);
        assert_ne!(stem("trata", "es"), stem("tráfico", "es"));
        assert_ne!(stem("status", "en"), stem("statu", "en"));
    }
}
