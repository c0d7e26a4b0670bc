//! The shapes that a picture of the matrix is made of, as SVG.

use std::fmt::Write as _;

/// A picture that is being drawn; it grows to the right as far as anything reaches.
#[derive(Default)]
pub(super) struct Canvas {
    body: String,
    width: usize,
}

/// A background and the colour of what stands on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    fill: &'static str,
    on: &'static str,
}

impl Ink {
    pub(super) const TEXT: Ink = Ink { fill: "#1f2937", on: "#ffffff" };
    pub(super) const GREY: Ink = Ink { fill: "#6b7280", on: "#ffffff" };
    pub(super) const EVEN: Ink = Ink { fill: "#d1d5db", on: "#374151" };
    pub(super) const DISPUTED: Ink = Ink { fill: "#fde68a", on: "#713f12" };

    /// The colour of a subject, by its number; blue and orange first, which nearly everybody can tell apart.
    pub(super) fn subject(number: usize) -> Ink {
        const FILLS: [&str; 6] = ["#2563eb", "#c2570c", "#0f766e", "#9333ea", "#be185d", "#4d7c0f"];
        Ink { fill: FILLS[number % FILLS.len()], on: "#ffffff" }
    }
}

/// About how wide words are at the size of a label.
pub(super) fn wide(words: &str) -> usize {
    words.chars().map(|letter| if u32::from(letter) < 0x1100 { 15 } else { 26 }).sum::<usize>() / 2
}

impl Canvas {
    /// Makes room as far as `x`.
    pub(super) fn reach(&mut self, x: usize) {
        self.width = self.width.max(x);
    }

    pub(super) fn title(&mut self, x: usize, y: usize, words: &str) {
        self.words(x, y, words, "font-size=\"22\" font-weight=\"700\" fill=\"#111827\"");
        self.reach(x + wide(words) * 2);
    }

    pub(super) fn text(&mut self, x: usize, y: usize, words: &str, ink: Ink) {
        self.words(x, y, words, &format!("font-size=\"13.5\" fill=\"{}\"", ink.fill));
    }

    pub(super) fn small(&mut self, x: usize, y: usize, words: &str, ink: Ink) {
        self.words(x, y, words, &format!("font-size=\"12.5\" fill=\"{}\"", ink.fill));
        self.reach(x + wide(words));
    }

    /// A label that rises to the right.
    pub(super) fn slanted(&mut self, x: usize, y: usize, words: &str) {
        let fill = Ink::TEXT.fill;
        self.words(x, y, words, &format!("font-size=\"12.5\" fill=\"{fill}\" transform=\"rotate(-35 {x} {y})\""));
        self.reach(x + wide(words) * 82 / 100 + 16);
    }

    /// A rounded box with words in its middle.
    pub(super) fn cell(&mut self, x: usize, y: usize, width: usize, height: usize, words: &str, ink: Ink) {
        let Ink { fill, on } = ink;
        let _ =
            writeln!(self.body, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="5" fill="{fill}"/>"#);
        let style = format!("font-size=\"12.5\" font-weight=\"600\" text-anchor=\"middle\" fill=\"{on}\"");
        self.words(x + width / 2, y + height / 2 + 4, words, &style);
    }

    /// A bar that is filled to a share of its width.
    pub(super) fn bar(&mut self, x: usize, y: usize, width: usize, share: f64, ink: Ink) {
        let filled = (share.clamp(0.0, 1.0) * width as f64).round();
        let _ = writeln!(self.body, r##"<rect x="{x}" y="{y}" width="{width}" height="6" rx="3" fill="#e5e7eb"/>"##);
        let _ =
            writeln!(self.body, r#"<rect x="{x}" y="{y}" width="{filled}" height="6" rx="3" fill="{}"/>"#, ink.fill);
    }

    /// Where a source is silent.
    pub(super) fn dot(&mut self, x: usize, y: usize) {
        let _ = writeln!(self.body, r##"<circle cx="{x}" cy="{y}" r="2" fill="#d1d5db"/>"##);
    }

    /// How many contradictions stand.
    pub(super) fn badge(&mut self, x: usize, y: usize, words: &str) {
        let _ = writeln!(self.body, r##"<circle cx="{x}" cy="{y}" r="10" fill="#dc2626"/>"##);
        let style = "font-size=\"11.5\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#ffffff\"";
        self.words(x, y + 4, words, style);
    }

    pub(super) fn band(&mut self, x: usize, y: usize, end: usize, height: usize) {
        let width = end.saturating_sub(x);
        let _ =
            writeln!(self.body, r##"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="4" fill="#f3f4f6"/>"##);
    }

    pub(super) fn rule(&mut self, x: usize, y: usize, end: usize) {
        let _ = writeln!(self.body, r##"<path d="M{x} {y}H{end}" stroke="#9ca3af"/>"##);
    }

    /// The whole picture.
    pub(super) fn finish(self, height: usize) -> String {
        let Self { body, width } = self;
        let (inner, tall) = (width.saturating_sub(1), height.saturating_sub(1));
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif" role="img">
<rect x="0.5" y="0.5" width="{inner}" height="{tall}" rx="10" fill="#ffffff" stroke="#d1d5db"/>
{body}</svg>
"##
        )
    }

    fn words(&mut self, x: usize, y: usize, words: &str, style: &str) {
        let _ = writeln!(self.body, r#"<text x="{x}" y="{y}" {style}>{}</text>"#, escaped(words));
    }
}

/// Words as XML has them; characters that XML does not have at all are left out.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '\n' | '\t' | '\r' => text.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => text.push(letter),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_safe_in_xml() {
        assert_eq!(escaped("a<b> & \u{0}c\n"), "a&lt;b&gt; &amp; c ");
    }
}
