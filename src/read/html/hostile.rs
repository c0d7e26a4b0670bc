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
