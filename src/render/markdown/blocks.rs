//! Blocks → HTML.

use super::Renderer;
use crate::model::document::{Alert, Alignment, Kind, Node};

impl<'a> Renderer<'a, '_> {
    pub(super) fn paragraph(&mut self, node: &'a Node) {
        if let Some(image) = self.only_image(node) {
            return self.standing_image(image);
        }
        self.push_block("<p>");
        self.begin_text();
        self.children(node);
        self.push("</p>\n");
    }

    /// The image of a paragraph that holds nothing else.
    fn only_image(&self, node: &'a Node) -> Option<&'a Node> {
        let mut children = self.reading.children(node);
        let (Some(only), None) = (children.next(), children.next()) else {
            return None;
        };
        matches!(&only.kind, Kind::Image { .. }).then_some(only)
    }

    /// An image on its own: a figure when there is something to say under it, its title or credit.
    fn standing_image(&mut self, image: &'a Node) {
        let Kind::Image { destination, title } = &image.kind else {
            return;
        };
        let picture = self.picture(image, destination);
        let credit = picture
            .as_ref()
            .ok()
            .and_then(|picture| picture.credit.clone());
        let is_figure = !title.is_empty() || credit.is_some();
        self.push_block(if is_figure { "<figure>" } else { "<p>" });
        self.begin_text();
        match &picture {
            Ok(picture) => self.img(picture, ""),
            Err(alt) => self.broken_image(alt),
        }
        if !is_figure {
            return self.push("</p>\n");
        }
        self.push("<figcaption>");
        self.push_text(title);
        if let Some(credit) = credit {
            if !title.is_empty() {
                self.push(" ");
            }
            self.push("<small class=\"credit\">");
            self.push_text(&credit);
            self.push("</small>");
        }
        self.push("</figcaption></figure>\n");
    }

    pub(super) fn heading(&mut self, node: &'a Node, level: u8, id: Option<&str>) {
        let text = self.reading.text(node);
        let id = self.ids.claim(id, &text);
        let tag = ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1];
        self.push_block("<");
        self.push(tag);
        self.attribute("id", &id);
        self.push(">");
        self.begin_text();
        self.children(node);
        self.close(tag);
    }

    /// An element around blocks.
    pub(super) fn block(&mut self, tag: &str, node: &'a Node) {
        self.open(tag);
        self.push("\n");
        self.children(node);
        self.end_line();
        self.close(tag);
    }

    /// An element around a line of text, or blocks.
    pub(super) fn line_block(&mut self, tag: &str, node: &'a Node) {
        self.open(tag);
        self.children(node);
        self.close(tag);
    }

    fn open(&mut self, tag: &str) {
        self.push_block("<");
        self.push(tag);
        self.push(">");
    }

    fn close(&mut self, tag: &str) {
        self.push("</");
        self.push(tag);
        self.push(">\n");
    }

    pub(super) fn alert(&mut self, node: &'a Node, alert: Alert) {
        let id = match alert {
            Alert::Note => "alert-note",
            Alert::Tip => "alert-tip",
            Alert::Important => "alert-important",
            Alert::Warning => "alert-warning",
            Alert::Caution => "alert-caution",
        };
        let label = self.surroundings.label(id);
        self.push_block("<div class=\"alert ");
        self.push(id);
        self.push("\" role=\"note\">\n<p class=\"alert-title\">");
        self.push_text(&label);
        self.push("</p>\n");
        self.children(node);
        self.end_line();
        self.push("</div>\n");
    }

    /// Wide code scrolls, and who has no mouse scrolls it by keyboard: hence `tabindex`.
    pub(super) fn code_block(&mut self, language: Option<&str>, text: &str) {
        self.begin_text();
        self.push_block("<pre tabindex=\"0\"><code");
        if let Some(language) = language {
            self.attribute("class", &format!("language-{language}"));
        }
        self.push(">");
        self.push_text(text);
        self.push("</code></pre>\n");
    }

    pub(super) fn list(&mut self, node: &'a Node, start: Option<u64>) {
        let tag = if start.is_some() { "ol" } else { "ul" };
        self.push_block("<");
        self.push(tag);
        if let Some(start) = start.filter(|start| *start != 1) {
            self.attribute("start", &start.to_string());
        }
        self.push(">\n");
        self.children(node);
        self.close(tag);
    }

    pub(super) fn item(&mut self, node: &'a Node, task: Option<bool>) {
        self.push_block(match task {
            None => "<li>",
            Some(true) => "<li class=\"task task-done\">",
            Some(false) => "<li class=\"task task-open\">",
        });
        let outer = std::mem::replace(&mut self.task, task);
        let first = self.reading.children(node).next();
        if first.is_none_or(|first| first.kind != Kind::Paragraph) {
            self.begin_text();
        }
        self.children(node);
        self.task = outer;
        self.push("</li>\n");
    }

    /// Writes the tick of a task before the first text of its item: a sign for those who see, a
    /// word for those who hear. A form control would say that it can be ticked.
    pub(super) fn begin_text(&mut self) {
        let (sign, id) = match self.task.take() {
            None => return,
            Some(true) => ("☑", "task-done"),
            Some(false) => ("☐", "task-open"),
        };
        let label = self.surroundings.label(id);
        self.push("<span class=\"task-sign\" aria-hidden=\"true\">");
        self.push(sign);
        self.push("</span> <span class=\"visually-hidden\">");
        self.push_text(&label);
        self.push("</span> ");
    }

    /// A wide table scrolls in a box of its own, by keyboard too.
    pub(super) fn table(&mut self, node: &'a Node, alignments: &[Alignment]) {
        self.push_block("<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n");
        let mut is_open = false;
        for row in self.reading.children(node) {
            if row.kind == Kind::TableHead {
                self.push("<thead>\n");
                self.row(row, alignments);
                self.push("</thead>\n");
                continue;
            }
            if !is_open {
                self.push("<tbody>\n");
                is_open = true;
            }
            self.row(row, alignments);
        }
        if is_open {
            self.push("</tbody>\n");
        }
        self.push("</table>\n</div>\n");
    }

    fn row(&mut self, row: &'a Node, alignments: &[Alignment]) {
        let is_head = row.kind == Kind::TableHead;
        self.push("<tr>");
        for (column, cell) in self.reading.children(row).enumerate() {
            // A heading of nothing would be announced with every cell below it.
            let heads = is_head && self.reading.children(cell).next().is_some();
            let tag = if heads { "th" } else { "td" };
            self.push("<");
            self.push(tag);
            if heads {
                self.push(" scope=\"col\"");
            }
            self.push(match alignments.get(column) {
                Some(Alignment::Start) => " class=\"align-start\"",
                Some(Alignment::Center) => " class=\"align-center\"",
                Some(Alignment::End) => " class=\"align-end\"",
                Some(Alignment::None) | None => "",
            });
            self.push(">");
            self.children(cell);
            self.push("</");
            self.push(tag);
            self.push(">");
        }
        self.push("</tr>\n");
    }
}
