//! Where the tags of templates and components end.

/// How far a tag may run.
const REACH: usize = 2000;

/// How far an expression in braces may run.
const EXPRESSION: usize = 200;

const PAIRS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{/*", "*/}")];

/// Tags around what is no prose (code, a comment), and what their end says.
const AROUND: [(&str, &str); 4] = [
    ("% comment", "endcomment"),
    ("% highlight", "endhighlight"),
    ("{< highlight", "/highlight"),
    ("{% highlight", "/highlight"),
];

/// Where the next end of each kind of tag stands; asked for in the order of the text, so that each is
/// looked for once however many tags stay open.
pub(super) struct Closes {
    next: [usize; 9],
    mdx: bool,
}

impl Closes {
    pub(super) fn new(mdx: bool) -> Self {
        Self { next: [0; 9], mdx }
    }

    fn after(&mut self, kind: usize, text: &str, from: usize, close: &str) -> Option<usize> {
        if self.next[kind] < from {
            self.next[kind] = text[from..].find(close).map_or(usize::MAX, |i| from + i);
        }
        (self.next[kind] < usize::MAX).then_some(self.next[kind])
    }

    fn near(&mut self, kind: usize, text: &str, from: usize, close: &str) -> Option<usize> {
        self.after(kind, text, from, close).filter(|end| *end < from + REACH)
    }

    /// Where the tag that begins at `at` ends; `None` where none begins there.
    pub(super) fn tag_end(&mut self, text: &str, at: usize) -> Option<usize> {
        let rest = &text[at..];
        for (kind, (open, close)) in PAIRS.into_iter().enumerate() {
            if rest.starts_with(open) {
                let end = self.near(kind, text, at + open.len(), close)? + close.len();
                return Some(self.around(text, at, end).unwrap_or(end));
            }
        }
        if rest.starts_with('{') {
            return if self.mdx { self.expression_end(text, at) } else { None };
        }
        if self.mdx && (rest.starts_with("<>") || rest.starts_with("</>")) {
            return rest.find('>').map(|i| at + i + 1);
        }
        if !component(rest) {
            return None;
        }
        let first = self.near(PAIRS.len(), text, at, ">")?;
        let mut braces = text[at..first].matches('{').count().saturating_sub(text[at..first].matches('}').count());
        for (i, c) in text[first..].char_indices().take(REACH) {
            match c {
                '{' => braces += 1,
                '}' => braces = braces.saturating_sub(1),
                '>' if braces == 0 => return Some(first + i + 1),
                _ => {}
            }
        }
        None
    }

    /// The end of what stands between this tag and the one that ends it, where that is no prose.
    fn around(&mut self, text: &str, at: usize, end: usize) -> Option<usize> {
        let inner = text[at + 1..end].replace("%-", "%");
        let kind = AROUND.iter().position(|(open, _)| inner.starts_with(open))?;
        let close = self.after(PAIRS.len() + 1 + kind, text, end, AROUND[kind].1)?;
        let sign = if inner.starts_with('{') { "}}" } else { "%}" };
        text[close..].find(sign).filter(|i| *i < 40).map(|i| close + i + sign.len())
    }

    fn expression_end(&mut self, text: &str, at: usize) -> Option<usize> {
        self.near(8, text, at, "}")?;
        let mut braces = 0usize;
        for (i, c) in text[at..].char_indices().take(EXPRESSION) {
            match c {
                '{' => braces += 1,
                '}' if braces == 1 => return Some(at + i + 1),
                '}' => braces -= 1,
                _ => {}
            }
        }
        None
    }
}

/// Does a tag of a component begin here? `<Chart`, not `<div` and not `<T`.
fn component(rest: &str) -> bool {
    let Some(name) = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<')) else { return false };
    let len = name.bytes().take(60).take_while(|b| b.is_ascii_alphanumeric() || *b == b'.').count();
    let written =
        name.starts_with(|c: char| c.is_ascii_uppercase()) && name[..len].contains(|c: char| c.is_ascii_lowercase());
    written && name[len..].starts_with([' ', '\n', '\r', '/', '>'])
}
