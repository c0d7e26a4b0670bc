//! Markdown, as it is written for sites and on code hosts: GFM tables, front matter, pieces of HTML, and
//! the template tags of site generators.
//!
//! What is no prose is blanked out before parsing, byte for byte, so that every offset still holds.

pub(crate) mod front;
mod html_block;
mod html_table;
mod marks;
mod mask;
mod shortcode;
mod tags;
mod words;
mod yaml;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::document::{BlockKind, Document, Source};
use crate::read::decode::Decoded;
use crate::read::draft::{CUT, Draft, Piece};
use crate::read::grid;
use crate::read::gzip;
use crate::read::html::icon;

use words::{Words, joined, labels_apart};

/// Reads an article in Markdown.
pub(crate) fn document(mut source: Source, decoded: &Decoded<'_>, bytes: &[u8]) -> Document {
    let mdx = gzip::name(&source.origin).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("mdx"));
    let head = front::take(&mut source, &decoded.text);
    let masked = mask::masked(&decoded.text, head, mdx);
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_WIKILINKS;
    // The parser takes every line that begins with a colon for a definition, also `:tada: new`.
    let defines = |line: &str| line.trim_start().strip_prefix(':').is_none_or(|rest| rest.starts_with([' ', '\t']));
    options.set(Options::ENABLE_DEFINITION_LIST, masked.lines().all(defines));
    let mut reader = Reader::new(&masked, Draft::new(decoded, bytes), mdx);
    // A link whose address is not given is still a link: its words are words, its brackets are none.
    let unknown = |link: BrokenLink<'_>| match link.link_type {
        LinkType::Shortcut | LinkType::ShortcutUnknown => None,
        _ => Some(("".into(), "".into())),
    };
    for (event, at) in Parser::new_with_broken_link_callback(&masked, options, Some(unknown)).into_offset_iter() {
        reader.event(event, at);
    }
    reader.close();
    let (draft, first) = (reader.draft, reader.first_heading);
    source.title = source.title.take().or(first);
    draft.document(source)
}

/// What the events are read into.
struct Reader<'t, 'd> {
    text: &'t str,
    /// In MDX indented lines are no code.
    mdx: bool,
    draft: Draft<'d>,
    /// The words of the open block, line by line.
    lines: Vec<Vec<Words<'t>>>,
    /// The level of the open heading.
    heading: Option<u8>,
    first_heading: Option<String>,
    /// The lists that are open, and whether the item has had its first paragraph.
    lists: Vec<(usize, bool)>,
    /// Do the items of the outermost open list say by their boxes what holds and what does not?
    ticked: bool,
    /// The open quotes; `false` for an alert, which is set apart and still the author's own words.
    quotes: Vec<bool>,
    /// The bold stretches that are open, and a number that tells one from the next.
    strong: Vec<usize>,
    strong_count: usize,
    /// How many elements are open whose words are left out: images, footnotes, what is struck out.
    silent: usize,
    code: Option<Vec<Range<usize>>>,
    html: Option<Range<usize>>,
    /// The open table: rows of cells of words.
    table: Option<Vec<Vec<Vec<Piece<'t>>>>>,
    /// The open picture in a table: it may be all that a cell says.
    picture: Option<Picture>,
    /// Events before this offset have been read as part of an HTML table.
    skip: usize,
    table_end: html_block::TableEnd,
}

/// A picture, and the words that stand for it.
struct Picture {
    address: String,
    alt: String,
    at: Range<usize>,
}

/// Is the quote an alert, whose name has been blanked out?
fn alert(quote: &str) -> bool {
    quote.trim_start_matches(['>', ' ', '\t']).starts_with(CUT)
}

/// Is the line an item whose box is ticked?
fn ticked(line: &str) -> bool {
    let mark = |c: char| c.is_ascii_digit() || " \t-*+>.)".contains(c);
    let bare = line.trim_start_matches(mark);
    bare.starts_with("[x] ") || bare.starts_with("[X] ")
}

impl<'t, 'd> Reader<'t, 'd> {
    fn new(text: &'t str, draft: Draft<'d>, mdx: bool) -> Self {
        Self {
            text,
            mdx,
            draft,
            lines: vec![Vec::new()],
            heading: None,
            first_heading: None,
            lists: Vec::new(),
            ticked: false,
            quotes: Vec::new(),
            strong: Vec::new(),
            strong_count: 0,
            silent: 0,
            code: None,
            html: None,
            table: None,
            picture: None,
            skip: 0,
            table_end: html_block::TableEnd::default(),
        }
    }

    fn event(&mut self, event: Event<'t>, at: Range<usize>) {
        let inline = matches!(event, Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::Html(_));
        if inline && at.start < self.skip {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.text(words.into_string(), at),
            Event::Code(words) => self.inline_code(&words, at),
            Event::SoftBreak | Event::HardBreak if self.silent == 0 => self.lines.push(Vec::new()),
            Event::InlineHtml(tag) => self.inline_tag(&tag),
            Event::Html(_) => {
                let html = self.html.get_or_insert(at.clone());
                html.end = at.end;
            }
            Event::TaskListMarker(done) if self.ticked => {
                self.words(Cow::Borrowed(if done { "✓" } else { "✗" }), at.clone());
                self.words(Cow::Borrowed(" "), at.end..at.end);
            }
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'t>, at: Range<usize>) {
        match tag {
            Tag::Paragraph => self.close(),
            Tag::Heading { level, .. } => {
                self.close();
                self.heading = Some(number(level));
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes.push(!alert(&self.text[at]));
            }
            Tag::CodeBlock(CodeBlockKind::Indented) if self.mdx => self.close(),
            Tag::CodeBlock(_) => {
                self.close();
                self.code = Some(Vec::new());
            }
            Tag::HtmlBlock => {
                self.close();
                self.html = Some(at.start..at.start);
            }
            Tag::List(_) => {
                self.close();
                if self.lists.is_empty() {
                    self.ticked = self.text[at].lines().any(ticked);
                }
                let list = self.draft.list();
                self.lists.push((list, false));
            }
            Tag::Item => {
                self.close();
                if let Some(list) = self.lists.last_mut() {
                    list.1 = true;
                }
            }
            Tag::FootnoteDefinition(_) => {
                self.close();
                self.silent += 1;
            }
            Tag::Table(_) => {
                self.close();
                self.table = Some(Vec::new());
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(rows) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            Tag::Strong => {
                self.strong_count += 1;
                self.strong.push(self.strong_count);
            }
            Tag::DefinitionListTitle => {
                self.close();
                self.strong_count += 1;
                self.strong.push(self.strong_count);
            }
            Tag::DefinitionListDefinition => self.close(),
            Tag::Image { dest_url, .. } => {
                if self.table.is_some() && self.silent == 0 {
                    self.picture = Some(Picture { address: dest_url.into_string(), alt: String::new(), at });
                }
                self.silent += 1;
            }
            Tag::Strikethrough => self.silent += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.close(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes.pop();
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take().filter(|html| html.start >= self.skip) {
                    self.skip = html_block::read(&mut self.draft, self.text, html, &mut self.table_end).max(self.skip);
                }
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::Item => {
                self.close();
                if let Some(list) = self.lists.last_mut() {
                    list.1 = false;
                }
            }
            TagEnd::FootnoteDefinition => {
                self.lines = vec![Vec::new()];
                self.silent = self.silent.saturating_sub(1);
            }
            TagEnd::TableCell => {
                let cell = self.pieces();
                if let Some(row) = self.table.as_mut().and_then(|rows| rows.last_mut()) {
                    row.push(cell);
                }
            }
            TagEnd::Table => self.end_table(),
            TagEnd::Strong => drop(self.strong.pop()),
            TagEnd::DefinitionListTitle => {
                self.close();
                self.strong.pop();
            }
            TagEnd::DefinitionListDefinition => self.close(),
            TagEnd::Image => {
                self.silent = self.silent.saturating_sub(1);
                if let Some(picture) = self.picture.take_if(|_| self.silent == 0) {
                    let said = icon::of_picture(&picture.alt, &picture.address).unwrap_or_default();
                    self.words(format!(" {said} ").into(), picture.at);
                }
            }
            TagEnd::Strikethrough => self.silent = self.silent.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, words: String, at: Range<usize>) {
        if let Some(code) = &mut self.code {
            code.push(at);
        } else if let Some(picture) = &mut self.picture {
            picture.alt.push_str(&words);
        } else if words.len() == at.len() {
            for (said, at) in shortcode::said(&self.text[at.clone()], at.start) {
                self.words(said, at);
            }
        } else {
            self.words(words.into(), at);
        }
    }

    fn inline_code(&mut self, words: &str, at: Range<usize>) {
        let slice = &self.text[at.clone()];
        let bare = slice.trim_start_matches('`');
        let start = at.start + (slice.len() - bare.len());
        let inner = start..start + bare.trim_end_matches('`').len();
        // Over two lines of a quote the marks of the second stand among the words.
        let same = self.text[inner.clone()].split_whitespace().eq(words.split_whitespace());
        let words = if same { Cow::Borrowed(&self.text[inner.clone()]) } else { Cow::Owned(words.to_owned()) };
        self.words(words, inner);
    }

    fn words(&mut self, words: Cow<'t, str>, at: Range<usize>) {
        if self.silent > 0 {
            return;
        }
        let bold = self.strong.last().copied();
        let piece = Piece { words, at, strong: bold.is_some() };
        if let Some(line) = self.lines.last_mut() {
            line.push(Words { piece, bold });
        }
    }

    fn inline_tag(&mut self, tag: &str) {
        match html_block::name(tag) {
            ("br", _) => self.lines.push(Vec::new()),
            ("b" | "strong", true) => {
                self.strong_count += 1;
                self.strong.push(self.strong_count);
            }
            ("b" | "strong", false) => drop(self.strong.pop()),
            _ => {}
        }
    }

    /// The words of the open block, its lines joined.
    fn pieces(&mut self) -> Vec<Piece<'t>> {
        joined(std::mem::replace(&mut self.lines, vec![Vec::new()]))
    }

    /// Ends the open block, if there is one. A line of a paragraph that is bold from end to end is a
    /// block of its own, because that is how it is read.
    fn close(&mut self) {
        let lines = std::mem::replace(&mut self.lines, vec![Vec::new()]);
        if self.silent > 0 {
            return;
        }
        if let Some(level) = self.heading.take() {
            let pieces = joined(lines);
            let opens_article = self.draft.is_empty();
            self.draft.heading(level, &pieces);
            // An article that begins with a heading is called by it, whatever its level.
            if (level == 1 || opens_article) && self.first_heading.is_none() {
                self.first_heading = Some(self.draft.last_words().to_owned()).filter(|words| !words.is_empty());
            }
            return;
        }
        if lines.iter().all(Vec::is_empty) {
            return;
        }
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        if let Some((list, first @ true)) = self.lists.last_mut() {
            *first = false;
            let kind = BlockKind::ListItem { list: *list, depth };
            self.draft.block(kind, &joined(lines));
        } else if self.quotes.last() == Some(&true) {
            self.draft.block(BlockKind::Quote, &joined(lines));
        } else {
            for group in labels_apart(lines) {
                self.draft.paragraph(&joined(group));
            }
        }
    }

    fn end_code(&mut self) {
        let Some(parts) = self.code.take() else { return };
        let text = self.text;
        let lines: Vec<_> = parts.into_iter().flat_map(|part| grid::lines(text, part)).collect();
        if let Some(table) = grid::piped(text, &lines) {
            self.draft.table(table.header_rows, &table.pieces(text));
        } else {
            let pieces: Vec<_> = lines.into_iter().map(|line| Piece::of(text, line)).collect();
            self.draft.code(&pieces);
        }
    }

    fn end_table(&mut self) {
        let Some(mut rows) = self.table.take() else { return };
        let empty = |row: &Vec<Vec<Piece<'_>>>| row.iter().flatten().all(|piece| piece.words.trim().is_empty());
        let headless = rows.first().is_some_and(empty);
        if headless {
            rows.remove(0);
        }
        self.draft.table(usize::from(!headless), &rows);
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
