//! What merging has to know of words.
//!
//! In one file and as plain lists, so that a wrong word is found and mended at a glance. Nothing here is about
//! any one topic: these are words for conditions, for judging and for comparing, in whatever is compared.

use memchr::memchr_iter;

/// Words that do not tell one condition from another.
pub(super) const NO_CONDITION: &str = "\
    a an the of for in on at to and or with by as if when you your are is be who that which their its it \
    want need needs looking very more most such like etc some any where while have has just using use people \
    one scenarios scenario cases case situations general generally overall usually typically often tests \
    test benchmark benchmarks now today currently";

/// Words that are brought to one; the first of a line stands for the others.
pub(super) const SAME: &[&str] = &[
    "beginner novice newcomer newbie new starter inexperienced learner starting",
    "expert experienced advanced professional seasoned senior",
    "small smaller tiny little simple basic simpler smallish minor",
    "large larger big bigger huge complex enterprise massive",
    "app application site website project program",
    "quick fast rapid quickly",
    "prototype prototyping mvp",
    "budget cheap tight affordable",
    "team department company firm organization organisation business group",
    "user developer person people owner buyer programmer engineer",
    "bad trouble problem pain issue ache sore",
    "work task thing job purpose daily everyday",
];

/// Criteria on which two people differ without either being wrong.
pub(super) const TASTE: &str = "\
    design aesthetics looks look appearance style styling beauty fun enjoyment feel taste flavor flavour colour color \
    visual-appeal vibe charm elegance";

/// What every use and every user is; these say nothing beside another word.
pub(super) const GENERIC: &str = "app team user work";

/// Words of a condition that cannot both hold.
pub(super) const OPPOSITE_CONDITIONS: &[(&str, &str)] = &[
    ("beginner", "expert"),
    ("small", "large"),
    ("short", "long"),
    ("static", "dynamic"),
    ("personal", "corporate"),
    ("structured", "unstructured"),
    ("budget", "premium"),
    ("nearby", "distant"),
    ("front", "rear"),
];

/// Words that say, in the statement itself, under which conditions it was found to hold; the two of a pair cannot
/// both hold.
pub(super) const SETTINGS: &[(&str, &str)] = &[
    ("wired cable", "wireless bluetooth"),
    ("indoor indoors", "outdoor outdoors"),
    ("winter", "summer"),
    ("old older original previous former formerly launch", "new newer latest current currently now today"),
    ("month monthly months", "year yearly annual annually years"),
    ("city", "highway motorway"),
    ("read reads", "write writes"),
    ("burst bursts", "sustained prolonged"),
    ("public", "private"),
    ("front", "rear back"),
    ("static", "dynamic"),
];

/// Words that open a sentence with a condition.
pub(super) const OPENING: &str = "\
    on in at with for under over from when if where using inside outside during among within across without once \
    unless after before until till since between behind above below beyond back";

/// Words in `-ing` that tell of no deed: "According to our receipts, ...".
pub(super) const NO_DEED: &str = "\
    according speaking regarding concerning considering depending talking comparing looking including judging summing \
    being having during nothing something everything anything";

/// Verbs that put a condition as a command: "Add a second user and Alpha is ahead".
pub(super) const COMMANDS: &str = "\
    give put take throw sit add turn push load drive try run scale feed move go open leave switch plug let set use \
    point ask raise double drop";

/// Words of openings that are no condition: "for example", "on the other hand".
pub(super) const PHRASE: &str = "\
    terms example instance opinion hand contrast addition conclusion reason fact comes regard respect \
    comparison view words way end first second third my we i me us this these those both each same summary particular \
    speaking talking compare compared area round category point contrary choice other our eyes mind day sum short \
    long run side whole part course doubt all again time times result contrast top question matter moment said done ask compared aspect respect requirement requirements specific";

/// Words of openings that say how the author came to know: "In our tests".
pub(super) const TESTING: &str = "\
    test tests testing tested benchmark benchmarks experience comparison review trial trials measurements measured \
    stopwatch survey";

/// Spans of time: "After a month with both".
pub(super) const SPANS: &str = "\
    hours day days week weeks month months year years decade decades";

/// Small words within a condition that carry nothing of it.
pub(super) const IN_BETWEEN: &str = "\
    what not no nor but so too than then into onto out up down off through about around per via of been being was \
    were has had do does can could may might will would should must ever even only still yet already also really \
    simply plain raw sheer pure own every everything anything nothing something one ones \
    get gets pay paid spend price money value";

/// Words with which the sentence proper begins, after a condition without a comma.
pub(super) const MAIN: &str = "there it they neither nothing nobody both two";

/// Whom a sentence proper begins with.
pub(super) const SPEAKERS: &str = "i we you he she id ill";

/// Words behind which a whole clause states the condition.
pub(super) const CLAUSAL: &str = "if when where once unless until till since before after while";

/// What a test or a label says is not hearsay.
pub(super) const OFFICIAL: &str = "\
    epa label labels sticker spec specs specification specifications sheet datasheet documentation docs benchmark \
    benchmarks test tests data measurement measurements figures scale stopwatch";

/// Words with which a clause begins that has a case of its own.
pub(super) const TURNING: &str = "because since but whereas although though however while";

/// What ends a statement with a condition.
pub(super) const LIMITING: &[&str] = &["when", "if", "unless", "once", "as long as", "provided that", "only for"];

/// What says that things were so once, and are so no longer.
pub(super) const PAST: &[&str] = &[
    "used to be",
    "back in",
    "back when",
    "in the days of",
    "in the early days",
    "in those days",
    "at the time",
    "once was",
    "was once",
    "were once",
    "formerly",
    "years ago",
    "until recently",
    "in the past",
    "before the",
    "before version",
    "up to version",
    "prior to",
    "at launch",
    "when it launched",
    "first generation",
    "older versions",
    "earlier versions",
    "old version",
    "no longer",
];

/// Words before a year that make it the time which a statement speaks of.
pub(super) const DATING: &str = "of in until till before early late back by during spring summer autumn fall winter";

/// Words before a number that make it a version.
pub(super) const VERSION: &str = "version v generation gen release series";

/// Verbs by which a sentence gives what somebody else says.
pub(super) const REPORTING: &str = "\
    says claims claim argues argue swear swears insists insist promises promise boasts boast advertises touts maintains \
    alleges complain complains believes contends tells";

/// Whose words are the article's own.
pub(super) const OWN_VOICE: &str = "i we our my me us ours myself ourselves i'd we'd i'll we'll";

/// Phrases by which a sentence passes on hearsay.
pub(super) const HEARSAY: &[&str] = &[
    "i've heard",
    "i have heard",
    "we've heard",
    "i'm told",
    "i am told",
    "rumour has it",
    "rumor has it",
    "is said to",
    "are said to",
    "is supposed to",
    "are supposed to",
    "is rumoured to",
    "is rumored to",
    "they say",
    "some say",
    "people say",
    "many say",
    "critics say",
    "the myth",
    "myth that",
];

/// Words that leave open whether it is so.
pub(super) const DOUBTING: &str = "perhaps maybe possibly supposedly allegedly reportedly reputedly purportedly";

/// Words that say nothing of what a sentence is about.
pub(super) const NO_POINT: &str = "\
    the and for with that this its it's are was were has have had can could will would should may might not \
    but you your they their them from into than then also some any all more most very much many such like \
    which who what when where while there here out get gets make makes use used using uses lot lots just \
    only even both other one two does don't doesn't isn't need needs without because being been between \
    allows allow provides provide offers offer comes come developers developer users user application \
    applications apps project projects build building create creating built good great better best well";

/// Judging words that deny each other.
pub(super) const OPPOSITE_JUDGEMENTS: &[(&str, &str)] = &[
    ("fast faster quick quickly rapid snappy speedy", "slow slower sluggish slowly"),
    (
        "easy easier simple simpler gentle straightforward intuitive beginner-friendly",
        "hard harder difficult complex steep steeper complicated overwhelming tricky",
    ),
    ("cheap cheaper affordable inexpensive free", "expensive costly pricey pricier"),
    ("large larger huge big bigger vast wide", "small smaller tiny limited"),
    ("secure safe", "insecure vulnerable unsafe"),
    ("reliable stable", "unreliable unstable flaky"),
    ("light lightweight lighter", "heavy heavier bloated"),
    ("plenty rich extensive ample loads", "limited lack lacks few fewer bare scarce poor"),
    ("flexible", "rigid inflexible"),
    ("quiet quieter", "loud louder noisy"),
];

/// Words for what is there only by way of an addition.
pub(super) const ADDED: &str = "\
    extension extensions plugin plugins third-party addon add-on add-ons library libraries";

/// Words for absence from the thing itself; what is not built in may still be added.
pub(super) const ABSENT: &str = "no not none lack lacks lacking without doesn't isn't don't built-in";

/// Words that measure against another thing: to have less than another is no want of it.
pub(super) const RELATIVE: &str = "than compared relatively comparatively";

/// Words that speak of two things at once.
pub(super) const SEVERAL: &str = "both two all each and";

/// Words that call two things level.
pub(super) const LEVEL: &str = "\
    similar similarly same equal equally comparable alike neither tie tied draw level match matches par \
    either depends depend toss-up even close identical difference evenly equivalent rivals differ";

/// Do these words, which single spaces part, hold a phrase?
pub(super) fn holds(words: &str, phrase: &str) -> bool {
    let parted = |at: usize| {
        let (before, after) = (&words[..at], &words[at + phrase.len()..]);
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    };
    words.match_indices(phrase).any(|(at, _)| parted(at))
}

/// Is a word in one of these lists?
pub(super) fn has(list: &str, word: &str) -> bool {
    let (list, word) = (list.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return false };
    let ends = |end: usize| list.get(end).is_none_or(|byte| *byte == b' ');
    let is_entry =
        |at: usize| (at == 0 || list[at - 1] == b' ') && list[at..].starts_with(word) && ends(at + word.len());
    !word.contains(&b' ') && memchr_iter(*first, list).any(is_entry)
}
