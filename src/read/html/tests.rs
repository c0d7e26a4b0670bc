//! The reader, tried on small pages; every one of them is also checked for its places.

use super::*;
use crate::document::{BlockKind, Format, Table};
use crate::read::decode::decode;
use crate::span::Span;

pub(super) fn read(page: &[u8]) -> Document {
    let source = Source::new("page".to_owned(), "page.html".into(), Format::Html);
    document(source, &decode(page, true), page)
}

/// Reads a page and checks that its blocks can be traced.
fn page(html: &str) -> Document {
    let document = read(html.as_bytes());
    traced(&document, html.as_bytes(), |bytes| String::from_utf8(bytes.to_vec()).unwrap());
    document
}

/// The bytes of each block, without tags and with entities decoded, must be its words. The check
/// strips tags by hand, so that it shares nothing with the reader.
fn traced(document: &Document, file: &[u8], decode: impl Fn(&[u8]) -> String) {
    let mut last = 0;
    for block in &document.blocks {
        assert!(last <= block.span.start, "blocks overlap");
        last = block.span.end;
        let words = document.words(block.span);
        let (start, end) = document.places.bytes(block.span).unwrap_or_else(|| panic!("no place for {words:?}"));
        assert_eq!(plain(&decode(&file[start..end])), fold(words), "{:?}", block.kind);
        for sentence in &block.sentences {
            assert!(block.span.contains(*sentence));
        }
        for word in words.split_whitespace() {
            let at = block.span.start + (word.as_ptr() as usize - words.as_ptr() as usize);
            let (start, end) = document.places.bytes(Span::new(at, at + word.len())).unwrap();
            assert_eq!(plain(&decode(&file[start..end])), fold(word));
        }
    }
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A test's own reading of a piece of source: tags out, the entities that the tests use decoded.
fn plain(source: &str) -> String {
    let mut text = String::new();
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let tag = &rest[at..];
        let skip = if tag.starts_with("<!--") {
            tag.find("-->").map(|end| end + 3)
        } else if tag.starts_with("<script") {
            tag.find("</script>").map(|end| end + 9)
        } else if tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            let mut quote = None;
            tag.find(|c| match quote {
                Some(open) => {
                    quote = if c == open { None } else { quote };
                    false
                }
                None => {
                    quote = Some(c).filter(|c| matches!(c, '"' | '\''));
                    c == '>'
                }
            })
            .map(|end| end + 1)
        } else {
            text.push('<');
            Some(1)
        };
        rest = skip.map_or("", |skip| &tag[skip..]);
    }
    text.push_str(rest);
    for (entity, decoded) in [
        ("&nbsp;", " "),
        ("&shy;", ""),
        ("&lt;", "<"),
        ("&gt", ">"),
        ("&eacute;", "é"),
        ("&#8217;", "’"),
        ("&#x2713;", "✓"),
        ("&copy", "©"),
        ("&NotEqualTilde;", "≂̸"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, decoded);
    }
    fold(&text)
}

fn blocks(document: &Document) -> Vec<(String, &str)> {
    let kind = |kind: &BlockKind| match kind {
        BlockKind::Heading => "h".to_owned(),
        BlockKind::Paragraph => "p".to_owned(),
        BlockKind::ListItem { list, depth } => format!("li{list}.{depth}"),
        BlockKind::Table(_) => "table".to_owned(),
        BlockKind::Quote => "quote".to_owned(),
        BlockKind::Code => "code".to_owned(),
    };
    document.blocks.iter().map(|block| (kind(&block.kind), document.words(block.span))).collect()
}

fn expect(html: &str, expected: &[(&str, &str)]) -> Document {
    let document = page(html);
    let expected: Vec<(String, &str)> = expected.iter().map(|(kind, words)| ((*kind).to_owned(), *words)).collect();
    assert_eq!(blocks(&document), expected);
    document
}

fn only_table(document: &Document) -> (&Table, Vec<Vec<&str>>) {
    let mut tables = document.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Table(table) => Some(table),
        _ => None,
    });
    let table = tables.next_back().expect("a table");
    (table, table.rows.iter().map(|row| row.iter().map(|cell| document.words(*cell)).collect()).collect())
}

#[test]
fn words_entities_and_line_ends_are_traced() {
    expect(
        "<p>Oak &amp; ash\r\n  are   <b>hard</b>woods&nbsp;: caf&eacute; &lt;3, it&#8217;s &amp;amp; a < b &copy 1 &gtx\
         &NotEqualTilde;, un<!-- c > -->broken R&D &unknown; <a href='?a>b&c'>li<i>nk</i></a> so&shy;ft</p>",
        &[("p", "Oak & ash are hardwoods : café <3, it’s &amp; a < b © 1 >x≂̸, unbroken R&D &unknown; link soft")],
    );
}

#[test]
fn a_word_is_found_letter_for_letter() {
    let html = "<div><p>One  two<em>three</em> &eacute;four</p></div>";
    let document = page(html);
    let at = |word: &str| {
        let start = document.text.find(word).unwrap();
        let (start, end) = document.places.bytes(Span::new(start, start + word.len())).unwrap();
        &html[start..end]
    };
    assert_eq!(at("One two"), "One  two");
    assert_eq!(at("twothree"), "two<em>three");
    assert_eq!(at("éfour"), "&eacute;four");
    assert_eq!(at("four"), "four");
}

#[test]
fn other_encodings_are_traced() {
    let html = "<p>Un caf\u{e9} \u{201c}fort\u{201d} &amp; <b>tr\u{e8}s</b> long \u{2026}</p>";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(html);
    let document = read(&bytes);
    assert_eq!(document.text, "Un café “fort” & très long …");
    traced(&document, &bytes, |bytes| encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned());
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(html.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let document = read(&wide);
    traced(&document, &wide, |bytes| encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0.into_owned());
}

#[test]
fn misplaced_markup_keeps_its_places() {
    page("<table><tr><td>In<p>side</td>stray <b>text</table>after</b><p>one<p>two<div>three</p>four");
    page("<ul><li>one<li>two <b>bold<li>three</ul>tail<b><p>x</b>y<i>z");
    page("no tags at all, 1 < 2 > 0");
    page("<p>open <a href=x>link <p>next</a> more <script>if (a < b) { '<p>no' }</script> words");
    page("<svg><title>t</title></svg><p>a</p></body></html><p>late</p>");
}

#[test]
fn blocks_in_reading_order() {
    let document = expect(
        "<h1>Oak vs ash</h1>Bare words<div>A <b>div</b> of words<p>One<br>line<br><br>Two</p></div>\
         <h3>Pros</h3><ul><li>Hard<ul><li>Very hard</li></ul></li><li><p>Old</p><p>Really</p></li></ul>\
         <blockquote><p>Said so.</p></blockquote><h2>Code</h2><pre>a  b\n<i>  <b>c</b></i>\n<b>d</b></pre>\
         <dl><dt>Term</dt><dd>Meaning</dd></dl><details><summary>More</summary>Inside</details><ol><li>First</ol>",
        &[
            ("h", "Oak vs ash"),
            ("p", "Bare words"),
            ("p", "A div of words"),
            ("p", "One line"),
            ("p", "Two"),
            ("h", "Pros"),
            ("li0.0", "Hard"),
            ("li1.1", "Very hard"),
            ("li0.0", "Old"),
            ("p", "Really"),
            ("quote", "Said so."),
            ("h", "Code"),
            ("code", "a  b\n  c\nd"),
            ("p", "Term"),
            ("p", "Meaning"),
            ("p", "More"),
            ("p", "Inside"),
            ("li2.0", "First"),
        ],
    );
    let bold =
        |index: usize| -> Vec<&str> { document.blocks[index].strong.iter().map(|s| document.words(*s)).collect() };
    assert_eq!((bold(2), bold(13), bold(15)), (vec!["div"], vec!["Term"], vec!["More"]));
    assert_eq!(document.heading_path(document.blocks[6].section), ["Oak vs ash", "Pros"]);
    assert_eq!(document.heading_path(document.blocks[12].section), ["Oak vs ash", "Code"]);
    assert!(document.text.contains("Two\n\nPros\n\nHard\n\nVery hard"));
}

#[test]
fn a_list_drawn_with_line_breaks() {
    expect(
        "<p>Pros:<br>\u{2022} hard - very<br>\n<b>+ old</b><br>- 5<br>-6 kg</p><p>- Said who?</p><p>\u{b7} one</p><p><b>\u{b7}</b> two",
        &[
            ("p", "Pros:"),
            ("li0.0", "hard - very"),
            ("li0.0", "+ old"),
            ("li0.0", "- 5 -6 kg"),
            ("li0.0", "- Said who?"),
            ("li0.0", "one"),
            ("li0.0", "two"),
        ],
    );
}

#[test]
fn merged_and_missing_cells() {
    let document = page(
        "<table><caption>Woods</caption><tr><th>Wood<th>Oak<th>Ash<tr><td rowspan=2>Weight<td colspan=2>heavy\
         <tr><td><td>light<tr><td>Price<td><ul><li>high</li><li>rising</li></ul></table>",
    );
    let (table, rows) = only_table(&document);
    assert_eq!(
        rows,
        [["Wood", "Oak", "Ash"], ["Weight", "heavy", "heavy"], ["Weight", "", "light"], ["Price", "high\nrising", ""]]
    );
    assert_eq!((table.header_rows, table.caption.map(|caption| document.words(caption))), (1, Some("Woods")));
    assert_eq!(rows.len(), 4);
}

#[test]
fn headers_without_th() {
    let header_rows = |rows: &str| only_table(&page(&format!("<table>{rows}</table>"))).0.header_rows;
    assert_eq!(header_rows("<tr><td><b>Wood</b><td><b>Oak</b><tr><td>Weight<td>heavy"), 1);
    assert_eq!(header_rows("<tr><td><td>Oak<td>Ash<tr><td>Weight<td>heavy<td>light"), 1);
    assert_eq!(header_rows("<tr><td>Wood<td>Oak<tr><td>Weight<td>heavy, and heavier still when it is wet"), 1);
    assert_eq!(header_rows("<tr><td>Weight<td>heavy<tr><td>Price<td>high"), 0);
    assert_eq!(header_rows("<tr><th>Weight<td>heavy<tr><th>Price<td>high"), 0);
}

#[test]
fn icons_speak() {
    let html = "<table><tr><th>Wood<th>Oak<th>Ash<tr><td>Hard<td><i class='fa fa-check'></i><td><img src='/i/cross.png?x'>\
         <tr><td>Light<td><svg><title>No</title></svg><td><span aria-label='Yes, very'></span>\
         <tr><td>Cheap<td>\u{2713}<td><img alt='check icon' src=x.png>\
         <tr><td>Old<td><b class=material-icons>close</b><td><a class=btn href=x>Buy</a>\
         <tr><td>Stars<td><div class=stars><i class='fas fa-star'></i> <i class='fas fa-star-half'></i><i class='far fa-star'></i></div><td></table>";
    let document = read(html.as_bytes());
    let (_, rows) = only_table(&document);
    assert_eq!(
        rows[1..],
        [
            ["Hard", "yes", "no"],
            ["Light", "No", "Yes, very"],
            ["Cheap", "✓", "yes"],
            ["Old", "no", ""],
            ["Stars", "1.5 out of 3", ""],
        ]
    );
    let cell = only_table(&document).0.rows[1][1];
    let (start, end) = document.places.bytes(cell).unwrap();
    assert_eq!(&html[start..end], "<i class='fa fa-check'>");
}

#[test]
fn layout_tables_are_unrolled() {
    expect(
        "<table><tr><td><h2>Pros</h2><ul><li>Hard</ul></td><td><h2>Cons</h2><ul><li>Heavy</ul></td></tr></table>\
         <table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>\
         <table><tr><td>one<tr><td>two</table>\
         <table><tr><td><table><tr><td>x<td>y<tr><td>z<td>w</table><td>side<tr><td>k<td>l</table>",
        &[
            ("h", "Pros"),
            ("li0.0", "Hard"),
            ("h", "Cons"),
            ("li1.0", "Heavy"),
            ("p", "a"),
            ("p", "b"),
            ("p", "c"),
            ("p", "d"),
            ("p", "one"),
            ("p", "two"),
            ("table", "x y\nz w"),
            ("p", "side"),
            ("p", "k"),
            ("p", "l"),
        ],
    );
}

#[test]
fn what_is_not_the_article_goes() {
    let prose = "Oak is harder than ash, and it lasts longer in the rain than most people would believe, they say. ";
    let text = page(&format!(
        "<html><head><title>Oak vs ash | Woods</title></head><body><header><a href=/>Woods</a></header><nav><a href=/a>All woods</a></nav>\
         <main><h1>Oak vs ash</h1><p>{prose}</p><p>{prose}</p><p>Winner: oak</p><p style='display: none'>secret</p>\
         <p hidden>secret</p><noscript>secret</noscript><template>secret</template><h2>Verdict</h2><p>{prose}</p></main>\
         <aside><p>Our newsletter</p></aside><footer>All rights reserved</footer></body></html>"
    ))
    .text;
    for gone in ["Woods", "All woods", "secret", "newsletter", "rights"] {
        assert!(!text.contains(gone), "{gone}");
    }
    for kept in ["Oak vs ash", "Winner: oak", "Verdict"] {
        assert!(text.contains(kept), "{kept}");
    }
}

#[test]
fn names_alone_drop_nothing() {
    let prose = "Oak is harder than ash, and it lasts longer in the rain than most people would believe, they say. ";
    let text = page(&format!(
        "<body><h1>Oak vs ash</h1><p>{prose}{prose}{prose}{prose}</p><h2>Comments</h2><p>{prose}</p><h2>Popular uses</h2><p>{prose}</p>\
         <div class='plan popular'><h3>Board</h3><p>$40</p></div><h2>3. Replies</h2><p>Oak answers.</p>\
         <h2>Conclusion</h2><p>Take oak.</p><h2>2 comments</h2><p>First!</p><h3>Related posts</h3><p>Elm vs ash</p></body>"
    ))
    .text;
    for kept in ["Comments", "Popular uses", "Board", "$40", "3. Replies", "Oak answers", "Take oak"] {
        assert!(text.contains(kept), "{kept} in {text}");
    }
    for gone in ["2 comments", "First!", "Related", "Elm"] {
        assert!(!text.contains(gone), "{gone} in {text}");
    }
}

#[test]
fn the_head_says_who_and_when() {
    let source = page(
        "<head><title>Oak vs ash: which is better? - The Workshop</title><meta property=og:site_name content='The Workshop'>\
         <link rel=canonical href='https://example.org/oak-ash'><script type=application/ld+json>{\"@graph\": [{\"@type\": \"Organization\",\
         \"name\": \"no\"}, {\"@type\": [\"BlogPosting\"], \"datePublished\": \"2024-09-12T08:00:00Z\"}]}</script></head>\
         <h1>The Workshop</h1><p>Words.</p>",
    )
    .source;
    assert_eq!(source.title.as_deref(), Some("Oak vs ash: which is better?"));
    assert_eq!(source.publisher.as_deref(), Some("The Workshop"));
    assert_eq!(source.published.as_deref(), Some("2024-09-12"));
    assert_eq!(source.url.as_deref(), Some("https://example.org/oak-ash"));
    let unnamed =
        page("<meta property=og:url content='https://www.example.org/x'><title>Oak | A site of woods</title><p>Oak")
            .source;
    assert_eq!(
        (unnamed.title.as_deref(), unnamed.publisher.as_deref()),
        (Some("Oak | A site of woods"), Some("example.org"))
    );
}

#[test]
fn a_cell_that_is_an_icon() {
    let page = "<table><tr><th>Plan<th>Oak<th>Ash<tr><td>Rip cuts<td class=material-icons>check<td class=material-icons>close</table>";
    assert!(read(page.as_bytes()).text.contains("Rip cuts yes no"));
}
