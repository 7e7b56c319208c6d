//! What stands in a line of text → HTML.

use super::{External, Picture, Renderer, Target};
use crate::model::document::{Argument, Kind, Node};

/// How wide a picture of a text is shown: the window, up to a wide column of text.
const SIZES: &str = "(min-width: 48rem) 44rem, 100vw";

/// The same where a browser waits until it knows the layout, which it then asks first (HTML,
/// “sizes”: `auto`).
const SIZES_OF_LAYOUT: &str = "auto, (min-width: 48rem) 44rem, 100vw";

impl<'a> Renderer<'a, '_> {
    pub(super) fn text(&mut self, text: &str) {
        self.push_text(text);
    }

    pub(super) fn code(&mut self, text: &str) {
        self.push("<code>");
        self.push_text(text);
        self.push("</code>");
    }

    pub(super) fn inline(&mut self, tag: &str, node: &'a Node) {
        self.push("<");
        self.push(tag);
        self.push(">");
        self.children(node);
        self.push("</");
        self.push(tag);
        self.push(">");
    }

    pub(super) fn element(
        &mut self,
        node: &'a Node,
        name: &str,
        attributes: &[(&'static str, String)],
    ) {
        self.begin_text();
        self.push("<");
        self.push(name);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.push(">");
        self.children(node);
        self.push("</");
        self.push(name);
        self.push(">");
    }

    /// A link in a link, which HTML does not allow, is its text.
    pub(super) fn link(&mut self, node: &'a Node, destination: &str, title: &str) {
        let target = self.surroundings.link(node, destination);
        if self.links > 0 {
            return self.children(node);
        }
        let Target::Href { url, external } = target else {
            self.push("<span class=\"broken-link\">");
            self.children(node);
            return self.push("</span>");
        };
        self.push("<a");
        self.attribute("href", &url);
        if !title.is_empty() {
            self.attribute("title", title);
        }
        if external == External::Yes {
            self.push(" rel=\"noopener noreferrer\"");
        }
        self.push(">");
        self.links += 1;
        self.children(node);
        self.links -= 1;
        self.push("</a>");
    }

    pub(super) fn image(&mut self, node: &'a Node, destination: &str, title: &str) {
        match self.picture(node, destination) {
            Ok(picture) => self.img(&picture, title),
            Err(alt) => self.broken_image(&alt),
        }
    }

    /// The picture of a node, or the text that stands for it where there is none.
    pub(super) fn picture(&mut self, node: &'a Node, destination: &str) -> Result<Picture, String> {
        let mut alt = String::new();
        self.append_alternative(node, &mut alt);
        let picture = self.surroundings.image(node, destination, alt.trim());
        picture.ok_or(alt)
    }

    pub(super) fn broken_image(&mut self, alt: &str) {
        self.push("<span class=\"broken-image\">");
        self.push_text(alt);
        self.push("</span>");
    }

    /// The first image of a text is there at once: it is most often what a reader sees first. Every
    /// other one waits until a reader comes near it: who has little data pays for what they look at.
    pub(super) fn img(&mut self, picture: &Picture, title: &str) {
        let is_first = !std::mem::replace(&mut self.has_image, true);
        self.push("<img");
        self.attribute("src", &picture.url);
        if !picture.srcset.is_empty() {
            self.attribute("srcset", &picture.srcset);
            self.attribute("sizes", if is_first { SIZES } else { SIZES_OF_LAYOUT });
        }
        self.attribute("alt", &picture.alt);
        if !title.is_empty() {
            self.attribute("title", title);
        }
        if let Some(width) = picture.width {
            self.attribute("width", &width.to_string());
        }
        if let Some(height) = picture.height {
            self.attribute("height", &height.to_string());
        }
        if !is_first {
            self.attribute("loading", "lazy");
        }
        self.push(" decoding=\"async\">");
    }

    /// The text that stands for an image, messages included.
    fn append_alternative(&mut self, node: &'a Node, text: &mut String) {
        for child in self.reading.children(node) {
            match &child.kind {
                Kind::Text(own) | Kind::Code(own) => text.push_str(own),
                Kind::SoftBreak | Kind::HardBreak => text.push(' '),
                Kind::Message { id, arguments } => {
                    text.push_str(&self.surroundings.message(child, id, arguments));
                }
                _ => self.append_alternative(child, text),
            }
        }
    }

    pub(super) fn message(&mut self, node: &'a Node, id: &str, arguments: &[Argument]) {
        let text = self.surroundings.message(node, id, arguments);
        self.push_text(&text);
    }
}
