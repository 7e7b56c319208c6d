//! Syllables, counted as they are spoken.
//!
//! Spanish follows a phonetic rule and is exact but for foreign words. English has no such rule; the
//! heuristic counts groups of vowels and knows the endings that are not heard.

/// How many syllables a Spanish word has.
///
/// Groups of vowels are one syllable, except where two strong vowels meet (*le-er*) or an accent
/// falls on a weak one beside a strong one (*pa-ís*). The `u` of *que*, *gui* is not heard, an `h`
/// between vowels does not part them, and a final `y` is a vowel. (RAE, *Ortografía* 2010, II 3.)
pub fn spanish(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().filter(|c| *c != 'h').collect();
    let mut count = 0;
    let mut before: Option<Vowel> = None;
    for (at, letter) in letters.iter().enumerate() {
        let vowel = vowel(&letters, at, *letter);
        if let Some(vowel) = vowel {
            let joins = before.is_some_and(|before| before.joins(vowel));
            count += usize::from(!joins);
        }
        before = vowel;
    }
    count.max(1)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Vowel {
    Strong,
    Weak,
    WeakWithAccent,
}

impl Vowel {
    /// Whether two neighbours are spoken in one breath.
    fn joins(self, next: Self) -> bool {
        !matches!(
            (self, next),
            (Self::Strong, Self::Strong | Self::WeakWithAccent)
                | (Self::WeakWithAccent, Self::Strong)
        )
    }
}

fn vowel(letters: &[char], at: usize, letter: char) -> Option<Vowel> {
    let before = at.checked_sub(1).map(|at| letters[at]);
    let after = letters.get(at + 1).copied();
    let is_front = |c: Option<char>| matches!(c, Some('e' | 'i' | 'é' | 'í'));
    match letter {
        'u' if before == Some('q') || (before == Some('g') && is_front(after)) => None,
        'a' | 'e' | 'o' | 'á' | 'é' | 'ó' => Some(Vowel::Strong),
        'í' | 'ú' => Some(Vowel::WeakWithAccent),
        'i' | 'u' | 'ü' => Some(Vowel::Weak),
        // At the end of a word, and of no syllable that a vowel follows.
        'y' if after.is_none() => Some(Vowel::Weak),
        _ => None,
    }
}

/// How many syllables an English word has, near enough for a formula.
pub fn english(word: &str) -> usize {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: char| "aeiouyáéíóú".contains(c);
    let mut count: usize = 0;
    let mut was_vowel = false;
    for (at, letter) in letters.iter().enumerate() {
        // Before a vowel, `y` is a consonant: yes, em-ploy-er.
        let is_consonant =
            *letter == 'y' && letters.get(at + 1).is_some_and(|next| is_vowel(*next));
        let vowel = is_vowel(*letter) && !is_consonant;
        // Two vowels that are heard apart: cre-ate, med-ia, sci-ence, fl-uid.
        let apart =
            was_vowel && heard_apart(letters[at - 1], *letter, letters.get(at + 1).copied());
        count += usize::from(vowel && (!was_vowel || apart));
        was_vowel = vowel;
    }
    count.saturating_sub(silent_ending(&word, &letters)).max(1)
}

fn heard_apart(first: char, second: char, next: Option<char>) -> bool {
    match (first, second) {
        ('i', 'a') => next != Some('g') && next != Some('l'),
        ('i', 'o') => next != Some('n') && next != Some('u'),
        ('e', 'a') => next.is_none(),
        ('e', 'o') => next != Some('p') && next != Some('u'),
        ('u', 'a') | ('u', 'o') | ('i', 'e') => {
            next == Some('l') || (first == 'i' && next == Some('n') && second == 'e')
        }
        _ => false,
    }
}

/// An ending that is written and not heard: *made*, *called*, *comes*.
fn silent_ending(word: &str, letters: &[char]) -> usize {
    let is_vowel = |c: char| "aeiouy".contains(c);
    let n = letters.len();
    if n < 3 {
        return 0;
    }
    let before = letters[n.saturating_sub(3)];
    if word.ends_with("le") && !is_vowel(before) {
        return 0;
    }
    if word.ends_with("ed") && !matches!(before, 't' | 'd') && !is_vowel(before) {
        return 1;
    }
    if word.ends_with("es")
        && !matches!(before, 's' | 'x' | 'z' | 'c' | 'g' | 'h')
        && !is_vowel(before)
    {
        return 1;
    }
    if word.ends_with('e') && !is_vowel(letters[n - 2]) {
        return 1;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spanish_words() {
        let words = [
            ("amor", 2),
            ("día", 2),
            ("país", 2),
            ("teléfono", 4),
            ("leer", 2),
            ("que", 1),
            ("guía", 2),
            ("vergüenza", 3),
            ("ayuda", 3),
            ("ley", 1),
            ("ahora", 3),
            ("prohibir", 2),
            ("trata", 2),
            ("ciudad", 2),
            ("migración", 3),
            ("aéreo", 4),
            ("construir", 2),
            ("aquí", 2),
            ("muy", 1),
            ("derechos", 3),
            ("oír", 2),
            ("autoridad", 4),
            ("y", 1),
            ("video", 3),
            ("héroe", 3),
        ];
        for (word, expected) in words {
            assert_eq!(spanish(word), expected, "{word}");
        }
    }

    #[test]
    fn english_words() {
        let words = [
            ("help", 1),
            ("people", 2),
            ("called", 1),
            ("wanted", 2),
            ("table", 2),
            ("made", 1),
            ("survivor", 3),
            ("available", 4),
            ("area", 3),
            ("information", 4),
            ("employer", 3),
            ("the", 1),
            ("media", 3),
            ("science", 2),
            ("police", 2),
            ("number", 2),
            ("services", 3),
            ("comes", 1),
        ];
        for (word, expected) in words {
            assert_eq!(english(word), expected, "{word}");
        }
    }
}
