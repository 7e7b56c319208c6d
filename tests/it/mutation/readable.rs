//! What an audience gets to read, told naively: the audit has its own way of knowing.

use super::specimen::Specimen;

/// Letters and digits in lower case, one space between words.
pub fn plain(text: &str) -> String {
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// A file without its tags, references resolved as far as ours go.
pub fn without_tags(text: &str) -> String {
    let mut out = String::new();
    for part in text.split('<') {
        out.push(' ');
        out.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    out.replace("&amp;", "&")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
}

/// Everything that an audience gets to read, to tell what is no secret from it. Naive on purpose:
/// the audit has its own way of knowing.
pub fn readable(specimen: &Specimen, audience: usize) -> String {
    let campaign = &specimen.compiled.campaign;
    let files = specimen
        .texts()
        .filter(|(route, _)| specimen.audience(route) == Some(audience));
    // What stands in attributes, too.
    let files = files.flat_map(|(_, text)| [plain(&without_tags(text)), plain(text)]);
    // What a message or a register says, a template may say to anybody.
    let messages = campaign.messages.resources.iter();
    let messages = messages.map(|resource| plain(&resource.text));
    let registers = [
        format!("{:?}", campaign.hotlines),
        format!("{:?}", campaign.claims),
    ];
    let registers = registers.iter().map(|text| plain(text));
    let all = files.chain(messages).chain(registers);
    all.map(|text| format!(" {text} ")).collect()
}
