//! The reader, tried on pages that are broken, endless or meant to hurt.

use std::time::{Duration, Instant};

use super::tests::read;
use crate::document::{BlockKind, Document};

/// Reads a page that someone made to be hard, and expects it done in good time.
fn quickly(html: &str) -> Document {
    let begun = Instant::now();
    let document = read(html.as_bytes());
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(10), "{took:?}");
    document
}

#[test]
fn deep_nesting() {
    let tags = ["b", "ul><li", "table><tr><td", "blockquote", "span", "font color=red", "a", "p><i"];
    for (tag, times) in tags.into_iter().map(|tag| (tag, 10_000)).chain([("div", 100_000)]) {
        let document =
            quickly(&format!("{}deep words{}<p>after", format!("<{tag}>").repeat(times), "</div>".repeat(50)));
        assert!(document.text.contains("deep words"), "{tag}");
        assert!(document.text.contains("after"), "{tag}");
    }
    let unlike: String = (0..5_000).map(|n| format!("<p><font size={n}>word ")).collect();
    quickly(&unlike);
}

#[test]
fn long_pages() {
    let paragraph = "<div class=card><p>Oak &amp; ash are <b>hard</b> woods, and <a href=/x>both</a> last.</p></div>\n";
    let document = quickly(&format!("<body>{}", paragraph.repeat(5_000)));
    assert_eq!(document.blocks.len(), 5_000);
    quickly(&format!("<p>{}", "word &lt; ".repeat(30_000)));
    let part = "<div class=mobile><h3>Oak</h3><p>Oak is a hard wood, and it is one that lasts in the rain.</p></div>\n";
    quickly(&format!("<body>{}", part.repeat(3_000)));
    quickly(&"<".repeat(100_000));
    quickly(&"&".repeat(100_000));
    quickly(&format!("<p {}>", "x='".repeat(50_000)));
    quickly(&"<!--".repeat(50_000));
}

#[test]
fn long_tables() {
    let rows = "<tr><td>Oak<td rowspan=9000 colspan=900>harder<td>ash".repeat(10_000);
    let document = quickly(&format!("<table>{rows}</table>"));
    assert!(document.text.ends_with("ash"));
}

#[test]
fn tables_of_many_rows() {
    let rows: String = (0..10_000).map(|n| format!("<tr><td>Oak {n}</td><td>{n} kg</td></tr>\n")).collect();
    let document = quickly(&format!("<table><tr><th>Wood</th><th>Weight</th></tr>{rows}</table><p>after"));
    let BlockKind::Table(table) = &document.blocks[0].kind else { panic!("no table") };
    assert_eq!(table.rows.len(), 10_001);
    assert_eq!(table.rows[9_999].iter().map(|cell| document.words(*cell)).collect::<Vec<_>>(), ["Oak 9998", "9998 kg"]);
    assert!(document.text.ends_with("after"));
}

#[test]
fn twenty_megabytes() {
    // What makes pages large: data in scripts and in attributes. Without optimisation, markup takes much longer.
    let script = format!("<script>var data = '{}';</script>\n", "0123456789".repeat(100_000));
    let hidden = format!("<div hidden data-state='{}'><p>no words</p></div>", "0123456789".repeat(100_000));
    let prose = "<p>Oak &amp; ash are <b>hard</b> woods, and both last for years in the rain, they say.</p>\n";
    let part = [script, hidden, prose.repeat(200)].concat();
    let html = format!("<body><h1>Oak vs ash</h1>{}<p>The end.", part.repeat(10));
    assert!(html.len() > 20_000_000);
    let document = quickly(&html);
    assert!(document.text.starts_with("Oak vs ash\n\nOak & ash are hard woods"));
    assert!(document.text.ends_with("The end.") && !document.text.contains("no words"));
}

#[test]
fn unclosed_tags_lose_no_words() {
    let words = |html: &str| quickly(html).text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        words("<p>one<p>two <b>three<i>four<ul><li>five<li>six<table><tr><td>seven<td>eight"),
        "one two threefour five six seven eight"
    );
    assert_eq!(words("<h1>one<h2>two<div><p>three</h1>four<blockquote>five"), "one two three four five");
    assert_eq!(words("one<a href='two>three</a><p>four' five>six"), "onesix");
    let many: String = (0..20_000).map(|n| format!("<p><b>word{n} ")).collect();
    assert_eq!(words(&many).split(' ').count(), 20_000);
}

#[test]
fn a_wrong_charset_in_the_meta_costs_no_words() {
    let page = |label: &str| format!("<meta charset={label}><p>Un caf\u{e9} \u{201c}fort\u{201d}");
    for label in ["windows-1252", "iso-8859-1", "shift_jis", "utf-16", "nonsense", "utf-8"] {
        assert_eq!(read(page(label).as_bytes()).text, "Un café “fort”", "{label}");
    }
    for label in ["utf-8", "nonsense", "utf-16le"] {
        let html = page(label);
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&html);
        let document = read(&bytes);
        assert_eq!(document.text, "Un café “fort”", "{label}");
        assert_eq!(document.problems.len(), 1);
    }
}

#[test]
fn nul_bytes_and_nothing() {
    assert_eq!(read(b"").text, "");
    assert_eq!(read(b"<p></p><table><tr><td></td></tr></table>").text, "");
    let file = b"<p>one\0two <\0b>three</p>";
    assert_eq!(read(file).text, "onetwo three");
}

/// Scraps of markup that a page may be made of, in any order.
const SCRAPS: &str = "word |two words|&amp;|&eacute;|&amp|&|<|>|é✓ |\r\n|\u{a0}|<p>|</p>|<div>|</div>|<b>|</b>|\
    <i class='fa fa-check'>|</i>|<a href=x>|</a>|<ul>|<li>|</ul>|<table>|<tr>|<td>|<th rowspan=2>|\
    <td colspan=3>|</td>|</table>|<caption>|<h1>|</h1>|<h3>|</h3>|<pre>|</pre>|<br>|<!-- x -->|<script>|\
    </script>|<title>|</title>|<svg>|</svg>|<![CDATA[x]]>|<blockquote>|<select>|<option>|</select>|\
    <template>|</template>|<nav>|</nav>|<body>|</body>|<frameset>|<math>|<button>|<form>|</form>|<dl>|\
    <dt>|<dd>|<p hidden>|<textarea>|<plaintext>|<article>|</article>|<\u{0}x>|&#0;|&#x80;|&#xD800;|\
    \u{ad}";

proptest::proptest! {
    #[test]
    fn any_page_is_read_and_traced(scraps in proptest::collection::vec(proptest::sample::select(SCRAPS.split('|').collect::<Vec<_>>()), 0..60)) {
        let html = scraps.concat();
        let document = read(html.as_bytes());
        let mut last = 0;
        for block in &document.blocks {
            assert!(last <= block.span.start && !block.span.is_empty());
            last = block.span.end;
            let words = document.words(block.span);
            assert_eq!(words.trim(), words);
            let (start, end) = document.places.bytes(block.span).unwrap_or_else(|| panic!("no place for {words:?} in {html:?}"));
            assert!(start < end && end <= html.len());
            if let BlockKind::Table(table) = &block.kind {
                for row in &table.rows {
                    assert_eq!(row.len(), table.rows[0].len());
                    assert!(row.iter().all(|cell| cell.is_empty() || block.span.contains(*cell)));
                }
            }
        }
    }
}
