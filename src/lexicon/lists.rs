//! The word lists of `lexicon/words.toml`: small classes of words that the readers ask for by name.
//!
//! A word knows the lists that it stands in as one set of bits, so that a reader asks a token and looks
//! nothing up again. The enum names every list: a list that a reader asks for and the file lacks, or
//! the other way round, is an error when the lexicon loads.

/// Makes the enum of the lists and their names in the file.
macro_rules! lists {
    ($($(#[$means:meta])* $list:ident = $name:literal,)*) => {
        /// A list of words, by what the readers need it for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum List {
            $($(#[$means])* $list,)*
        }

        impl List {
            /// All of them, in the order of the file.
            pub const ALL: &[Self] = &[$(Self::$list,)*];

            /// Its name in the file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$list => $name,)*
                }
            }
        }
    };
}

lists! {
    /// Nouns for what is compared: `the Alpha framework` is Alpha, `an excellent framework` judges no framework
    /// but Alpha.
    Kinds = "kinds",
    /// Kinds that point back: `the framework` is whichever was spoken of.
    KindsPointingBack = "kinds-pointing-back",
    /// Kinds that point to all: `the frameworks`.
    KindsTogether = "kinds-together",
    /// Kinds of things that another thing has around it or in it, where they are a criterion.
    OwnedKinds = "owned-kinds",
    /// Kinds that a name takes along without naming another: `the Alpha web framework`.
    Absorbed = "absorbed",
    /// Words too common to stand for a thing by themselves, though they may be part of its name.
    CommonInNames = "common-in-names",
    /// Words by which a title says that it compares.
    Comparing = "comparing",
    /// Words of titles that belong to no name.
    SmallInTitles = "small-in-titles",
    /// Words that stand alone in a heading or a cell and name no subject.
    NotNames = "not-names",
    /// What follows counts for the subject.
    For = "for",
    /// The same, where a label is nothing else.
    ForAlone = "for-alone",
    /// The same, where a label is nothing else.
    AgainstAlone = "against-alone",
    /// What follows are examples, neither points nor uses.
    Examples = "examples",
    /// Verbs of taking a thing, behind which a heading lists uses: `When to choose it`.
    TakeVerbs = "take-verbs",
    /// What follows are reasons, and no uses, though it says "choose".
    Reasons = "reasons",
    /// What follows counts against the subject.
    Against = "against",
    /// What follows are uses that the subject suits.
    Uses = "uses",
    /// What follows are uses that the subject does not suit.
    NotUses = "not-uses",
    /// Words by which a sentence says that it does not assert: a wish, a doubt, hearsay, what was once.
    Unasserted = "unasserted",
    /// What follows is no part of the argument.
    Asides = "asides",
    /// What follows is the conclusion.
    Concludes = "concludes",
    /// Words of a heading that name no criterion.
    EmptyInHeadings = "empty-in-headings",
    /// Words that stand in headings of every article and make no criterion of its own.
    Frame = "frame",
    /// Criteria that are the frame of a comparison and not its matter.
    FrameCriteria = "frame-criteria",
    /// What stands before the colon of a winner line.
    WinnerLeads = "winner-leads",
    /// Labels of points that are given for the whole.
    Scores = "scores",
    /// What stands behind the colon of a winner line that names no winner.
    LevelVerdicts = "level-verdicts",
    /// Words that begin a clause after a comma.
    Openers = "openers",
    /// Words that begin a clause wherever they stand.
    Conjunctions = "conjunctions",
    /// Words that begin a clause behind `and`.
    ClauseVerbs = "clause-verbs",
    /// Words behind which `to` or `with` leads to the rival: `compared to Alpha`.
    Targets = "targets",
    /// Words between `than` and the rival: `than with plain Alpha`.
    BeforeRivals = "before-rivals",
    /// Nouns for all who are not the subject: `faster than its rivals`.
    Others = "others",
    /// Words that open a condition within a clause: `faster once the cache is warm`.
    ConditionOpeners = "condition-openers",
    /// Verbs behind which an adjective is said of the subject.
    Predicates = "predicates",
    /// Words behind a possessive that are no possession.
    NoPossession = "no-possession",
    /// Words behind which what is complex speaks for who masters it: `handles complex queries`.
    Masters = "masters",
    /// Words that make a denial less than one: `not much faster`.
    Hedges = "hedges",
    /// Words that turn the judgement behind them round.
    Negations = "negations",
    /// Words by which an article speaks of itself or calls the reader to something.
    Announcing = "announcing",
    /// Verbs behind `we will` by which an article announces what comes.
    Plans = "plans",
    /// Criteria whose names are too general to be taken where a better one stands by.
    Weak = "weak",
    /// Criteria whose names say little without the noun before them: `library integration`.
    General = "general",
    /// Criteria that give way to the one that the heading names.
    Broad = "broad",
    /// Criteria that give way to the one that a label right above names.
    Vague = "vague",
    /// Words at which the search for a noun ends.
    Stops = "stops",
    /// Words between a judging word and its noun.
    Skipped = "skipped",
    /// Nouns that are no criterion by themselves.
    NoCriterion = "no-criterion",
    /// Verbs behind which much of a thing is bad: `demands less configuration`.
    Demands = "demands",
    /// Nouns of which less is better, whatever is compared.
    BurdenNouns = "burden-nouns",
    /// Words with which a point begins and which say nothing of the matter: `Can serve as a spare`.
    PointVerbs = "point-verbs",
    /// Nouns that say nothing behind another noun: `networking capabilities`.
    EmptyTails = "empty-tails",
    /// Verbs for what nobody wants done: `easy to break`.
    Harms = "harms",
    /// Words that speak for a thing in a fragment of an item or a cell: `supports plugins`.
    SpeaksFor = "speaks-for",
    /// Words that speak against it there: `requires setup`.
    SpeaksAgainst = "speaks-against",
    /// Heads of a column whose cells are uses: `use case`.
    UseHeads = "use-heads",
    /// Verbs with which one more condition begins: `if you sell abroad, want support`.
    ConditionVerbs = "condition-verbs",
    /// Adjectives that judge the whole: `great`.
    OnTheWhole = "on-the-whole",
    /// What has to be done to a thing to keep it going: `needs to be cleaned`.
    Chores = "chores",
    /// Verbs that wear a thing down: `drains faster` is no praise.
    Decays = "decays",
    /// Words for people of any kind, in front of what they should take: `those who travel`.
    Anyone = "anyone",
    /// Nouns for people who use or make a thing: `Java developers` are not Java.
    People = "people",
    /// Words behind which a phrase names its criterion: `wins in`, `is equal to`.
    LedBy = "led-by",
    /// Words behind `for` that name no use: `for instance`.
    NoUse = "no-use",
    /// Nouns for what an article is read for: `if you need a recommendation` is no use.
    AskedFor = "asked-for",
    /// Nouns for what is chosen: `Alpha is the better option`.
    Choices = "choices",
    /// Words at which a condition ends.
    ScopeEnds = "scope-ends",
    /// Words at which the criterion of a phrase ends.
    CriterionEnds = "criterion-ends",
    /// First words of a cell that has the thing.
    Yes = "yes",
    /// First words of a cell that has it not.
    No = "no",
    /// Cells that say no more than that their line is a use for which the thing is good.
    Fits = "fits",
    /// Cells that say no more than that their line is a use for which the thing is bad.
    FitsNot = "fits-not",
    /// Heads of a column that says why the winner wins.
    ReasonHeads = "reason-heads",
    /// Verbs of a question that asks what a thing has or can.
    AskedVerbs = "asked-verbs",
    /// Verbs that say nothing of what is done: "works well in the cold" is about the cold.
    LightVerbs = "light-verbs",
    /// Verbs for what goes wrong with a thing: `never tangles` is praise.
    Faults = "faults",
    /// Adverbs that say how much or how sure, and not how something is done: "really", "clearly".
    Degrees = "degrees",
    /// Words before the level of a cell that change nothing of it.
    Softeners = "softeners",
    /// Heads of a column that names a winner for each line.
    WinnerHeads = "winner-heads",
    /// Cells of such a column that name no winner.
    LevelCells = "level-cells",
    /// Adjectives before a noun that say nothing of what it is: `regular grooming` is grooming.
    EmptyFronts = "empty-fronts",
    /// Nouns for a choice or a chance, behind which `for` leads to what it is one of: `options for payment`.
    Leading = "leading",
    /// Nouns for what everything has more or less of, so that a tick for it means more and a cross less: `Speed`.
    Measures = "measures",
    /// Words behind which a number of four digits is a year.
    BeforeYears = "before-years",
    /// Words that make a year the year of release.
    Births = "births",
}

impl List {
    /// The list of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.name() == name)
    }
}

/// The lists that a word, or a line, stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lists(u128);

const _: () = assert!(List::ALL.len() <= 128, "a set of lists is one word of bits");

impl Lists {
    /// Does the word stand in no list?
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Is this list one of them?
    #[must_use]
    pub fn has(self, list: List) -> bool {
        self.0 & (1 << list as u32) != 0
    }

    /// These and one more.
    #[must_use]
    pub fn with(self, list: List) -> Self {
        Self(self.0 | 1 << list as u32)
    }

    /// These and those.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
