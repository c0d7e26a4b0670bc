//! The flags as typed.
//!
//! Nothing is decided here: a flag becomes an option of the library in the command that has it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use gainsay::matrix::Severity;
use gainsay::merge;

/// Reads comparison articles, merges what they claim, and shows where they contradict each other.
#[derive(Debug, Parser)]
#[command(name = "gainsay", version, max_term_width = 100, after_help = TOP_EXAMPLES)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Colour the output.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(crate) color: Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the consensus matrix, the claims and the contradictions of articles into a folder.
    #[command(after_help = RUN_EXAMPLES)]
    Run(Run),
    /// Show the contradictions, and fail where there are any.
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Show what each source says on one criterion, with the words that prove it.
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// Show the text of an article as the program reads it.
    #[command(after_help = TEXT_EXAMPLES)]
    Text(Text),
    /// Print a completion script for a shell.
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(Completions),
    /// Print the manual page.
    #[command(after_help = MAN_EXAMPLES)]
    Man(Man),
}

/// What to read, and how.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// Articles, or folders with articles (.html .htm .md .markdown .txt, also as .gz); - is standard input.
    #[arg(value_name = "PATH", default_value = "sources")]
    pub(crate) paths: Vec<PathBuf>,
    /// Names and criteria of your own [default: gainsay.toml, where there is one].
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// How the positions of independent sources become a consensus.
    ///
    /// Copies of one article are one voice in each of them.
    #[arg(long, value_enum, default_value_t = Method::LogOdds, value_name = "METHOD")]
    pub(crate) method: Method,
    /// Count a position for what its own publisher sells or makes as half a voice.
    ///
    /// Who has a stake in what is declared in a file `sources.toml` beside the articles.
    #[arg(long)]
    pub(crate) weigh_stakes: bool,
    /// Show errors only.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// How to write the files.
#[derive(Debug, Args)]
pub(crate) struct Output {
    /// Replace the articles' own words by their places and a short hash.
    #[arg(long)]
    pub(crate) no_quotes: bool,
    /// Begin the CSV files with the byte order mark that Excel needs.
    #[arg(long)]
    pub(crate) excel: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    #[command(flatten)]
    pub(crate) input: Input,
    /// The folder to write into.
    #[arg(short, long, value_name = "DIR", default_value = "claims")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) output: Output,
    /// Draw the matrix as a picture, too.
    #[arg(long, value_name = "FILE.svg")]
    pub(crate) picture: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Leave out contradictions that are less grave.
    #[arg(long, value_enum, default_value_t = Grave::Low, value_name = "SEVERITY")]
    pub(crate) min_severity: Grave,
    /// Write the files of `gainsay run` into this folder, too.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The row of the matrix: `performance`, `ease of use`.
    #[arg(value_name = "CRITERION")]
    pub(crate) criterion: String,
    #[command(flatten)]
    pub(crate) input: Input,
}

#[derive(Debug, Args)]
pub(crate) struct Text {
    /// Articles, or folders with articles (.html .htm .md .markdown .txt, also as .gz); - is standard input.
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Write one <id>.txt per article into this folder instead; - is standard output.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    /// Write the pages of all commands into this folder instead.
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Method {
    /// A position weighs what its kind of evidence is to be believed; the confidence is a probability. The best choice for a handful of articles.
    LogOdds,
    /// A position weighs how often its article says what the others say, over all criteria. Worth a try with many articles that speak on many criteria.
    OneCoin,
    /// One voice, one vote; the confidence is the share of the votes.
    Majority,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Grave {
    /// All.
    Low,
    /// Medium and high.
    Medium,
    /// High only.
    High,
}

impl From<Grave> for Severity {
    fn from(grave: Grave) -> Self {
        match grave {
            Grave::Low => Self::Low,
            Grave::Medium => Self::Medium,
            Grave::High => Self::High,
        }
    }
}

impl From<&Input> for merge::Options {
    fn from(input: &Input) -> Self {
        let method = match input.method {
            Method::LogOdds => merge::Method::LogOdds,
            Method::OneCoin => merge::Method::OneCoin,
            Method::Majority => merge::Method::Majority,
        };
        let stakes = if input.weigh_stakes { merge::Stakes::Weighed } else { merge::Stakes::Shown };
        Self { method, stakes }
    }
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::Always,
            Color::Never => Self::Never,
        }
    }
}

const TOP_EXAMPLES: &str = "\
Examples:
  gainsay run                       read sources/, write claims/
  gainsay check articles/*.html     fail where the articles contradict each other
  gainsay explain performance       who says what on one criterion

Exit status: 0 done; 1 contradictions stand (check only); 2 trouble, and a message says which.";

const RUN_EXAMPLES: &str = "\
Examples:
  gainsay run                                   read sources/, write claims/
  gainsay run flask-vs-django.html notes.md --out merged
  gainsay run articles --no-quotes              share the results without the articles' words
  gainsay run articles --excel                  for a double click in Excel
  gainsay run articles --method majority        one voice, one vote
  gainsay run articles --picture matrix.svg     a picture of the matrix for a page";

const CHECK_EXAMPLES: &str = "\
Examples:
  gainsay check                                 all contradictions in sources/
  gainsay check articles --min-severity high    only where both sides say it outright
  gainsay check draft.md published/             does a draft contradict what is published?";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  gainsay explain performance
  gainsay explain \"ease of use\" articles/";

const TEXT_EXAMPLES: &str = "\
Examples:
  gainsay text flask-vs-django.html | less
  curl https://example.org/a-vs-b | gainsay text -
  gainsay text articles --out texts";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay
  gainsay completions zsh > ~/.zfunc/_gainsay
  gainsay completions fish > ~/.config/fish/completions/gainsay.fish";

const MAN_EXAMPLES: &str = "\
Examples:
  gainsay man | man -l -
  gainsay man --dir ~/.local/share/man/man1";
