//! What one rendered page holds that matters to the safety of whoever reads it.

use std::collections::BTreeMap;

use super::decoded;
use super::tokens::{Tag, Token, tokens};

/// A link that a reader can follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Where it leads.
    pub href: String,
    /// Its `rel`.
    pub rel: String,
    /// Its `referrerpolicy`.
    pub referrer: String,
    /// The name of the file that it saves, if it saves one.
    pub download: Option<String>,
}

/// Something that a browser asks for by itself: the candidates of which it takes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Their addresses.
    pub candidates: Vec<String>,
}

/// What a page holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What the tab shows.
    pub title: String,
    /// The contents of `meta` elements, by name or property.
    pub metas: BTreeMap<String, String>,
    /// The Content-Security-Policies of `meta` elements.
    pub policies: Vec<String>,
    /// Whether something was asked for before the first of them.
    pub is_policy_late: bool,
    /// The links, in their order.
    pub anchors: Vec<Anchor>,
    /// The titles of feeds and other alternates.
    pub alternate_titles: Vec<String>,
    /// What a browser asks for.
    pub resources: Vec<Resource>,
    /// Scripts, style sheets and attributes that stand in the page itself.
    pub inline: usize,
    /// Forms.
    pub forms: usize,
    /// Elements that change what addresses mean, or show another page inside.
    pub frames: usize,
    /// Links that tell the browser to connect somewhere in advance.
    pub hints: usize,
}

impl Page {
    /// Reads a page.
    pub fn read(html: &str) -> Self {
        let mut page = Self::default();
        let mut is_title = false;
        // Pictures take one of the candidates of all their sources.
        let mut picture: Option<Resource> = None;
        for token in tokens(html) {
            match token {
                Token::Start(tag) if tag.name == "picture" => {
                    picture = Some(Resource {
                        candidates: Vec::new(),
                    });
                }
                Token::Start(tag) => {
                    // Drawings have titles too, but those are not the page's.
                    is_title = tag.name == "title" && page.title.is_empty();
                    page.inline(&tag);
                    page.start(&tag, picture.as_mut());
                }
                Token::Text(text) if is_title => page.title = decoded(text),
                Token::Text(_) => {}
                Token::End(name) => {
                    is_title = false;
                    if name == "picture" {
                        page.resources.extend(picture.take());
                    }
                }
            }
        }
        page
    }

    fn start(&mut self, tag: &Tag, picture: Option<&mut Resource>) {
        match tag.name.as_str() {
            "meta" => self.meta(tag),
            "a" | "area" => self.anchor(tag),
            "link" => self.link(tag),
            "form" => self.forms += 1,
            "base" => self.frames += 1,
            "iframe" | "object" | "embed" | "frame" | "portal" => {
                self.frames += 1;
                self.resource(tag, &["src", "data"]);
            }
            "img" | "source" => match (picture, candidates(tag)) {
                (_, found) if found.is_empty() => {}
                (Some(picture), found) => picture.candidates.extend(found),
                (None, found) => self.ask(found),
            },
            "script" | "audio" | "track" => self.resource(tag, &["src"]),
            "video" => self.resource(tag, &["src", "poster"]),
            "image" | "use" | "feimage" => self.resource(tag, &["href", "xlink:href"]),
            "input" => self.resource(tag, &["src"]),
            "body" | "table" | "td" => self.resource(tag, &["background"]),
            _ => {}
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let content = tag.get("content").unwrap_or_default();
        let is_policy = tag
            .get("http-equiv")
            .is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"));
        if is_policy {
            self.is_policy_late |= !self.resources.is_empty();
            self.policies.push(content.to_owned());
        }
        if let Some(name) = tag.get("name").or_else(|| tag.get("property")) {
            self.metas
                .insert(name.to_ascii_lowercase(), content.to_owned());
        }
    }

    fn anchor(&mut self, tag: &Tag) {
        let text = |name| tag.get(name).unwrap_or_default().to_owned();
        if let Some(href) = tag.get("href") {
            self.anchors.push(Anchor {
                href: href.to_owned(),
                rel: text("rel"),
                referrer: text("referrerpolicy"),
                download: tag.get("download").map(str::to_owned),
            });
        }
        if tag.get("ping").is_some() {
            self.hints += 1;
        }
    }

    fn link(&mut self, tag: &Tag) {
        let is = |word| tag.has_word("rel", word);
        if is("stylesheet") || is("icon") || is("manifest") || is("apple-touch-icon") {
            self.resource(tag, &["href"]);
        }
        if [
            "preconnect",
            "dns-prefetch",
            "prefetch",
            "preload",
            "modulepreload",
            "prerender",
        ]
        .into_iter()
        .any(is)
        {
            self.hints += 1;
            self.resource(tag, &["href"]);
        }
        if let Some(title) = tag.get("title") {
            self.alternate_titles.push(title.to_owned());
        }
    }

    fn inline(&mut self, tag: &Tag) {
        let is_code = match tag.name.as_str() {
            "style" => true,
            "script" => tag.get("src").is_none() && tag.get("type") != Some(LINKED_DATA),
            _ => false,
        };
        self.inline += usize::from(is_code);
        self.inline += tag
            .attributes
            .iter()
            .filter(|(name, value)| {
                name == "style" || name.starts_with("on") || is_script_address(name, value)
            })
            .count();
    }

    fn resource(&mut self, tag: &Tag, names: &[&str]) {
        for name in names {
            if let Some(address) = tag.get(name).filter(|address| !address.is_empty()) {
                self.ask(vec![address.to_owned()]);
            }
        }
    }

    fn ask(&mut self, candidates: Vec<String>) {
        self.resources.push(Resource { candidates });
    }
}

/// What an image can be taken from.
fn candidates(tag: &Tag) -> Vec<String> {
    let set = tag.get("srcset").unwrap_or_default();
    let from_set = set
        .split(',')
        .filter_map(|candidate| candidate.split_ascii_whitespace().next());
    tag.get("src")
        .into_iter()
        .filter(|address| !address.is_empty())
        .chain(from_set)
        .map(str::to_owned)
        .collect()
}

/// The type of a `script` element that holds data, which no browser runs.
const LINKED_DATA: &str = "application/ld+json";

fn is_script_address(name: &str, value: &str) -> bool {
    let begins = value.trim_start().get(.."javascript:".len());
    matches!(
        name,
        "href" | "src" | "action" | "formaction" | "xlink:href"
    ) && begins.is_some_and(|begins| begins.eq_ignore_ascii_case("javascript:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_asks_for() {
        let check = |html: &str, expected: &[&[&str]]| {
            let page = Page::read(html);
            let found: Vec<Vec<&str>> = page
                .resources
                .iter()
                .map(|resource| resource.candidates.iter().map(String::as_str).collect())
                .collect();
            assert_eq!(found, expected, "{html}");
        };
        check("<a href=x.html>x</a><link rel=canonical href=y>", &[]);
        check("<link rel='shortcut icon' href=i.svg>", &[&["i.svg"]]);
        check("<img src=a srcset='a 1x, b 2x'>", &[&["a", "a", "b"]]);
        check(
            "<picture><source srcset='c 640w'><img src=d></picture><img src=e>",
            &[&["c", "d"], &["e"]],
        );
        check("<video poster=p src=v></video>", &[&["v"], &["p"]]);
    }

    #[test]
    fn what_stands_in_the_page_itself() {
        let check = |html: &str, expected: usize| assert_eq!(Page::read(html).inline, expected);
        check("<p class=a>on</p><script src=x></script>", 0);
        check("<p style='a:b' onclick=x>a</p>", 2);
        check("<style>a{}</style><script>1</script>", 2);
        check("<a href=' JavaScript:x'>a</a>", 1);
    }

    #[test]
    fn the_title_is_that_of_the_head() {
        let page =
            Page::read("<title>Caf&eacute; &amp; t\u{e9}</title><svg><title>no</title></svg>");
        assert_eq!(page.title, "Caf&eacute; & té");
    }
}
