//! Whom words stand for: one subject, several, none; and what was spoken of before.

/// Whom a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// A subject, by its index in the roster.
    One(usize),
    /// Several of them, each for itself.
    Several(Group),
    /// None of them.
    Neither,
}

/// A set of subjects of a roster (of its first sixteen).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Group(u16);

impl Group {
    /// None of them.
    pub(super) const NONE: Self = Self(0);
    /// All of them.
    pub(super) const ALL: Self = Self(u16::MAX);

    /// One of them.
    pub(super) fn one(subject: usize) -> Self {
        Self(1 << subject.min(15))
    }

    /// Two of them.
    pub(super) fn of_two(one: usize, two: usize) -> Self {
        Self::one(one).and(Self::one(two))
    }

    /// Both these and those.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These without one.
    pub(super) fn without(self, subject: usize) -> Self {
        Self(self.0 & !Self::one(subject).0)
    }

    /// Is nobody in it?
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its members in a roster of this size.
    pub(super) fn members(self, size: usize) -> impl Iterator<Item = usize> {
        (0..size.min(16)).filter(move |subject| self.0 & Self::one(*subject).0 != 0)
    }
}

impl Who {
    /// All subjects of the roster.
    pub(super) const ALL: Self = Self::Several(Group::ALL);

    /// The one subject that it is.
    pub(super) fn one(self) -> Option<usize> {
        match self {
            Self::One(subject) => Some(subject),
            Self::Several(_) | Self::Neither => None,
        }
    }

    /// Whom it stands for.
    pub(super) fn group(self) -> Group {
        match self {
            Self::One(subject) => Group::one(subject),
            Self::Several(group) => group,
            Self::Neither => Group::ALL,
        }
    }
}

/// What was spoken of before a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Topic {
    /// Whom "it" stands for.
    pub(super) last: Option<usize>,
    /// The former and the latter.
    pub(super) pair: Option<(usize, usize)>,
}
