//! How far voices agree, in the figures that the field reports.
//!
//! Krippendorff's alpha is the one that fits: it takes any number of sources, and a source may be silent on most
//! criteria. Fleiss' kappa, which needs the same number of voices on every row, is here because reviewers ask for it.
//! Where a figure is not defined (nobody can be compared with anybody, or nothing varies) there is none; a convention such
//! as "1 where all agree" would look like a measurement.

/// How far apart two values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// Different is different.
    Nominal,
    /// By how many values lie between them in the data.
    Ordinal,
    /// By their difference.
    Interval,
    /// By their difference as a share of their sum.
    Ratio,
}

/// Krippendorff's alpha over units (rows), each with the values that its observers gave; a silent observer gives none.
/// 1 is agreement, 0 what chance would give, below 0 less than chance. `None` where no unit has two values, or all values
/// are the same.
///
/// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section E.
#[must_use]
pub fn krippendorff(units: &[Vec<f64>], metric: Metric) -> Option<f64> {
    let pairable: Vec<&Vec<f64>> = units.iter().filter(|unit| unit.len() > 1).collect();
    let mut values: Vec<f64> = pairable.iter().copied().flatten().copied().collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    let at = |value: f64| values.partition_point(|other| other.total_cmp(&value).is_lt());
    let mut coincidences = vec![vec![0.0; values.len()]; values.len()];
    for unit in pairable {
        let mut counts = vec![0.0; values.len()];
        unit.iter().for_each(|value| counts[at(*value)] += 1.0);
        let pairs = unit.len() as f64 - 1.0;
        for (c, mine) in counts.iter().enumerate() {
            for (k, theirs) in counts.iter().enumerate() {
                coincidences[c][k] += mine * (theirs - f64::from(u8::from(c == k))) / pairs;
            }
        }
    }
    let totals: Vec<f64> = coincidences.iter().map(|row| row.iter().sum()).collect();
    let all: f64 = totals.iter().sum();
    let (mut observed, mut expected) = (0.0, 0.0);
    for c in 0..values.len() {
        for k in 0..values.len() {
            let distance = metric.squared(&values, &totals, c, k);
            observed += coincidences[c][k] * distance;
            expected += totals[c] * totals[k] * distance;
        }
    }
    (expected > 0.0).then(|| 1.0 - (all - 1.0) * observed / expected)
}

impl Metric {
    /// The squared distance of the values at `c` and `k`, which occur `totals` times.
    fn squared(self, values: &[f64], totals: &[f64], c: usize, k: usize) -> f64 {
        let (low, high) = (c.min(k), c.max(k));
        if low == high {
            return 0.0;
        }
        let distance = match self {
            Self::Nominal => 1.0,
            Self::Ordinal => totals[low..=high].iter().sum::<f64>() - f64::midpoint(totals[low], totals[high]),
            Self::Interval => values[high] - values[low],
            Self::Ratio => (values[high] - values[low]) / (values[high] + values[low]),
        };
        distance * distance
    }
}

/// Fleiss' kappa over units, each with how many observers chose each category; all units have the same number of
/// observers. `None` where they have not, or fewer than two, or where only one category was ever chosen.
///
/// J. L. Fleiss, "Measuring nominal scale agreement among many raters" (Psychological Bulletin 76, 1971).
#[must_use]
pub fn fleiss(units: &[Vec<u32>]) -> Option<f64> {
    let observers: u32 = units.first()?.iter().sum();
    let categories = units[0].len();
    let uneven = |unit: &Vec<u32>| unit.len() != categories || unit.iter().sum::<u32>() != observers;
    if observers < 2 || units.iter().any(uneven) {
        return None;
    }
    let (rows, raters) = (units.len() as f64, f64::from(observers));
    let squares = |unit: &Vec<u32>| unit.iter().map(|count| f64::from(*count).powi(2)).sum::<f64>();
    let agreed = units.iter().map(|unit| (squares(unit) - raters) / (raters * (raters - 1.0))).sum::<f64>() / rows;
    let share = |category: usize| units.iter().map(|unit| f64::from(unit[category])).sum::<f64>() / (rows * raters);
    let by_chance: f64 = (0..categories).map(|category| share(category).powi(2)).sum();
    (by_chance < 1.0).then(|| (agreed - by_chance) / (1.0 - by_chance))
}

/// The interval in which a share lies with 95 % confidence, given `hits` of `all`. `None` of nothing.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (JASA 22, 1927): it holds for the
/// handful of sources that a row has, where the textbook interval leaves 0 to 1.
#[must_use]
pub fn wilson(hits: f64, all: f64) -> Option<(f64, f64)> {
    /// The normal quantile of 97.5 %.
    const Z: f64 = 1.959_963_984_540_054;
    if all <= 0.0 {
        return None;
    }
    let (share, z2) = (hits / all, Z * Z);
    let centre = (share + z2 / (2.0 * all)) / (1.0 + z2 / all);
    let reach = Z / (1.0 + z2 / all) * (share * (1.0 - share) / all + z2 / (4.0 * all * all)).sqrt();
    Some(((centre - reach).max(0.0), (centre + reach).min(1.0)))
}

/// The entropy of counts in bits: 0 where all are in one place, 1 where two are level, more where more are.
///
/// C. E. Shannon, "A mathematical theory of communication" (1948).
#[must_use]
pub fn entropy(counts: impl IntoIterator<Item = f64>) -> f64 {
    let counts: Vec<f64> = counts.into_iter().filter(|count| *count > 0.0).collect();
    let all: f64 = counts.iter().sum();
    counts.iter().map(|count| (count / all) * (all / count).log2()).sum()
}

/// How many voices of weight one would say as much as voices of these weights: as many where all weigh the same, fewer
/// where some weigh less.
///
/// L. Kish, "Survey Sampling" (1965), section 11.7.
#[must_use]
pub fn effective_number(weights: impl IntoIterator<Item = f64>) -> f64 {
    let (sum, squares) = weights.into_iter().fold((0.0, 0.0), |(sum, squares), w| (sum + w, squares + w * w));
    if squares > 0.0 { sum * sum / squares } else { 0.0 }
}
