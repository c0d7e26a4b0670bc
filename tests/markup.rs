//! Markdown and plain text: the head of a file, and the way back from every quote to its bytes.

use std::path::Path;

use gainsay::document::{Document, Source};

fn read(name: &str, words: &str) -> Document {
    gainsay::read::bytes(Path::new(name), words.as_bytes()).unwrap()
}

/// Title, author, publisher, date, last update and address, as far as they are known.
fn said(source: &Source) -> [&str; 6] {
    [&source.title, &source.author, &source.publisher, &source.published, &source.updated, &source.url]
        .map(|value| value.as_deref().unwrap_or("-"))
}

#[test]
fn the_head_of_a_file_says_whose_it_is() {
    let body = "\n\nOak is hard.\n";
    for (head, expected) in [
        ("---\ntitle: Oak\ndate: 2024-01-02\n---", ["Oak", "-", "-", "2024-01-02", "-", "-"]),
        ("\u{feff}---\r\ntitle: \"Oak\"\r\nauthors: [Ada, 'Bo']\r\n---\r", ["Oak", "Ada, Bo", "Ada", "-", "-", "-"]),
        ("\n---\nTitle: Oak\nAuthor:\n  name: Ada\n  url: x\n...", ["Oak", "Ada", "Ada", "-", "-", "-"]),
        (
            "---\ntitle: Oak\nlast_modified_at: 2024-03-04\npublishDate: 2024-01-02\nsite_name: Wood\n---",
            ["Oak", "-", "Wood", "2024-03-04", "2024-03-04", "-"],
        ),
        (
            "---\ntitle: >-\n  Oak or\n  ash\ncanonical_url: https://x.example/a\n---",
            ["Oak or ash", "-", "-", "-", "-", "https://x.example/a"],
        ),
        (
            "+++\ntitle = \"Oak\"\ndate = 2024-01-02T03:04:05Z\nauthors = [\"Ada\"]\n[params]\ntitle = \"no\"\n+++",
            ["Oak", "Ada", "Ada", "2024-01-02T03:04:05Z", "-", "-"],
        ),
        ("+++\ntitle = 'Oak'\nbroken = \n+++", ["Oak", "-", "-", "-", "-", "-"]),
        ("{\n\"title\": \"Oak\",\n\"author\": {\"name\": \"Ada\"}\n}", ["Oak", "Ada", "Ada", "-", "-", "-"]),
        ("% Oak\n% Ada; Bo\n% 2024-01-02", ["Oak", "Ada, Bo", "Ada", "2024-01-02", "-", "-"]),
        ("Title: Oak\nAuthor: Ada\nDate: 2 March 2024", ["Oak", "Ada", "Ada", "2 March 2024", "-", "-"]),
    ] {
        let document = read("x.md", &format!("{head}{body}"));
        assert_eq!(said(&document.source), expected, "{head}");
        assert_eq!(document.text, "Oak is hard.", "{head}");
    }
}

#[test]
fn what_only_looks_like_a_head_is_the_article() {
    for (words, text) in [
        ("---\n\nOak: hard.\n\n---\n\nAsh: light.", "Oak: hard.\n\nAsh: light."),
        ("---\nOak is hard: it lasts.\n\n---\n\nAsh.", "Oak is hard: it lasts.\n\nAsh."),
        ("One.\n\n---\ntitle: Oak\n\n---\n\nAsh.", "One.\n\ntitle: Oak\n\nAsh."),
        ("{curly} words", "{curly} words"),
        ("%5 more", "%5 more"),
        ("Winner: Oak\nLoser: Ash", "Winner: Oak Loser: Ash"),
        ("---\ntitle: Oak\n\nwords", "title: Oak\n\nwords"),
    ] {
        let document = read("x.md", words);
        assert_eq!(said(&document.source), ["-"; 6], "{words}");
        assert_eq!(document.text, text, "{words}");
    }
}
