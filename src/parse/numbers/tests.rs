//! What is found in texts, and what is not.

use super::strand::Strand;
use super::*;
use crate::source::SourcePath;

fn register() -> Register {
    Register::of(
        &[
            ("nhth", "+18883737888"),
            ("nhth", "233733"),
            ("lnctp", "+528005533000"),
            ("emergency", "911"),
        ],
        &["12345678"],
        &["MX", "US"],
    )
}

fn found(text: &str, strand: Strand) -> Vec<String> {
    let finder = Finder {
        severity: Severity::Error,
        register: register(),
    };
    let path = SourcePath::new("content/en.md");
    let mut faults = finder.find(strand, &path, text, Remedy::Directive);
    crate::diagnostic::sort(&mut faults);
    faults
        .into_iter()
        .map(|fault| {
            let of = |name| {
                let argument = fault.arguments.iter().find(|(known, _)| *known == name);
                argument.map_or("", |(_, value)| value.as_str())
            };
            format!("{}={}", of("number"), of("name").trim_start_matches("none"))
        })
        .collect()
}

fn prose(text: &str) -> Vec<String> {
    let mut strand = Strand::default();
    strand.push(text, 0, strand::Setting::Prose);
    found(text, strand)
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(prose(text), expected, "{text}");
}

#[test]
fn a_line_of_the_register_is_recognised_however_it_is_written() {
    for number in [
        "888-373-7888",
        "1-888-373-7888",
        "(888) 373-7888",
        "+1 888 373 7888",
        "888.373.7888",
        "888/373/7888",
        "8883737888",
        "1‑888‑373‑7888",
        "８８８ ３７３ ７８８８",
        "٨٨٨٣٧٣٧٨٨٨",
        "8\u{200b}8\u{ad}8-373-7888",
        "1-888-3737-888",
        "8 8 8 3 7 3 7 8 8 8",
    ] {
        let text = format!("Call {number}, day and night.");
        check(&text, &[&format!("{number}=nhth")]);
    }
    for number in [
        "800 5533 000",
        "800 55 33 000",
        "01800-5533-000",
        "+52 800 553 3000",
    ] {
        check(&format!("al {number}."), &[&format!("{number}=lnctp")]);
    }
    check("Text HELP to 233733.", &["233733=nhth"]);
    check(
        "call 911 now; llame al 911",
        &["911=emergency", "911=emergency"],
    );
}

#[test]
fn a_short_number_is_one_where_words_say_so() {
    for text in [
        "Text HELP to 233734",
        "Text “help” to 741741.",
        "Send HOME to 741741",
        "Call 988.",
        "Call 988 right now",
        "Call (988)",
        "**Call:** 988",
        "Dial 988 if you can talk",
        "You can reach the police at 988",
        "Llame al 988, o cuelgue",
        "Emergencias: 988",
        "Tel. 988",
        "Tel.: 988",
        "Comuníquese al 988",
        "Llame gratis al 988",
        "Llame por favor al número 988",
        "Llame al 988 personas con y sin papeles",
        "Calling 988",
        "The emergency number is 988.",
        "El número de emergencia es el 988",
        "Envíe la palabra AYUDA al 50505",
        "Mande un mensaje de texto al 50505",
        "Text HELP to  or 741741",
    ] {
        assert_eq!(prose(text).len(), 1, "{text}: {:?}", prose(text));
        assert!(prose(text)[0].ends_with('='), "{text}");
    }
    for text in [
        "call 3 friends",
        "call 300 friends",
        "text 200 people",
        "llame a 2 personas",
        "llame a 300 personas",
        "Call 500 different numbers",
        "Text 250 local families",
        "She did not call. 300 came.",
        "In an emergency 2024 was the worst year",
        "call in 2024",
        "llame a 1.000 personas, a 100.000 personas",
        "Write to 300 Main Street",
        "Send help to 300 families",
        "section 1101, call § 214",
        "Your code is 123456",
        "Phone 128 GB, text 160 characters, ring 200%",
        "The hotline had 800 calls",
        "from 10 to 300",
        "Envíe 500 pesos",
        "call $500",
        "Of those who call, 911 are women",
    ] {
        check(text, &[]);
    }
    for text in [
        "Emergencias: 911",
        "Tel. 911",
        "Comuníquese al 911",
        "Llame gratis al 911",
        "Calling 911",
        "Call (911)",
        "911",
        "9-1-1!",
        "(911)",
        "or 911",
    ] {
        assert_eq!(prose(text).len(), 1, "{text}");
        assert!(prose(text)[0].ends_with("=emergency"), "{text}");
    }
}

#[test]
fn a_number_nobody_knows_is_found_too() {
    check("888-373-7889", &["888-373-7889="]);
    check("88-373-7888", &["88-373-7888="]);
    check("888 / 373 / 7889", &["888 / 373 / 7889="]);
    check(
        "888:373:7889 888_373_7888",
        &["888:373:7889=", "888_373_7888=nhth"],
    );
    check("⁸⁸⁸ ³⁷³ ⁷⁸⁸⁸, 15 m² in 2021³", &["⁸⁸⁸ ³⁷³ ⁷⁸⁸⁸=nhth"]);
    check("555 0143 1", &["555 0143 1="]);
    check(
        "800 5533 001 o 888 373 7888",
        &["800 5533 001=", "888 373 7888=nhth"],
    );
}

#[test]
fn letters_are_digits_too() {
    check("1-888-KEY-2-FREE", &["1-888-KEY-2-FREE="]);
    check("1 800 FLOWERS", &["1 800 FLOWERS="]);
    check(
        "eight eight eight, three seven three, seven eight eight eight",
        &["eight eight eight, three seven three, seven eight eight eight=nhth"],
    );
    check(
        "ocho ocho ocho tres siete tres siete ocho ocho ocho",
        &["ocho ocho ocho tres siete tres siete ocho ocho ocho=nhth"],
    );
    check(
        "triple eight 373 seven triple eight",
        &["triple eight 373 seven triple eight=nhth"],
    );
    check("Call nine one one.", &["nine one one=emergency"]);
    check(
        "Llame al nueve once, o al nueve uno uno",
        &["nueve once=emergency", "nueve uno uno=emergency"],
    );
    check(
        "Marque el novecientos once",
        &["novecientos once=emergency"],
    );
    check(
        "Marque ocho ochenta y ocho, tres setenta y tres, setenta y ocho ochenta y nueve.",
        &["ocho ochenta y ocho, tres setenta y tres, setenta y ocho ochenta y nueve="],
    );
    check(
        "eight eighty-eight three seven three seventy-eight eighty-eight",
        &["eight eighty-eight three seven three seventy-eight eighty-eight=nhth"],
    );
    check(
        "ochocientos ochenta y ocho, trescientos setenta y tres, setenta y ocho ochenta y ocho",
        &["ochocientos ochenta y ocho, trescientos setenta y tres, setenta y ocho ochenta y…=nhth"],
    );
    check(
        "one eight hundred five five five one two one two",
        &["one eight hundred five five five one two one two="],
    );
    check("Call nine eight eight", &["nine eight eight="]);
    check(
        "call one hundred people, call two or three, treinta y dos mil personas",
        &[],
    );
    check(
        "llame a ciento veinte personas; una de las dos; call one hundred",
        &[],
    );
    check("one two three four five six seven", &[]);
    check("two or three of the four", &[]);
}

#[test]
fn what_is_no_number_is_none() {
    for text in [
        "2025-09-30",
        "30/09/2025 or 30.09.2025",
        "2000–2012, 2007-2012",
        "in 2007, 2012 and 2013",
        "22 U.S.C. § 7102(11)",
        "8 CFR 1100.25-1100.35",
        "Latin American Perspectives 50 (2023), 166–168",
        "vol. 50 (2023) 166–168",
        "15,332 in 2024; 1,234,567 people; 10.000.000",
        "https://example.org/1234567890 and perma.cc/47P6-85DH",
        "ordenjuridico.gob.mx/Documentos/Federal/html/wo83189.html",
        "id E63D3DEDE81EC79CD015B5F76CA741DD8592E87F",
        "case 12345678",
        "500 to 600 a year",
        "911 people, 911",
        "ISBN 978-3-16-148410-0",
        "$1 234 567",
        "Washington, DC 20590-0001",
        "5000-10000 per year",
        "Cuesta 1.234.567,89 € o 12,345,678.90",
        "Expediente 123/2024-II",
        "Sections 1101 1102 1103",
        "EIN 12-3456789",
        "from 08:30 to 17:45, 10:30 12:45 14:00",
        "100 / 200 / 300",
        "2024_01_15",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_number_is_found_in_messages_and_templates() {
    let fluent = "# call 888-373-7888\na = Call { \"888\" }-{ \"373\" }-7888 { $x }\nb = \\u0038\n";
    assert_eq!(
        found(fluent, lexers::fluent(fluent)),
        ["888\" }-{ \"373\" }-7888=nhth"]
    );
    let code =
        "a = { one }{ two }{ three }{ four }{ NUMBER($x, eight: 8883737888) }\n    .one = two\n";
    assert_eq!(found(code, lexers::fluent(code)), [""; 0]);
    let variants = "a = { $n ->\n    [one] 888-373-7888\n   *[other] none\n}\n";
    assert_eq!(
        found(variants, lexers::fluent(variants)),
        ["888-373-7888=nhth"]
    );
    let template = concat!(
        "{# 888-373-7888 #}<path d=\"M4 37c7-6 13-6 20 0s13 6 20 0\"/>",
        "<a href=\"tel:+18883737888\">888-<b>373</b>-7888</a>",
        "<p>&#56;88-373-7888</p>{{ t(id=\"800 5533 000\") }}<p title='800 5533 000'>"
    );
    assert_eq!(
        found(template, lexers::template(template)),
        [
            "+18883737888=nhth",
            "888-<b>373</b>-7888=nhth",
            "&#56;88-373-7888=nhth",
            "800 5533 000=lnctp",
            "800 5533 000=lnctp"
        ]
    );
    let data = "# 888-373-7888\nline = [{ number = \"888-373-7888\", title = \"888-373-7888\" }]\n";
    let path = SourcePath::new("content/hotlines.toml");
    assert_eq!(
        found(data, lexers::toml(data, &path, &["number"])),
        ["888-373-7888=nhth"]
    );
    let head = "# 888-373-7888\ntitle = \"888-373-7888\"\n";
    assert_eq!(found(head, lexers::head(head)), ["888-373-7888=nhth"]);
}
