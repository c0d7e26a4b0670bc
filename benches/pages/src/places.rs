//! Do the words of every block stand at the bytes that it names?
//!
//! The bytes are cut out of the page and read by another parser: they must show the words of the block,
//! all of them and nothing else (`exact`), or all of them in order and between them something that is no part of
//! the article (`parted`). Words that the page shows as a picture (`yes` for a tick) stand for a tag: the
//! tag must lie within the block's bytes (`drawn`). The rest has `failed`.

use std::path::Path;

use gainsay::document::{Block, Document};
use gainsay::span::Span;

use crate::load::Page;
use crate::shown;

/// What the bytes of a block prove.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    Exact,
    Parted,
    Drawn,
    Failed,
}

/// Prints how many blocks are proven in which way, and names those that are not.
pub fn measure(pages: &[Page]) {
    let mut counts = [0; 4];
    let mut all = 0;
    for page in pages {
        let Ok(document) = gainsay::read::bytes(Path::new("page.html"), &page.bytes) else { continue };
        for block in &document.blocks {
            let proof = proof(page, &document, block);
            counts[proof as usize] += 1;
            all += 1;
            if proof == Proof::Failed || proof == Proof::Parted && std::env::var_os("VERBOSE").is_some() {
                let words: String = document.words(block.span).chars().take(80).collect();
                println!("# {}: {proof:?} at {:?}: {words:?}", page.id, document.places.bytes(block.span));
            }
        }
    }
    let [exact, parted, drawn, failed] = counts;
    println!("exact={exact}\nparted={parted}\ndrawn={drawn}\nfailed={failed}\nproven={}/{all}", all - failed);
}

fn proof(page: &Page, document: &Document, block: &Block) -> Proof {
    let Some((start, end)) = document.places.bytes(block.span) else { return Proof::Failed };
    let (piece, words) = (&page.bytes[start..end], document.words(block.span));
    if shows(piece, words) {
        return Proof::Exact;
    }
    let mut drawn = false;
    let mut last = start;
    for word in words.split_whitespace() {
        let at = block.span.start + (word.as_ptr() as usize - words.as_ptr() as usize);
        let Some((from, to)) = document.places.bytes(Span::new(at, at + word.len())) else { return Proof::Failed };
        if from < start || to > end {
            return Proof::Failed;
        }
        let bytes = &page.bytes[from..to];
        let tag = bytes.starts_with(b"<") && bytes.ends_with(b">") && !shows(bytes, word);
        // A tag may stand for several words; all others follow each other in the page.
        if !tag && (from < last || !shows(bytes, word) && !shows_around(bytes, word)) {
            return Proof::Failed;
        }
        drawn |= tag;
        last = if tag { from } else { to };
    }
    if drawn { Proof::Drawn } else { Proof::Parted }
}

/// Do the bytes show these words, white space aside?
fn shows(bytes: &[u8], words: &str) -> bool {
    let utf8 = String::from_utf8_lossy(bytes);
    let wanted = letters(words);
    if letters(&shown::of_piece(&utf8)) == wanted {
        return true;
    }
    // Every byte is a character of the encoding that pages have which do not say.
    let western: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    !bytes.is_ascii() && letters(&shown::of_piece(&western)) == wanted
}

/// Do they show the beginning of a word, something that is no part of the article, and the rest of the word?
fn shows_around(bytes: &[u8], word: &str) -> bool {
    let shown = letters(&shown::of_piece(&String::from_utf8_lossy(bytes)));
    word.char_indices().any(|(at, _)| at > 0 && shown.starts_with(&word[..at]) && shown.ends_with(&word[at..]))
}

/// All but white space and characters without width.
fn letters(text: &str) -> String {
    let gone = |c: &char| c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    text.chars().filter(|c| !gone(c)).collect()
}
