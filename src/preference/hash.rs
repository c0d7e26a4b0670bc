//! Hashes of words and features, and a table by hash.
//!
//! Features are told apart by 32 bits and by nothing else, so that a sentence is judged without a string: of ten
//! thousand features two share a hash once in a hundred trainings, and then both weigh the same.

/// The hash of a word in any case, its apostrophe straight or not (FNV-1a).
pub(super) fn word_hash(word: &str) -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    for letter in word.chars() {
        let letter = if letter == '’' { '\'' } else { letter.to_ascii_lowercase() };
        hash = (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193);
    }
    hash
}

/// One more part of a feature.
#[inline]
pub(super) fn mix(hash: u64, part: u64) -> u64 {
    let mixed = (hash ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 29)
}

/// Values by hash: open addressing in a table that is at most half full. A hash of zero counts as one.
#[derive(Debug, Clone)]
pub(super) struct Slots<T> {
    slots: Vec<(u32, T)>,
}

impl<T: Copy + Default> Slots<T> {
    /// Room for so many values.
    pub(super) fn new(count: usize) -> Self {
        Self { slots: vec![(0, T::default()); (2 * count).next_power_of_two().max(2)] }
    }

    /// Puts a value; `false` where the hash has one already.
    pub(super) fn put(&mut self, hash: u32, value: T) -> bool {
        let at = self.place(hash);
        let new = self.slots[at].0 == 0;
        self.slots[at] = (hash.max(1), value);
        new
    }

    /// The value of a hash.
    pub(super) fn get(&self, hash: u32) -> Option<T> {
        self.find(hash).map(|(_, value)| value)
    }

    /// The value of a hash, and in which slot it stands.
    #[inline]
    pub(super) fn find(&self, hash: u32) -> Option<(usize, T)> {
        let at = self.place(hash);
        let (found, value) = self.slots[at];
        (found != 0).then_some((at, value))
    }

    /// All hashes with their values, in no order that means anything.
    pub(super) fn entries(&self) -> Vec<(u32, T)> {
        self.slots.iter().copied().filter(|(hash, _)| *hash != 0).collect()
    }

    /// How many slots there are.
    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    /// The slot of a hash, or the empty one where it belongs.
    #[inline]
    fn place(&self, hash: u32) -> usize {
        let (hash, mask) = (hash.max(1), self.slots.len() - 1);
        let mut at = (hash.wrapping_mul(0x9E37_79B1) >> 8) as usize & mask;
        while self.slots[at].0 != 0 && self.slots[at].0 != hash {
            at = (at + 1) & mask;
        }
        at
    }
}
