//! Merging, through its one function: small articles of our own, written as lists of claims.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use gainsay::claim::{Article, Aspect, Claim, Evidence, Figure, Form, Mention, Named, Roster, Unit, Verdict};
use gainsay::document::{Document, Format, Places, Section, Source};
use gainsay::lexicon::Lexicon;
use gainsay::matrix::{Basis, Comparison, ConsensusMatrix, Contradiction, DifferenceKind, Kind, Outcome, Severity};
use gainsay::merge;
use gainsay::span::Span;
use proptest::prelude::*;

/// An article on these subjects; claims are added in the order in which it makes them.
fn article(id: &str, subjects: &[&str]) -> Article {
    let source = Source::new(id.to_owned(), PathBuf::from(format!("{id}.md")), Format::Markdown);
    let document = Document {
        source,
        text: String::new(),
        blocks: Vec::new(),
        sections: vec![Section::default()],
        places: Places::default(),
        problems: Vec::new(),
    };
    let named = |name: &&str| Named { name: (*name).to_owned(), ..Named::default() };
    let roster = Roster { subjects: subjects.iter().map(named).collect() };
    Article { document, roster, claims: Vec::new(), skipped: Vec::new() }
}

/// What an article says, in the test's shorthand.
trait Says: Sized {
    /// Adds a claim that stands in these words.
    fn says(self, words: &str, subject: &str, criterion: &str, verdict: Verdict) -> Self;
    /// Puts the last claim under a condition.
    fn when(self, scope: &str) -> Self;
    /// Says what carried the last claim.
    fn form(self, form: Form) -> Self;
}

impl Says for Article {
    fn says(mut self, words: &str, subject: &str, criterion: &str, verdict: Verdict) -> Self {
        let start = self.document.text.len();
        self.document.text.push_str(words);
        let span = Span::new(start, self.document.text.len());
        self.document.text.push_str("\n\n");
        let mention = |name: &str| Mention { name: name.to_owned(), text: name.to_owned() };
        let other = self.roster.subjects.iter().find(|named| named.name != subject);
        let comparative = matches!(verdict, Verdict::Better | Verdict::Worse | Verdict::Equal);
        self.claims.push(Claim {
            subject: mention(subject),
            rival: other.filter(|_| comparative).map(|named| mention(&named.name)),
            criterion: Aspect { label: criterion.to_owned(), slug: criterion.to_owned() },
            verdict,
            scope: None,
            evidence: Evidence { span, section: 0, form: Form::Sentence, rule: "test".to_owned() },
            confidence: 0.8,
        });
        self
    }

    fn when(mut self, scope: &str) -> Self {
        self.claims.last_mut().expect("a claim").scope = Some(scope.to_owned());
        self
    }

    fn form(mut self, form: Form) -> Self {
        self.claims.last_mut().expect("a claim").evidence.form = form;
        self
    }
}

const PAIR: [&str; 2] = ["Tea", "Coffee"];

fn on_tea(id: &str) -> Article {
    article(id, &PAIR)
}

fn figure(number: f64, unit: Unit) -> Verdict {
    Verdict::Value(Figure { number, unit })
}

fn matrix(articles: &[Article]) -> ConsensusMatrix {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);
    merge::matrix(articles, &LEXICON)
}

fn only(articles: &[Article]) -> Comparison {
    let mut comparisons = matrix(articles).comparisons;
    assert_eq!(comparisons.len(), 1, "one comparison");
    comparisons.remove(0)
}

fn contradictions(articles: &[Article]) -> Vec<Contradiction> {
    only(articles).contradictions
}

/// The kinds of differences of articles that do not contradict each other.
fn differs(articles: &[Article]) -> Vec<DifferenceKind> {
    let comparison = only(articles);
    assert!(comparison.contradictions.is_empty(), "{:?}", comparison.contradictions);
    comparison.differences.iter().map(|difference| difference.kind).collect()
}

fn names(articles: &[Article]) -> Vec<String> {
    matrix(articles).comparisons.into_iter().map(|comparison| comparison.name).collect()
}

fn cell(comparison: &Comparison, criterion: &str, source: &str) -> String {
    let row = comparison.rows.iter().find(|row| row.criterion.0 == criterion);
    row.and_then(|row| row.positions.get(source)).map_or(String::new(), |position| position.favours.cell().to_owned())
}

// Who compares what

#[test]
fn spellings_of_one_name_meet_in_one_comparison() {
    let rosters: [[&str; 2]; 4] =
        [["React", "Vue"], ["React.js", "Vue.js"], ["ReactJS", "VueJS"], ["react", "the Vue framework"]];
    let articles: Vec<Article> = rosters.iter().enumerate().map(|(i, pair)| article(&i.to_string(), pair)).collect();
    assert_eq!(names(&articles).len(), 1);
    let pairs = [["Postgres", "Redis"], ["PostgreSQL", "Redis"], ["Postgres", "Redis"]];
    let articles: Vec<Article> = pairs.iter().enumerate().map(|(i, pair)| article(&i.to_string(), pair)).collect();
    assert_eq!(names(&articles), ["Postgres vs Redis"], "the commonest name");
    let printers = [["Acme Labs P1 Mini", "Zed Three"], ["Acme P1 Mini", "Zed Three"], ["P1 Mini", "Zed Three"]];
    let articles: Vec<Article> = printers.iter().enumerate().map(|(i, pair)| article(&i.to_string(), pair)).collect();
    assert_eq!(names(&articles), ["Acme Labs P1 Mini vs Zed Three"], "the longest where none is commonest");
}

#[test]
fn another_product_of_the_same_name_is_another_subject() {
    for (one, other) in [("React", "React Native"), ("Phone 15", "Phone 15 Pro"), ("Console 4", "Console 5")] {
        let articles = [article("a", &[one, "Rival"]), article("b", &[other, "Rival"])];
        assert_eq!(names(&articles).len(), 2, "{one} and {other}");
    }
    for (one, other) in [("Amazon Web Services", "AWS"), ("JavaScript", "JS"), ("PlayStation 5", "PS5")] {
        let articles = [article("a", &[one, "Rival"]), article("b", &[other, "Rival"])];
        assert_eq!(names(&articles).len(), 1, "{other} is short for {one}");
    }
    let articles = [article("a", &["Postgres", "PostgreSQL"])];
    assert_eq!(names(&articles), ["Postgres vs PostgreSQL"], "what one article sets against each other");
}

#[test]
fn another_article_changes_no_id() {
    let one = article("a", &["Gas stove", "Induction stove"]).says(
        "gas is faster",
        "Gas stove",
        "performance",
        Verdict::Better,
    );
    let other = article("b", &["Gas Stove", "Induction Stove"]).says(
        "gas is slower",
        "Gas Stove",
        "performance",
        Verdict::Worse,
    );
    let third =
        article("c", &["Gas Stove", "Induction Stove"]).says("gas is slow", "Gas Stove", "performance", Verdict::Worse);
    let ids = |articles: &[Article]| -> Vec<String> {
        only(articles).claims.iter().filter(|claim| claim.source == "a").map(|claim| claim.id.clone()).collect()
    };
    let (one, other) = ([one, other.clone()], other);
    assert_eq!(ids(&one), ids(&[one[0].clone(), other, third]));
    assert_eq!(ids(&one).len(), 1);
}

#[test]
fn an_article_with_a_third_subject_joins_the_comparison() {
    let articles = [article("a", &["Tea", "Coffee"]), article("b", &["Tea", "Coffee", "Mate"]), on_tea("c")];
    assert_eq!(names(&articles), ["Coffee vs Mate vs Tea"]);
    let articles = [article("a", &["Tea", "Coffee"]), article("b", &["Tea", "Mate"]), article("c", &["Tea"])];
    assert_eq!(names(&articles), ["Coffee vs Tea", "Mate vs Tea"], "one shared subject joins nothing");
}

#[test]
fn two_spellings_of_a_criterion_are_one_row_and_near_words_are_two() {
    let row = |slug: &str| on_tea(slug).says("Tea wins.", "Tea", slug, Verdict::Better);
    let joined = only(&[row("brewing-time"), row("time-of-brewing"), row("brewing-times")]);
    assert_eq!(joined.rows.len(), 1);
    assert!(joined.claims.iter().any(|claim| claim.joined_from.is_some()));
    for (a, b) in
        [("readability", "reliability"), ("minimum-price", "maximum-price"), ("upload-speed", "download-speed")]
    {
        assert_eq!(only(&[row(a), row(b)]).rows.len(), 2, "{a} and {b}");
    }
}

// What one source says, and all of them

#[test]
fn two_sources_against_one_make_a_consensus_and_a_contradiction() {
    let comparison = only(&[
        on_tea("a").says("Tea is cheaper than coffee.", "Tea", "cost", Verdict::Better),
        on_tea("b").says("Coffee costs more than tea.", "Coffee", "cost", Verdict::Worse),
        on_tea("c").says("Coffee is the cheaper cup.", "Coffee", "cost", Verdict::Better),
    ]);
    let row = &comparison.rows[0];
    assert_eq!(row.consensus.outcome, Outcome::Favoured(comparison.subjects[1].clone()));
    assert_eq!((row.consensus.support, row.consensus.dissent, row.contradictions), (2, 1, 1));
    assert!(row.consensus.confidence > 0.6 && row.consensus.confidence < 0.8);
    let found = &comparison.contradictions[0];
    assert_eq!((found.kind, found.severity, found.within), (Kind::Winner, Severity::High, false));
    assert_eq!(found.why, "on cost, c names Coffee, a and b name Tea");
}

#[test]
fn one_source_is_no_consensus_and_one_against_one_is_disputed() {
    let tea = on_tea("a").says("Tea is better value.", "Tea", "cost", Verdict::Better);
    let coffee = on_tea("b").says("Coffee is better value.", "Coffee", "cost", Verdict::Better);
    assert_eq!(only(std::slice::from_ref(&tea)).rows[0].consensus.outcome, Outcome::Insufficient);
    assert_eq!(only(&[tea, coffee]).rows[0].consensus.outcome, Outcome::Disputed);
}

#[test]
fn a_reprint_is_no_second_vote() {
    let essay = |id: &str| {
        on_tea(id)
            .says("In every shop we went to tea was the cheaper drink.", "Tea", "cost", Verdict::Better)
            .says("Nobody we asked could sleep after a late coffee.", "Coffee", "sleep", Verdict::Weakness)
            .says("The aroma of coffee is what people come back for.", "Coffee", "taste", Verdict::Better)
    };
    assert_eq!(only(&[essay("a"), essay("b")]).rows[0].consensus.outcome, Outcome::Insufficient);
    let own = on_tea("c").says("Tea costs half as much.", "Tea", "cost", Verdict::Better);
    let row = &only(&[essay("a"), essay("b"), own]).rows[0];
    assert_eq!((row.consensus.outcome.cell(), row.consensus.support, row.positions.len()), ("Tea", 2, 3));
}

#[test]
fn a_publishers_praise_for_its_own_is_marked_and_its_blame_is_not() {
    let mut vendor = on_tea("vendor").says("Tea is cheaper.", "Tea", "cost", Verdict::Better).says(
        "Coffee tastes better.",
        "Coffee",
        "taste",
        Verdict::Better,
    );
    vendor.document.source.stake = vec!["tea".to_owned()];
    let comparison = only(&[vendor, on_tea("b").says("Tea is cheaper.", "Tea", "cost", Verdict::Better)]);
    let own = |row: usize, source: &str| comparison.rows[row].positions[source].own_stake;
    assert!(own(0, "vendor") && !own(0, "b") && !own(1, "vendor"));
}

#[test]
fn the_basis_of_a_position_is_the_most_explicit_claim_for_it() {
    let article = on_tea("a")
        .says("Tea is cheaper than coffee.", "Tea", "cost", Verdict::Better)
        .says("Winner: Tea", "Tea", "cost", Verdict::Better)
        .form(Form::WinnerLine)
        .says("Tea: best", "Tea", "taste", Verdict::Better)
        .form(Form::Table);
    let comparison = only(&[article]);
    let basis = |row: usize| comparison.rows[row].positions["a"].basis;
    assert_eq!((basis(0), basis(1)), (Basis::Verdict, Basis::Table));
}

#[test]
fn alpha_is_taken_over_independent_voices() {
    let says = |id: &str, cost: &str, taste: &str| {
        on_tea(id).says("The cheaper one.", cost, "cost", Verdict::Better).says(
            "The tastier one.",
            taste,
            "taste",
            Verdict::Better,
        )
    };
    let agree = only(&[says("a", "Tea", "Coffee"), says("b", "Tea", "Coffee")]);
    assert_eq!((agree.independent, agree.alpha), (2, Some(1.0)));
    let split = only(&[says("a", "Tea", "Coffee"), says("b", "Coffee", "Tea")]);
    assert!(split.alpha.is_some_and(|alpha| alpha < 0.0));
    assert_eq!(only(&[says("a", "Tea", "Coffee")]).alpha, None, "one voice agrees with nobody");
}

#[test]
fn the_winner_line_is_the_position_and_a_concession_is_no_contradiction() {
    let article = on_tea("a")
        .says("Both wake you up equally well.", "Tea", "caffeine", Verdict::Equal)
        .says("Winner: Coffee", "Coffee", "caffeine", Verdict::Better)
        .form(Form::WinnerLine);
    let comparison = only(&[article]);
    assert_eq!(cell(&comparison, "caffeine", "a"), "Coffee");
    assert!(comparison.contradictions.is_empty());
}

#[test]
fn a_strength_and_the_matching_weakness_are_a_position_and_one_alone_is_none() {
    let comparison = only(&[
        on_tea("a").says("Quick to brew", "Tea", "speed", Verdict::Strength).says(
            "Slow to brew",
            "Coffee",
            "speed",
            Verdict::Weakness,
        ),
        on_tea("b").says("Quick to brew", "Tea", "speed", Verdict::Strength),
    ]);
    assert_eq!(cell(&comparison, "speed", "a"), "Tea");
    assert_eq!(cell(&comparison, "speed", "b"), "");
    assert_eq!(comparison.rows[0].positions["a"].basis, Basis::Implied);
}

#[test]
fn the_cheaper_figure_wins_and_suitability_has_no_winner() {
    let price = |number| figure(number, Unit::Money("USD"));
    let article = on_tea("a")
        .says("A cup of tea is $2.", "Tea", "cost", price(2.0))
        .says("A cup of coffee is $4.", "Coffee", "cost", price(4.0))
        .says("Drink tea at night.", "Tea", "suitability", Verdict::Suits)
        .when("at night");
    let comparison = only(&[article]);
    assert_eq!(cell(&comparison, "cost", "a"), "Tea");
    assert_eq!(comparison.rows.len(), 1);
}

#[test]
fn of_a_burden_the_smaller_figure_wins() {
    let level = |number| figure(number, Unit::Measure("db"));
    let article = on_tea("a").says("The coffee mill makes 80 dB.", "Coffee", "noise", level(80.0)).says(
        "The kettle makes 60 dB.",
        "Tea",
        "noise",
        level(60.0),
    );
    assert_eq!(cell(&only(&[article]), "noise", "a"), "Tea");
}

// Contradictions

#[test]
fn a_winner_against_even_is_a_tie_contradiction() {
    let found = contradictions(&[
        on_tea("a").says("Tea is healthier than coffee.", "Tea", "health", Verdict::Better),
        on_tea("b").says("For health there is no difference.", "Tea", "health", Verdict::Equal),
    ]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].kind, Kind::Tie);
    assert_eq!(found[0].sides.iter().map(|side| side.says.as_str()).collect::<Vec<_>>(), ["Tea", "even"]);
}

#[test]
fn praise_and_blame_clash_on_the_same_point_only() {
    let long = |id: &str| {
        (0..9).fold(on_tea(id), |a, n| a.says(&format!("Remark {n}."), "Coffee", "smell", Verdict::Strength))
    };
    let praise = |a: Article| a.says("The aroma fills the room.", "Tea", "scent", Verdict::Strength);
    let same = |a: Article| a.says("It has no aroma to speak of.", "Tea", "scent", Verdict::Weakness);
    let other = |a: Article| a.says("The second infusion turns bitter quickly.", "Tea", "scent", Verdict::Weakness);
    let found = contradictions(&[praise(long("a")), same(long("b"))]);
    assert_eq!((found.len(), found[0].kind, found[0].severity), (1, Kind::Polarity, Severity::Low));
    assert_eq!(found[0].why, "on scent, a praises Tea, b faults it");
    assert!(contradictions(&[praise(long("a")), other(long("b"))]).is_empty(), "two details");
    assert_eq!(contradictions(&[praise(on_tea("a")), other(on_tea("b"))]).len(), 1, "all that two notes have to say");
}

#[test]
fn figures_clash_beyond_rounding_and_in_any_unit_of_the_kind() {
    let year = |id: &str, number| {
        on_tea(id).says("It came to the city then.", "Coffee", "release-year", figure(number, Unit::Year))
    };
    assert_eq!(contradictions(&[year("a", 1650.0), year("b", 1651.0)])[0].kind, Kind::Value);
    assert!(contradictions(&[year("a", 1650.0), year("b", 1650.0)]).is_empty());
    let time = |id: &str, number, unit| {
        on_tea(id).says("It keeps warm.", "Tea", "warmth", figure(number, Unit::Measure(unit)))
    };
    assert!(contradictions(&[time("a", 2.0, "hours"), time("b", 120.0, "minutes")]).is_empty());
    assert_eq!(contradictions(&[time("a", 2.0, "hours"), time("b", 2.0, "days")]).len(), 1);
    assert!(contradictions(&[time("a", 2.0, "hours"), time("b", 2.0, "kg")]).is_empty(), "another kind of figure");
}

#[test]
fn recommended_here_and_advised_against_there_for_the_same_use() {
    let found = contradictions(&[
        on_tea("a").says("Give tea to beginners.", "Tea", "suitability", Verdict::Suits).when("beginners"),
        on_tea("b").says("Tea is nothing for a novice.", "Tea", "suitability", Verdict::Unsuited).when("a novice"),
        on_tea("c").says("Experts need not bother.", "Tea", "suitability", Verdict::Unsuited).when("experts"),
    ]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].kind, Kind::Suitability);
    assert_eq!(found[0].why, "a recommends Tea for \"a novice\", b advises against it");
}

#[test]
fn a_source_that_contradicts_itself_is_reported_apart() {
    let found = contradictions(&[on_tea("a")
        .says("Winner: Tea", "Tea", "cost", Verdict::Better)
        .form(Form::WinnerLine)
        .says("Cheaper: Coffee", "Coffee", "cost", Verdict::Better)
        .form(Form::Table)]);
    assert_eq!(found.len(), 1);
    assert!(found[0].within);
    assert_eq!(found[0].why, "on cost, a names Coffee in one place and names Tea in another");
}

#[test]
fn another_time_or_version_is_no_contradiction() {
    let says = |id: &str, words: &str, verdict| on_tea(id).says(words, "Tea", "availability", verdict);
    let then = says("a", "In 2021 tea leaves were hard to find.", Verdict::Weakness);
    let now = says("b", "In 2023 tea leaves are easy to find.", Verdict::Strength);
    assert!(contradictions(&[then.clone(), now]).is_empty());
    let at_once = says("b", "In 2021 tea leaves were easy to find.", Verdict::Strength);
    assert_eq!(contradictions(&[then, at_once]).len(), 1);
}

#[test]
fn a_condition_that_opens_the_sentence_tells_two_cases_apart() {
    let says = |id: &str, words: &str, subject| on_tea(id).says(words, subject, "comfort", Verdict::Better);
    let morning = says("a", "In the morning coffee is more comforting than tea.", "Coffee");
    let evening = says("b", "In the evening tea is more comforting than coffee.", "Tea");
    let phrase = says("c", "In my opinion tea is more comforting than coffee.", "Tea");
    let plain = says("d", "Coffee is more comforting than tea.", "Coffee");
    assert_eq!(differs(&[morning.clone(), evening]), [DifferenceKind::ScopeDifference]);
    assert_eq!(differs(&[morning, phrase.clone()]), [DifferenceKind::ScopeDifference], "both can be right");
    assert_eq!(contradictions(&[plain, phrase]).len(), 1, "an opinion is no condition");
}

#[test]
fn what_names_the_criterion_or_the_test_is_no_condition() {
    let says = |id: &str, words: &str, subject| on_tea(id).says(words, subject, "comfort", Verdict::Better);
    let plain = says("a", "Coffee is more comforting than tea.", "Coffee");
    for words in [
        "For comfort, tea beats coffee.",
        "In our tests tea was more comforting than coffee.",
        "After a month with both, tea is more comforting than coffee.",
        "When all is said and done, tea is more comforting than coffee.",
    ] {
        assert_eq!(contradictions(&[plain.clone(), says("b", words, "Tea")]).len(), 1, "{words}");
    }
    for words in [
        "With milk, tea is more comforting than coffee.",
        "Once the sun is up tea is more comforting than coffee.",
        "Add a biscuit and tea is more comforting than coffee.",
        "Walking through snow, tea is more comforting than coffee.",
    ] {
        let articles = [plain.clone(), says("b", words, "Tea")];
        assert_eq!(differs(&articles), [DifferenceKind::ScopeDifference], "{words}");
    }
}

#[test]
fn what_was_so_once_is_superseded() {
    let says = |id: &str, words: &str, subject| on_tea(id).says(words, subject, "availability", Verdict::Better);
    let now = says("a", "Coffee is easier to find than tea.", "Coffee");
    for words in [
        "In the days of the harbour strike tea was easier to find than coffee.",
        "As of 1999, tea is easier to find than coffee.",
        "Tea used to be easier to find than coffee.",
        "Until recently tea was easier to find than coffee.",
    ] {
        assert_eq!(differs(&[now.clone(), says("b", words, "Tea")]), [DifferenceKind::Superseded], "{words}");
    }
    let dated = |id: &str, words: &str, subject: &'static str, date: &str| {
        let mut article = says(id, words, subject);
        article.document.source.published = Some(date.to_owned());
        article
    };
    let old = dated("a", "Tea is easier to find than coffee.", "Tea", "2012-03-01");
    let new = dated("b", "Coffee is easier to find than tea.", "Coffee", "2024-03-01");
    assert_eq!(differs(&[old.clone(), new]), [DifferenceKind::Superseded]);
    let soon = dated("b", "Coffee is easier to find than tea.", "Coffee", "2013-03-01");
    assert_eq!(contradictions(&[old, soon]).len(), 1);
}

#[test]
fn what_an_article_does_not_assert_is_held_against_nobody() {
    let says = |id: &str, words: &str, subject| on_tea(id).says(words, subject, "cost", Verdict::Better);
    let plain = says("a", "Coffee is cheaper than tea.", "Coffee");
    for words in [
        "The tea board claims that tea is cheaper than coffee.",
        "According to the tea board, tea is cheaper than coffee.",
        "I've heard that tea is cheaper than coffee.",
        "Tea would be cheaper than coffee if it weren't for the pots.",
        "Perhaps tea is cheaper than coffee.",
    ] {
        let comparison = only(&[plain.clone(), says("b", words, "Tea")]);
        assert!(comparison.contradictions.is_empty() && comparison.differences.is_empty(), "{words}");
    }
    for words in [
        "I say that tea is cheaper than coffee.",
        "According to our receipts, tea is cheaper than coffee.",
        "Everyone says otherwise, but tea is cheaper than coffee.",
    ] {
        assert_eq!(contradictions(&[plain.clone(), says("b", words, "Tea")]).len(), 1, "{words}");
    }
}

#[test]
fn taste_splits_opinions_and_figures_spread() {
    let looks = |id: &str, words: &str, verdict| on_tea(id).says(words, "Tea", "design", verdict);
    let articles = [
        looks("a", "The pot is a beauty.", Verdict::Strength),
        looks("b", "The pot is an eyesore.", Verdict::Weakness),
    ];
    assert_eq!(differs(&articles), [DifferenceKind::OpinionSplit]);
    let cups = |id: &str, number: f64| {
        on_tea(id).says("A pot gives so many cups.", "Tea", "yield", figure(number, Unit::Measure("ml")))
    };
    assert_eq!(differs(&[cups("a", 1000.0), cups("b", 1030.0)]), [DifferenceKind::EstimateSpread]);
    assert_eq!(differs(&[cups("a", 1000.0), cups("b", 1000.0)]), []);
    assert_eq!(contradictions(&[cups("a", 1000.0), cups("b", 1700.0)]).len(), 1);
    let price = |id: &str, number: f64, date: &str| {
        let mut article = on_tea(id).says("A tin sells for that.", "Tea", "cost", figure(number, Unit::Money("USD")));
        article.document.source.published = Some(date.to_owned());
        article
    };
    assert_eq!(differs(&[price("a", 5.0, "2019-01-01"), price("b", 9.0, "2024-01-01")]), [DifferenceKind::Superseded]);
    assert_eq!(contradictions(&[price("a", 5.0, "2024-01-01"), price("b", 9.0, "2024-02-01")]).len(), 1);
}

#[test]
fn what_costs_nothing_is_held_against_a_price() {
    let free = |words: &str| on_tea("a").says(words, "Tea", "cost", Verdict::Strength);
    let paid = |words: &str| on_tea("b").says(words, "Tea", "cost", figure(9.0, Unit::Money("USD")));
    let price = "A tin of tea sells for $9.";
    assert_eq!(contradictions(&[free("Tea costs nothing."), paid(price)])[0].kind, Kind::Value);
    assert_eq!(contradictions(&[free("Every tin of tea is free of charge."), paid(price)]).len(), 1);
    assert!(contradictions(&[free("The second pot of tea is free of charge."), paid(price)]).is_empty());
    assert!(contradictions(&[free("Tea has a free plan."), paid(price)]).is_empty());
}

#[test]
fn a_page_with_a_new_date_and_old_words_is_stale() {
    let page = |date: &str| {
        let words = "As of 2019, there are more kinds of tea than of coffee.";
        let mut article = on_tea("a").says(words, "Tea", "variety", Verdict::Better);
        article.document.source.updated = Some(date.to_owned());
        only(&[article]).stale
    };
    assert_eq!(page("2026-05-01").iter().map(|stale| stale.as_of).collect::<Vec<_>>(), [2019]);
    assert!(page("2020-05-01").is_empty());
}

// Copies

/// A text of so many words that no other seed gives.
fn written(seed: u64, words: usize) -> Vec<String> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    (0..words).map(|_| format!("word{}", next() % 3000)).collect()
}

fn page(id: &str, words: &[String]) -> Article {
    on_tea(id).says(&words.join(" "), "Tea", "cost", Verdict::Better)
}

fn copied(articles: &[Article]) -> Vec<(String, String)> {
    matrix(articles).copies.into_iter().map(|copy| (copy.source, copy.original)).collect()
}

#[test]
fn a_reprint_is_found_though_edited_or_half_new() {
    let original = written(1, 400);
    let edited: Vec<String> = original
        .iter()
        .enumerate()
        .map(|(at, word)| if at % 20 == 7 { "changed".to_owned() } else { word.clone() })
        .collect();
    let half: Vec<String> = original[..200].iter().cloned().chain(written(2, 200)).collect();
    let loud: Vec<String> = original.iter().map(|word| format!("{},", word.to_uppercase())).collect();
    let of_a = |id: &str| (id.to_owned(), "a".to_owned());
    let all = [
        page("a", &original),
        page("b", &edited),
        page("c", &half),
        page("d", &loud),
        page("e", &written(3, 400)),
        page("f", &written(4, 400)),
    ];
    assert_eq!(copied(&all), [of_a("b"), of_a("c"), of_a("d")]);
    let comparison = only(&all);
    assert_eq!(comparison.independent, 3);
    let cost = comparison.rows.iter().find(|row| row.criterion.0 == "cost").expect("a row");
    assert_eq!(cost.consensus.support, 3, "a cluster of copies has one vote");
}

#[test]
fn copies_that_were_edited_apart_are_found_wherever_their_original_stands() {
    let original = written(1, 400);
    let edited = |by: usize| -> Vec<String> {
        let changes = |at: usize| (at * 7 + by * 3) % 20 < 3;
        let word = |(at, word): (usize, &String)| if changes(at) { format!("changed{by}at{at}") } else { word.clone() };
        original.iter().enumerate().map(word).collect()
    };
    let copies = (1..8).map(|by| page(&format!("copy-{by}"), &edited(by)));
    let all: Vec<Article> = copies.chain([page("original", &original)]).collect();
    assert_eq!(only(&all).independent, 1);
}

#[test]
fn the_first_that_was_published_is_the_original() {
    let dated = |id: &str, date: &str| {
        let mut article = page(id, &written(1, 300));
        article.document.source.published = Some(date.to_owned());
        article
    };
    let articles = [dated("a", "2024-05-01"), dated("b", "2019-02-01"), page("c", &written(1, 300))];
    let of_b = |id: &str| (id.to_owned(), "b".to_owned());
    assert_eq!(copied(&articles), [of_b("a"), of_b("c")]);
}

#[test]
fn what_a_site_repeats_and_what_all_agree_on_makes_no_copy() {
    let footer = written(9, 150).join(" ");
    let of_site = |id: &str, seed: u64| {
        let article = page(id, &written(seed, 200));
        let mut article = article.says(&footer, "Tea", "cost", Verdict::Better);
        article.document.source.publisher = Some("The Kettle".to_owned());
        let block = |span| gainsay::document::Block {
            kind: gainsay::document::BlockKind::Paragraph,
            span,
            section: 0,
            strong: Vec::new(),
            sentences: vec![span],
        };
        article.document.blocks = article.claims.iter().map(|claim| block(claim.evidence.span)).collect();
        article
    };
    assert!(copied(&[of_site("a", 1), of_site("b", 2), of_site("c", 3), of_site("d", 4)]).is_empty());
    let agrees = |id: &str| on_tea(id).says("Tea is cheaper than coffee.", "Tea", "cost", Verdict::Better);
    assert!(copied(&[agrees("a"), agrees("b"), agrees("c")]).is_empty(), "too short to be a copy");
}

// Properties

const VERDICTS: [Verdict; 7] = [
    Verdict::Better,
    Verdict::Worse,
    Verdict::Equal,
    Verdict::Strength,
    Verdict::Weakness,
    Verdict::Suits,
    Verdict::Unsuited,
];
const CRITERIA: [&str; 4] = ["cost", "taste", "caffeine", "suitability"];
const SCOPES: [Option<&str>; 3] = [None, Some("small cups"), Some("large cups")];

/// Subject, criterion, verdict, scope and form of a drawn claim.
type Drawn = (usize, usize, usize, usize, usize);

fn articles() -> impl Strategy<Value = Vec<Article>> {
    let claim = (0..2usize, 0..4usize, 0..7usize, 0..3usize, 0..2usize);
    prop::collection::vec(prop::collection::vec(claim, 0..6), 1..6).prop_map(|all| {
        let one = |(i, claims): (usize, Vec<Drawn>)| {
            claims.into_iter().enumerate().fold(
                on_tea(&format!("s{i}")),
                |article, (n, (subject, criterion, verdict, scope, form))| {
                    let words = format!("Statement {n} on aroma and {}.", CRITERIA[criterion]);
                    let said = article.says(&words, PAIR[subject], CRITERIA[criterion], VERDICTS[verdict]);
                    let said = said.form([Form::Sentence, Form::Table][form]);
                    if let Some(scope) = SCOPES[scope] { said.when(scope) } else { said }
                },
            )
        };
        all.into_iter().enumerate().map(one).collect()
    })
}

/// All that a matrix says, for comparing.
fn told(matrix: &ConsensusMatrix) -> String {
    format!("{matrix:#?}")
}

proptest! {
    #[test]
    fn the_order_of_the_articles_does_not_matter(articles in articles(), turn in 0..6usize) {
        let mut turned = articles.clone();
        turned.rotate_left(turn % articles.len());
        turned.reverse();
        prop_assert_eq!(told(&matrix(&articles)), told(&matrix(&turned)));
    }

    #[test]
    fn the_same_source_twice_changes_nothing(articles in articles(), which in 0..6usize) {
        let mut twice = articles.clone();
        twice.push(articles[which % articles.len()].clone());
        prop_assert_eq!(told(&matrix(&articles)), told(&matrix(&twice)));
    }

    #[test]
    fn a_silent_source_contradicts_nothing(articles in articles()) {
        let mut more = articles.clone();
        more.push(on_tea("silent"));
        let (before, after) = (only(&articles), only(&more));
        prop_assert_eq!(before.contradictions, after.contradictions);
        prop_assert_eq!(before.rows.len(), after.rows.len());
    }

    #[test]
    fn statements_on_small_and_on_large_cups_never_clash(verdicts in prop::collection::vec((0..7usize, 0..7usize), 1..5)) {
        let side = |id: &str, scope: &str, verdicts: Vec<usize>| verdicts.into_iter().fold(on_tea(id), |article, verdict| {
            article.says("The aroma decides.", "Tea", "taste", VERDICTS[verdict]).when(scope)
        });
        let (small, large): (Vec<usize>, Vec<usize>) = verdicts.into_iter().unzip();
        let found = contradictions(&[side("a", "small cups", small), side("b", "large cups", large)]);
        prop_assert!(found.iter().all(|contradiction| contradiction.within));
    }

    #[test]
    fn every_side_names_claims_that_stand_in_the_comparison(articles in articles()) {
        let comparison = only(&articles);
        let claims: BTreeMap<&str, &str> = comparison.claims.iter().map(|c| (c.id.as_str(), c.source.as_str())).collect();
        prop_assert_eq!(claims.len(), comparison.claims.len(), "ids are unique");
        for contradiction in &comparison.contradictions {
            prop_assert!(contradiction.sides.len() > 1);
            let sources = |side: usize| contradiction.sides[side].claims.iter().map(|id| claims[id.as_str()]).collect::<Vec<_>>();
            let same = sources(0).iter().all(|a| sources(1).iter().all(|b| a == b));
            prop_assert!(!contradiction.within || same);
        }
    }
}
