//! Things that are joined two by two: names that stand for one subject, articles that share their words.

/// Disjoint sets of indices; a set goes by its smallest member.
pub(super) struct Clusters(Vec<usize>);

impl Clusters {
    /// Every index by itself.
    pub(super) fn new(len: usize) -> Self {
        Self((0..len).collect())
    }

    /// The smallest member of the set that an index is in.
    pub(super) fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    /// Makes one set of the sets of two indices; gives back its smallest member.
    pub(super) fn join(&mut self, a: usize, b: usize) -> usize {
        let (a, b) = (self.root(a), self.root(b));
        let root = a.min(b);
        self.0[a.max(b)] = root;
        root
    }
}
