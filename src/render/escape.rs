//! Text → HTML.

/// Writes `text` so that it reads as text between tags and in a quoted attribute alike.
pub fn push_escaped(out: &mut String, text: &str) {
    out.reserve(text.len());
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_tag_or_end_an_attribute_is_escaped() {
        let mut out = String::new();
        push_escaped(&mut out, "é <b a=\"x\"> & 'y'");
        assert_eq!(out, "é &lt;b a=&quot;x&quot;&gt; &amp; 'y'");
    }
}
