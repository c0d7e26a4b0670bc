//! How far confidence is from what holds: the reliability table and the expected calibration error, in ten bins
//! (Naeini, Cooper and Hauskrecht 2015).

use std::fmt::Write as _;

/// Ten bins of confidence.
#[derive(Default)]
pub(crate) struct Reliability {
    bins: [Bin; 10],
    squares: f64,
}

#[derive(Default, Clone, Copy)]
struct Bin {
    claims: u32,
    said: f64,
    held: u32,
}

impl Reliability {
    pub(crate) fn add(&mut self, confidence: f64, holds: bool) {
        // A cast from a float stops at the ends; the small part keeps 0.7 out of the bin below it.
        let bin = &mut self.bins[((confidence * 10.0 + 1e-9) as usize).min(9)];
        bin.claims += 1;
        bin.said += confidence;
        bin.held += u32::from(holds);
        self.squares += (confidence - f64::from(u8::from(holds))).powi(2);
    }

    pub(crate) fn claims(&self) -> u32 {
        self.bins.iter().map(|bin| bin.claims).sum()
    }

    /// The mean of what is said, less the share that holds.
    pub(crate) fn bias(&self) -> f64 {
        let said: f64 = self.bins.iter().map(|bin| bin.said).sum();
        let held: u32 = self.bins.iter().map(|bin| bin.held).sum();
        (said - f64::from(held)) / f64::from(self.claims().max(1))
    }

    /// The mean square of what is said less what holds (Brier 1950): it also falls where sure and unsure are told apart.
    pub(crate) fn squared(&self) -> f64 {
        self.squares / f64::from(self.claims().max(1))
    }

    /// The expected calibration error: the mean distance between what is said and what holds.
    pub(crate) fn error(&self) -> f64 {
        let apart: f64 = self.bins.iter().map(|bin| (bin.said - f64::from(bin.held)).abs()).sum();
        apart / f64::from(self.claims().max(1))
    }

    /// A line for each bin that holds claims.
    pub(crate) fn table(&self) -> String {
        let mut page = String::from("   bin     said   held  claims\n");
        for (at, bin) in self.bins.iter().enumerate().filter(|(_, bin)| bin.claims > 0) {
            let (low, high, claims) = (at as f64 / 10.0, (at + 1) as f64 / 10.0, f64::from(bin.claims));
            let (said, held) = (bin.said / claims, f64::from(bin.held) / claims);
            // Writing to a string cannot fail.
            let _ = writeln!(page, "{low:.1} to {high:.1}  {said:.3}  {held:.3}  {:6}", bin.claims);
        }
        page
    }
}
