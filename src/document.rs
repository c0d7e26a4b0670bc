//! An article as read: its text, the blocks and sections that the text is made of, and the way back
//! to the bytes of the file.
//!
//! The text is normalised and ours: blocks follow each other, parted by a blank line, and white space
//! within a block is a single space (code keeps its lines). Blocks do not nest; a nested list item
//! says its depth. That keeps every span a plain range, which is worth more than a tree here.

use std::path::PathBuf;

use serde::Serialize;

use crate::span::Span;

/// What kind of file an article was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Format {
    /// Plain text, often copied out of a web page.
    Text,
    /// Markdown with or without front matter.
    Markdown,
    /// A web page.
    Html,
}

/// One article by one publisher: who says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The article's id: its file name without the ending (`.html.gz` is one), made unique by its folder.
    pub id: String,
    /// The file that it was read from, as the user named it.
    pub origin: PathBuf,
    /// The article's title, where it has one.
    pub title: Option<String>,
    /// Who published it: a site's name.
    pub publisher: Option<String>,
    /// The date of publication or of the last update, as written: `2024-09-12`.
    pub published: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The date of the last update, as written, where the page tells it apart from publication.
    pub updated: Option<String>,
    /// The article's own address.
    pub url: Option<String>,
    /// Things that the publisher sells, makes or is paid for, as a user has declared it.
    pub stake: Vec<String>,
    /// What kind of file it was.
    pub format: Format,
}

impl Source {
    /// A source of which nothing more is known than its file.
    #[must_use]
    pub fn new(id: String, origin: PathBuf, format: Format) -> Self {
        Self {
            id,
            origin,
            title: None,
            publisher: None,
            published: None,
            author: None,
            updated: None,
            url: None,
            stake: Vec::new(),
            format,
        }
    }
}

/// An article as read.
#[derive(Debug, Clone)]
pub struct Document {
    /// Who says it.
    pub source: Source,
    /// The normalised text; every [`Span`] of this document points into it.
    pub text: String,
    /// The blocks in reading order; their spans do not overlap.
    pub blocks: Vec<Block>,
    /// The sections in reading order; the first is the whole article and has no heading.
    pub sections: Vec<Section>,
    /// The way back from the text to the bytes of the file.
    pub places: Places,
    /// What could not be read well, one line each: `not valid UTF-8; read as windows-1252`.
    pub problems: Vec<String>,
}

/// A stretch of the article under one heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading's level, 1 to 6; 0 for the whole article.
    pub level: u8,
    /// The words of the heading; empty for the whole article.
    pub heading: Span,
    /// The section around it, an index into [`Document::sections`]; `None` for the whole article.
    pub parent: Option<usize>,
}

/// A paragraph, a heading, a list item: the smallest thing that a reader sees set apart.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub span: Span,
    /// The section that it stands in, an index into [`Document::sections`]. A heading stands in the
    /// section that it opens.
    pub section: usize,
    /// The stretches set in bold: a label such as `Pros:` is often nothing else.
    pub strong: Vec<Span>,
    /// Its sentences, without the white space between them. A heading and a list item have at least
    /// one; a table and code have none.
    pub sentences: Vec<Span>,
}

/// What a block is.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum BlockKind {
    /// A heading; its level, 1 to 6, is that of the section it opens.
    Heading,
    /// Running prose, or a line that stands by itself.
    Paragraph,
    /// One item of a list.
    ListItem {
        /// Items of one list share this number, counted from 0 through the article.
        list: usize,
        /// 0 for a list that stands in no other.
        depth: u8,
    },
    /// A table; the block's span runs from its first cell to its last.
    Table(Table),
    /// Somebody else's words.
    Quote,
    /// Code or program output; it makes no claims.
    Code,
}

/// A table, row by row. Every row has the same number of cells; merged cells are repeated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The words of its caption, where it has one.
    pub caption: Option<Span>,
    /// How many of the first rows are headers; 0 where it has none.
    pub header_rows: usize,
    /// The cells.
    pub rows: Vec<Vec<Span>>,
}

impl Document {
    /// The words of a span.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The headings above a section and its own, outermost first.
    #[must_use]
    pub fn heading_path(&self, section: usize) -> Vec<&str> {
        let mut path = Vec::new();
        let mut at = Some(section);
        while let Some(index) = at {
            let section = &self.sections[index];
            if !section.heading.is_empty() {
                path.push(self.words(section.heading));
            }
            at = section.parent;
        }
        path.reverse();
        path
    }

    /// How many words the article has.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.text.split_whitespace().count()
    }
}

/// The way back from the text to the bytes of the file.
///
/// It is a list of runs that stand in the file letter for letter; what lies between two runs (a
/// folded line break, a character written as an entity) has no single byte range of its own, but a
/// span that begins and ends inside runs has. Where the file is packed (`page.html.gz`), its bytes
/// are those that it unpacks to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    runs: Vec<Run>,
    line_starts: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    text: usize,
    file: usize,
    /// Bytes of the text that the run covers.
    len: usize,
    /// Bytes of the file that the run covers: `len` where it stands letter for letter, another
    /// figure where it is one character in another spelling (an entity, another encoding).
    file_len: usize,
}

impl Places {
    /// A map with no runs yet, for a file with these bytes; they give the line numbers.
    #[must_use]
    pub fn of_file(bytes: &[u8]) -> Self {
        let newline = memchr::memchr(b'\n', bytes).map_or(b'\r', |_| b'\n');
        let mut line_starts = vec![0];
        line_starts.extend(memchr::memchr_iter(newline, bytes).map(|at| at + 1));
        Self { runs: Vec::new(), line_starts }
    }

    /// Says that `len` bytes of the text from `text` stand in the file, letter for letter, from
    /// `file`. Runs are added in the order of the text.
    pub fn add(&mut self, text: usize, file: usize, len: usize) {
        self.add_spelled(text, len, file, len);
    }

    /// Says that `len` bytes of the text from `text` stand for `file_len` bytes of the file from
    /// `file`, in another spelling (`&amp;` for `&`, one byte for an `é`).
    pub fn add_spelled(&mut self, text: usize, len: usize, file: usize, file_len: usize) {
        if len == 0 {
            return;
        }
        if let Some(last) = self.runs.last_mut() {
            let verbatim = last.len == last.file_len && len == file_len;
            if verbatim && last.text + last.len == text && last.file + last.file_len == file {
                last.len += len;
                last.file_len += file_len;
                return;
            }
        }
        self.runs.push(Run { text, file, len, file_len });
    }

    /// The bytes of the file that hold the words of `span`, from the first to the last; `None` where
    /// the span is empty or its ends cannot be traced.
    #[must_use]
    pub fn bytes(&self, span: Span) -> Option<(usize, usize)> {
        if span.is_empty() {
            return None;
        }
        let (first, last) = (self.run(span.start)?, self.run(span.end - 1)?);
        let start = if first.len == first.file_len { first.file + span.start - first.text } else { first.file };
        let end = if last.len == last.file_len { last.file + span.end - last.text } else { last.file + last.file_len };
        Some((start, end))
    }

    /// The line of the file, counted from 1, on which the words of `span` begin.
    #[must_use]
    pub fn line(&self, span: Span) -> Option<usize> {
        let (start, _) = self.bytes(span)?;
        Some(self.line_starts.partition_point(|line| *line <= start))
    }

    fn run(&self, at: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.text <= at);
        self.runs[..after].last().filter(|run| at < run.text + run.len)
    }
}
