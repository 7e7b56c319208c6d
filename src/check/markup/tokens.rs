//! The tokens of HTML: tags and what stands between them.

use super::decoded;

/// A start tag with its attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The name, in small letters.
    pub name: String,
    /// The attributes in their order, names in small letters, values without references.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute; empty when it has none.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether an attribute made of words, such as `rel`, has this one.
    pub fn has_word(&self, name: &str, word: &str) -> bool {
        self.get(name).is_some_and(|value| {
            value
                .split_ascii_whitespace()
                .any(|found| found.eq_ignore_ascii_case(word))
        })
    }
}

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// A start tag.
    Start(Tag),
    /// An end tag.
    End(String),
    /// Text as it stands, references not resolved.
    Text(&'a str),
}

/// Elements whose content is text up to their end tag (HTML §13.2.5, raw text and RCDATA).
const RAW: [&str; 6] = ["script", "style", "title", "textarea", "iframe", "noframes"];

/// The tokens of `html`; comments and the document type are left out.
pub fn tokens(html: &str) -> Tokens<'_> {
    Tokens {
        rest: html,
        raw: None,
    }
}

/// The tokens of a text.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    rest: &'a str,
    /// The element whose raw content comes next.
    raw: Option<String>,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(name) = self.raw.take() {
            let end = end_of_raw(self.rest, &name);
            if end > 0 {
                return Some(self.text(end));
            }
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(after) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                return Some(self.text(end));
            };
            if let Some(comment) = after.strip_prefix("!--") {
                self.rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            } else if after.starts_with(['!', '?']) {
                self.rest = after.split_once('>').map_or("", |(_, rest)| rest);
            } else if let Some(end) = after.strip_prefix('/') {
                let (name, rest) = end.split_once('>').unwrap_or((end, ""));
                self.rest = rest;
                return Some(Token::End(name.trim().to_ascii_lowercase()));
            } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return Some(Token::Start(self.tag(after)));
            } else {
                // A lone `<` is text, with what follows it.
                let end = after.find('<').map_or(self.rest.len(), |at| at + 1);
                return Some(self.text(end));
            }
        }
    }
}

impl<'a> Tokens<'a> {
    fn text(&mut self, end: usize) -> Token<'a> {
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        Token::Text(text)
    }

    fn tag(&mut self, after: &'a str) -> Tag {
        let end = after
            .find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>')
            .unwrap_or(after.len());
        let name = after[..end].to_ascii_lowercase();
        let mut attributes = Vec::new();
        self.rest = &after[end..];
        while let Some(attribute) = self.attribute() {
            attributes.push(attribute);
        }
        if RAW.contains(&name.as_str()) {
            self.raw = Some(name.clone());
        }
        Tag { name, attributes }
    }

    /// The next attribute of a tag; none at its end, which is passed over.
    fn attribute(&mut self) -> Option<(String, String)> {
        let start = self
            .rest
            .trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(rest) = start.strip_prefix('>') {
            self.rest = rest;
            return None;
        }
        if start.is_empty() {
            self.rest = "";
            return None;
        }
        let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/');
        // A name may begin with `=`.
        let first = start.chars().next().map_or(0, char::len_utf8);
        let end = start[first..]
            .find(is_end)
            .map_or(start.len(), |at| at + first);
        let name = start[..end].to_ascii_lowercase();
        let after = start[end..].trim_start();
        let Some(value) = after.strip_prefix('=') else {
            self.rest = &start[end..];
            return Some((name, String::new()));
        };
        let value = value.trim_start();
        let (value, rest) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => {
                let is_end = |c: char| c.is_ascii_whitespace() || c == '>';
                value.split_at(value.find(is_end).unwrap_or(value.len()))
            }
        };
        self.rest = rest;
        Some((name, decoded(value)))
    }
}

/// Where the content of a raw element ends: before its end tag, or with the text.
fn end_of_raw(text: &str, name: &str) -> usize {
    let mut from = 0;
    while let Some(at) = text[from..].find("</") {
        let at = from + at;
        let found = text.get(at + 2..at + 2 + name.len());
        if found.is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return at;
        }
        from = at + 2;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(html: &str) -> String {
        tokens(html)
            .map(|token| match token {
                Token::Start(tag) => format!("<{} {:?}>", tag.name, tag.attributes),
                Token::End(name) => format!("</{name}>"),
                Token::Text(text) => format!("[{text}]"),
            })
            .collect()
    }

    #[test]
    fn tags_text_and_raw_elements() {
        let check = |html: &str, expected: &str| assert_eq!(written(html), expected, "{html}");
        check("<!doctype html><P>a<!-- <b> -->b</P>", "<p []>[a][b]</p>");
        check(
            "<a HREF='x y' rel=no download>t</a>",
            r#"<a [("href", "x y"), ("rel", "no"), ("download", "")]>[t]</a>"#,
        );
        check("<img src=\"a&amp;b\"/>", r#"<img [("src", "a&b")]>"#);
        check("<title>a <b></title>c", "<title []>[a <b>]</title>[c]");
        check(
            "<script>if (a</b) {}</SCRIPT>",
            "<script []>[if (a</b) {}]</script>",
        );
        check("1 < 2 <b", "[1 ][< 2 ]<b []>");
        check("<style>", "<style []>");
    }

    #[test]
    fn anything_ends() {
        let pieces = [
            "<", ">", "</", "a", "=", "\"", "'", " ", "<!--", "-->", "é", "<script", "&#x", ";",
        ];
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let html = format!("{first}{second}{third}{first}");
                    assert!(tokens(&html).count() <= html.len());
                }
            }
        }
    }
}
