//! Code that was pasted among prose.

use super::line::Line;

/// Are most of these lines code or what a terminal shows?
pub(super) fn is(text: &str, lines: &[Line]) -> bool {
    let coded = lines.iter().filter(|line| coded(&text[line.at.clone()], line.indent)).count();
    coded * 2 > lines.len() || (coded * 2 == lines.len() && coded > 0 && coded_surely(&text[lines[0].at.clone()]))
}

fn coded(words: &str, indent: usize) -> bool {
    if coded_surely(words) {
        return true;
    }
    let punctuation = words.ends_with([';', '{', '}', ')']) || words.contains(['=', '{', '<', '_']);
    let sentence = words.ends_with(['.', '!', '?']) && words.starts_with(char::is_uppercase);
    if indent >= 4 && punctuation && !sentence && super::line::item(words).is_none() {
        return true;
    }
    let closes = words.ends_with("();") || words.ends_with(");") || words.ends_with("):") || words.ends_with(" {");
    closes || words.chars().all(|c| "{}()[];,".contains(c))
}

fn coded_surely(words: &str) -> bool {
    const STARTS: &[&str] = &[
        "$ ",
        ">>> ",
        "PS> ",
        "C:\\>",
        "#include",
        "#!/",
        "import {",
        "const ",
        "let ",
        "var ",
        "def ",
        "function ",
        "return ",
        "public class ",
        "fn ",
        "sudo ",
        "npm install ",
        "pip install ",
        "pip3 install ",
        "yarn add ",
        "git clone ",
        "SELECT ",
        "INSERT INTO ",
        "CREATE TABLE ",
        "<?php",
        "<div",
        "</",
    ];
    let plain_end = words.ends_with(['.', ',']) && words.split_whitespace().count() > 8;
    let start = STARTS.iter().any(|start| words.starts_with(start));
    let import = words.starts_with("import ") && words.split_whitespace().count() <= 4
        || words.starts_with("from ") && words.contains(" import ");
    let assigns = words.split_once(" = ").is_some_and(|(left, right)| {
        !left.contains(' ') && !left.is_empty() && (right.contains('(') || right.contains(['[', '{', '"', '\'']))
    });
    (start && !plain_end && !(words.starts_with("let ") && !words.contains('='))) || import || assigns
}
