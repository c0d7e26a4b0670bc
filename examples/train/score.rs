//! How good judgements are: F1 as scikit-learn has it, and the direction where both see a preference.

/// How often each label (rows) was judged as each (columns).
#[derive(Debug, Clone, Default)]
pub(crate) struct Score {
    counts: [[u32; 3]; 3],
}

impl Score {
    pub(crate) fn add(&mut self, label: usize, judged: usize) {
        self.counts[label][judged] += 1;
    }

    /// F1 for each label.
    pub(crate) fn f1(&self) -> [f64; 3] {
        [0, 1, 2].map(|label| {
            let right = f64::from(self.counts[label][label]);
            let judged: u32 = self.counts.iter().map(|row| row[label]).sum();
            2.0 * right / f64::from(judged + self.count(label)).max(1.0)
        })
    }

    fn count(&self, label: usize) -> u32 {
        self.counts[label].iter().sum()
    }

    /// The mean of F1 over the labels, each as heavy as it is frequent: `average='weighted'`.
    pub(crate) fn weighted(&self) -> f64 {
        let all: u32 = self.counts.iter().flatten().sum();
        let f1 = self.f1();
        (0..3).map(|label| f1[label] * f64::from(self.count(label))).sum::<f64>() / f64::from(all.max(1))
    }

    /// The plain mean of F1 over the labels: `average='macro'`.
    pub(crate) fn mean(&self) -> f64 {
        self.f1().iter().sum::<f64>() / 3.0
    }

    /// Of those that are labelled and judged better or worse, the part that is judged as it is labelled.
    pub(crate) fn direction(&self) -> f64 {
        let right = self.counts[0][0] + self.counts[1][1];
        let wrong = self.counts[0][1] + self.counts[1][0];
        f64::from(right) / f64::from((right + wrong).max(1))
    }
}
