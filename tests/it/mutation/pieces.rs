//! Pieces of markup that could run, load or tell something.

use campaign::model::route::Route;

use super::specimen::Specimen;

#[test]
fn whatever_could_run_load_or_tell_is_seen() {
    let specimen = Specimen::example();
    let readback = specimen.readback();
    let route = Route::new(["help/es/index.html"]);
    let page = specimen.text(&route);
    let check = |piece: &str, rule: &str| {
        let mutant = page.replacen("</main>", &format!("{piece}</main>"), 1);
        let found = readback.inspect(&route, mutant.as_bytes());
        let ids: Vec<&str> = found.iter().map(|diagnostic| diagnostic.rule.id).collect();
        assert!(ids.contains(&rule), "{piece}: {ids:?}");
    };
    for piece in [
        "<script>alert(1)</script>",
        "<SCRIPT SRC='//x.example/y.js'></SCRIPT>",
        "<p onclick=\"x()\">x</p>",
        "<p OnMouseOver=x>x</p>",
        "<p style=\"color:red\">x</p>",
        "<style>p{}</style>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"java&#10;script:alert(1)\">x</a>",
        "<a href=\"&#x6A;avascript:x\">x</a>",
        "<a href=\"data:text/html,x\">x</a>",
        "<a href=\"vbscript:x\">x</a>",
        "<base href=\"/\">",
        "<iframe srcdoc=\"x\"></iframe>",
        "<svg onload=\"x\"></svg>",
        "<form action=\"javascript:x\"></form>",
        "<a href=\"file:///etc/passwd\">x</a>",
    ] {
        check(piece, "active-content");
    }
    for piece in [
        "<img src=\"https://x.example/p.gif\" alt=\"\">",
        "<img src=\"//x.example/p.gif\" alt=\"\">",
        "<img alt=\"\" srcset=\"https://x.example/p.gif 2x\">",
        "<link rel=\"stylesheet\" href=\"https://x.example/a.css\">",
        "<link rel=\"preconnect\" href=\"https://x.example\">",
        "<iframe src=\"https://x.example/\"></iframe>",
        "<form action=\"https://x.example/\"></form>",
        "<video poster=\"https://x.example/a.png\"></video>",
        "<object data=\"https://x.example/a\"></object>",
        "<embed src=\"https://x.example/a\">",
        "<meta http-equiv=\"refresh\" content=\"0; url=https://x.example/\">",
        "<svg><use href=\"https://x.example/a.svg#b\"/></svg>",
        "<a href=\"#part-content\" ping=\"https://x.example/\">x</a>",
    ] {
        check(piece, "foreign-origin");
    }
    for piece in [
        "<!-- Ana: ask again -->",
        "<meta name=\"generator\" content=\"campaign\">",
        "<p>{$name}</p>",
        "<p title=\"{ -brand }\">x</p>",
        "<p title=\"\u{2068}x\u{2069}\">x</p>",
    ] {
        check(piece, "trace");
    }
    for piece in [
        "<h1>x</h1>",
        "<div>",
        "</section>",
        "<p id=\"part-content\">x</p>",
        "<p>a < b</p>",
        "<p title=\"x\" title=\"y\">x</p>",
        "<p><div>x</div></p>",
        "<b><i>x</b></i>",
    ] {
        check(piece, "output-structure");
    }
    for piece in [
        "<p>Llame al 800 555 0199.</p>",
        "<p>１-888-373-7889</p>",
        "<p>٨٨٨-٣٧٣-٧٨٨٩</p>",
        "<p>1-888-<b>373</b>-7889</p>",
        "<p>1-888-KEY-2-FREE</p>",
        "<p>8005533001</p>",
        "<p title=\"1 888 373 7889\">x</p>",
        "<a href=\"tel:+18883737889\">x</a>",
        "<a href=\"sms:+18883737888\">1-888-373-7888</a>",
        "<a href=\"https://wa.me/528005533001\">x</a>",
        "<a href=\"tel:\u{2068}+18883737888\u{2069}\">x</a>",
        "<p data-line=\"+52 800 553 3001\">x</p>",
        "<script type=\"application/ld+json\">{\"telephone\":\"+1-888-373-7889\"}</script>",
        "<script type=\"application/ld+json\">{\"telephone\":18883737889}</script>",
    ] {
        check(piece, "output-number");
    }
}

#[test]
fn what_stands_in_a_picture_or_is_its_name_is_seen() {
    let specimen = Specimen::harbour();
    let readback = specimen.readback();
    let check = |route: &str, end: &str, piece: &str, rule: &str| {
        let route = Route::new([route]);
        let page = specimen.text(&route);
        let mutant = page.replacen(end, &format!("{piece}{end}"), 1);
        assert_ne!(mutant, page);
        let found = readback.inspect(&route, mutant.as_bytes());
        let ids: Vec<&str> = found.iter().map(|diagnostic| diagnostic.rule.id).collect();
        assert!(ids.contains(&rule), "{piece}: {ids:?}");
    };
    let picture = "deck/en/quiet-berths/side-door.svg";
    for (piece, rule) in [
        ("<text>020 7946 0959</text>", "output-number"),
        ("<text>020 <tspan>7946</tspan> 0959</text>", "output-number"),
        ("<text>Nobody on the bridge has been told.</text>", "leak"),
        (
            "<title>The duty officer of the port before you</title>",
            "leak",
        ),
        (
            "<image href=\"https://x.example/a.png\"/>",
            "foreign-origin",
        ),
        ("<script>x()</script>", "active-content"),
        ("<!-- Ana -->", "trace"),
    ] {
        check(picture, "</svg>", piece, rule);
    }
    for piece in [
        // A picture of one audience, by its name and by what it says.
        "<img src=\"data:,\" alt=\"\" data-from=\"/berths/side-door.svg\">",
        "<svg><text>Side door of the seamen&#39;s house</text></svg>",
        // A draft, by its title, slug and text.
        "<p>Drill for the night of the inspection</p>",
        "<p data-page=\"/inspection-night/\">x</p>",
        "<p>The inspectors come aboard at four</p>",
        // A page whose day is over.
        "<p>Strike at the container terminal</p>",
        "<a href=\"/en/terminal-strike/\">x</a>",
        "<p>The crews of eleven ships left their posts.</p>",
    ] {
        check("en/index.html", "</main>", piece, "leak");
    }
}
