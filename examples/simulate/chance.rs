//! Chance that comes out the same every time: SplitMix64 (Steele, Lea and Flood 2014).

pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x2545_F491_4F6C_DD1D))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Evenly between these.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// With this probability.
    pub(crate) fn happens(&mut self, probability: f64) -> bool {
        self.between(0.0, 1.0) < probability
    }

    /// One of so many.
    pub(crate) fn of(&mut self, many: usize) -> usize {
        (self.between(0.0, many as f64) as usize).min(many - 1)
    }

    /// One by these weights.
    pub(crate) fn by(&mut self, weights: &[f64]) -> usize {
        let mut at = self.between(0.0, weights.iter().sum());
        let chosen = weights.iter().position(|weight| {
            at -= weight;
            at < 0.0
        });
        chosen.unwrap_or(weights.len() - 1)
    }
}
