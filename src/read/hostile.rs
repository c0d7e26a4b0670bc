//! The readers of Markdown and of plain text, tried on files that are broken, endless or meant to hurt.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::document::{BlockKind, Document};
use crate::span::Span;

fn read(name: &str, words: &str) -> Document {
    super::bytes(Path::new(name), format!("{words}\nwords").as_bytes()).unwrap()
}

/// The processor time that this thread has spent, so that other work on the machine does not count; where the
/// system does not tell, the time that has passed.
fn spent(begun: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

/// Reads files that someone made to be hard, and expects them done in good time.
fn quickly(words: &str) {
    for name in ["x.md", "x.mdx", "x.txt"] {
        let begun = Instant::now();
        let before = spent(begun);
        let document = read(name, words);
        let took = spent(begun) - before;
        let head: String = words.chars().take(30).collect();
        assert!(took < Duration::from_secs(10), "{name}: {took:?} for {head:?}");
        assert!(document.blocks.len() <= words.len() + 1);
    }
}

#[test]
fn deep_nesting() {
    for mark in ["> ", "- ", "1. ", "[", "![", "*a ", "**a", "_", "`", "~~", "(", "<div>", "<b>", "<ul><li>", "{", "{{"]
    {
        quickly(&mark.repeat(10_000));
    }
    let steps: String = (0..300).map(|depth| format!("{}- item\n", "  ".repeat(depth))).collect();
    quickly(&steps);
}

#[test]
fn marks_that_never_end() {
    for mark in [
        "{% comment %} ",
        "{{< x ",
        "{/* ",
        "<Chart ",
        "<Aa {{{",
        "<!-- ",
        "<table><tr><td>",
        "[^a",
        "[!a",
        "==a ",
        ":x",
        "&amp",
        "import {\n",
        "export const x = {\n",
        "[a][b] ",
        "[[a|",
        "```\n",
        "<script>",
        "a\n: b\n\n",
        "<td colspan=50 rowspan=50>",
        "---\n",
        "*[a",
        "- [x] a\n",
        "&lt;a ",
        "<Aa x={{> ",
        "{a{b}",
        "\\",
    ] {
        quickly(&mark.repeat(3_000));
    }
}

#[test]
fn long_files() {
    quickly(&"Oak is *hard* and [ash](x) is `light`, as :x: and {{ y }} say. ".repeat(3_000));
    quickly(&"Oak is hard &amp; ash is light.\n\n".repeat(3_000));
    quickly(&"| Oak | ash | **beech** |\n".repeat(10_000));
    quickly(&format!("| a | b |\n|---|---|\n{}", "| Oak | ash \\| x |\n".repeat(10_000)));
    quickly(&"Oak\tash\tbeech\n".repeat(3_000));
    quickly(&"Oak   ash   beech\n".repeat(3_000));
    quickly(&"Oak\n\nash\n\n".repeat(1_500));
    quickly(&format!("<table>{}", "<tr><td rowspan=50 colspan=50>Oak<td>ash\n".repeat(1_500)));
    quickly(&"x".repeat(200_000));
    quickly(&"Title: Oak\n".repeat(3_000));
}

/// Scraps of markup that a file may be made of, in any order.
const SCRAPS: &str = "word ¦two words¦Oak is hard.¦&amp;¦&eacute;¦&amp¦é✓ ¦\n¦\n\n¦\r\n¦\t¦    ¦  ¦\u{a0}¦# ¦## ¦---\n¦===\n¦\
    +++\n¦- ¦* ¦1. ¦  - ¦> ¦> [!NOTE]\n¦[x] ¦- [x] ¦- [ ] ¦**¦*¦_¦~~¦`¦```\n¦    code\n¦| ¦ | b |\n¦|---|---|\n¦\
    | a | b |\n¦\\|¦\\¦![Yes](check.png)¦[a](b)¦[a][b]¦[b]: http://x\n¦[^1]¦[^1]: note\n¦[[a|b]]¦==¦:x:¦:tada:¦\
    : ¦:::tip\n¦:::\n¦{#id}¦{: .x }¦{{ x }}¦{{< y >}}¦{% comment %}¦{% endcomment %}¦{/* x */}¦{a}¦<Card x={1}>¦\
    </Card>¦<>¦<br>¦<b>¦</b>¦<div>\n¦</div>\n¦<table>¦<tr>¦<td>¦<th colspan=2>¦<td rowspan=2>¦</table>\n¦<ul><li>¦\
    </ul>¦<pre>¦</pre>¦<blockquote>¦</blockquote>¦<details><summary>¦</summary>¦<img alt=Yes>¦<!-- x -->¦<script>¦\
    </script>\n¦<caption>¦</caption>¦import x from 'y'\n¦title: Oak\n¦Title: Oak\n¦% Oak\n¦{\"title\": \"x\"}¦PROS\n¦\
    Winner: Oak\n¦o item\n¦\u{ad}¦\u{200b}¦\u{c}¦Page 2\n¦long-\nlasting ¦\u{1}";

/// What the bytes of the file say that a span stands for.
fn quoted(document: &Document, file: &str, span: Span) -> String {
    let words = document.words(span);
    let (start, end) = document.places.bytes(span).unwrap_or_else(|| panic!("no place for {words:?} in {file:?}"));
    assert!(start < end && end <= file.len(), "{words:?} in {file:?}");
    file[start..end].to_owned()
}

proptest::proptest! {
    #[test]
    fn any_file_is_read_and_traced(
        scraps in proptest::collection::vec(proptest::sample::select(SCRAPS.split('¦').collect::<Vec<_>>()), 0..60),
        name in proptest::sample::select(vec!["x.md", "x.mdx", "x.txt"]),
    ) {
        let file = scraps.concat() + "\nwords";
        // Too many control characters make no text.
        let Ok(document) = super::bytes(Path::new(name), file.as_bytes()) else { return Ok(()) };
        let mut last = 0;
        for block in &document.blocks {
            assert!(last <= block.span.start && !block.span.is_empty());
            last = block.span.end;
            let words = document.words(block.span);
            assert!(matches!(block.kind, BlockKind::Code) || words.trim() == words);
            quoted(&document, &file, block.span);
            assert!(block.sentences.iter().chain(&block.strong).all(|span| block.span.contains(*span)));
            if let BlockKind::Table(table) = &block.kind {
                for row in &table.rows {
                    assert_eq!(row.len(), table.rows[0].len());
                    assert!(row.iter().all(|cell| cell.is_empty() || block.span.contains(*cell)));
                }
            }
            // A word of letters stands in the file as it does in the text; markup may stand within it.
            for word in words.split_whitespace().filter(|word| word.bytes().all(|b| b.is_ascii_lowercase())) {
                let start = block.span.start + (word.as_ptr() as usize - words.as_ptr() as usize);
                let found = quoted(&document, &file, Span::new(start, start + word.len()));
                let mut letters = found.chars();
                let whole = word.chars().all(|c| letters.any(|other| other == c));
                assert!(whole && found.starts_with(&word[..1]), "{word:?} is {found:?} in {file:?}");
                assert!(found.ends_with(&word[word.len() - 1..]), "{word:?} is {found:?} in {file:?}");
            }
        }
    }
}
