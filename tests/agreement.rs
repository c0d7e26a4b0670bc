//! The figures of agreement, against the tables of the papers that define them.

use gainsay::merge::agreement::{Metric, effective_number, entropy, fleiss, krippendorff, wilson};
use proptest::prelude::*;

/// Equal to a millionth.
fn assert_near(figure: f64, oracle: f64) {
    assert!((figure - oracle).abs() < 1e-6, "{figure} is not {oracle}");
}

/// Krippendorff 2011, section C: four observers (rows), twelve units (columns), missing values.
const OBSERVERS: [&str; 4] = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];

/// The values that each unit got.
fn units() -> Vec<Vec<f64>> {
    let value = |row: &&str, unit: usize| row.chars().nth(unit)?.to_digit(10).map(f64::from);
    (0..12).map(|unit| OBSERVERS.iter().filter_map(|row| value(row, unit)).collect()).collect()
}

#[test]
fn alpha_is_that_of_the_canonical_table() {
    for (metric, alpha) in [
        (Metric::Nominal, 0.743_421_052_631_579),
        (Metric::Ordinal, 0.815_387_539_843_352),
        (Metric::Interval, 0.849_107_142_857_143),
        (Metric::Ratio, 0.797_402_597_402_597),
    ] {
        let found = krippendorff(&units(), metric).expect("defined");
        assert!((found - alpha).abs() < 1e-6, "{metric:?}: {found} is not {alpha}");
    }
}

#[test]
fn alpha_is_undefined_where_nothing_can_be_compared() {
    assert_eq!(krippendorff(&[], Metric::Ordinal), None);
    assert_eq!(krippendorff(&[vec![1.0], vec![2.0]], Metric::Ordinal), None, "one voice a row");
    assert_eq!(krippendorff(&[vec![1.0, 1.0]], Metric::Nominal), None, "nothing varies");
    assert_near(krippendorff(&[vec![1.0, 1.0], vec![2.0, 2.0]], Metric::Nominal).expect("defined"), 1.0);
}

#[test]
fn kappa_is_that_of_the_textbook() {
    // Fourteen observers, ten units, five categories.
    let units = [
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ]
    .map(|unit| unit.to_vec());
    assert_near(fleiss(&units).expect("defined"), 0.209_930_704_422_195_5);
    assert_eq!(fleiss(&[vec![1, 1], vec![2, 1]]), None, "not the same number of observers");
    assert_eq!(fleiss(&[vec![2, 0], vec![2, 0]]), None, "one category only");
}

#[test]
fn the_interval_is_that_of_wilson() {
    for (hits, all, low, high) in [(3.0, 3.0, 0.4385, 1.0), (4.0, 5.0, 0.3755, 0.9638), (2.0, 2.0, 0.3424, 1.0)] {
        let found = wilson(hits, all).expect("defined");
        assert!((found.0 - low).abs() < 5e-5 && (found.1 - high).abs() < 5e-5, "{hits} of {all}: {found:?}");
    }
    assert_eq!(wilson(0.0, 0.0), None);
}

#[test]
fn entropy_counts_bits_and_weights_count_voices() {
    assert_near(entropy([3.0, 0.0]), 0.0);
    assert_near(entropy([2.0, 2.0]), 1.0);
    assert_near(entropy([1.0, 1.0, 1.0, 1.0]), 2.0);
    assert_near(entropy([]), 0.0);
    assert_near(effective_number([1.0, 1.0, 1.0]), 3.0);
    assert_near(effective_number([1.0, 0.5]), 1.8);
    assert_near(effective_number([]), 0.0);
}

proptest! {
    #[test]
    fn alpha_knows_no_order(units in prop::collection::vec(prop::collection::vec(0..4u8, 0..5), 0..8), turn in 0..8usize) {
        let units: Vec<Vec<f64>> = units.iter().map(|unit| unit.iter().map(|value| f64::from(*value)).collect()).collect();
        let mut turned = units.clone();
        turned.rotate_left(turn % units.len().max(1));
        turned.iter_mut().for_each(|unit| unit.reverse());
        for metric in [Metric::Nominal, Metric::Ordinal, Metric::Interval] {
            match (krippendorff(&units, metric), krippendorff(&turned, metric)) {
                (Some(one), Some(other)) => {
                    prop_assert!((one - other).abs() < 1e-9);
                    prop_assert!(one <= 1.0 + 1e-9);
                }
                (one, other) => prop_assert_eq!(one.is_none(), other.is_none()),
            }
        }
    }

    #[test]
    fn the_share_lies_in_its_interval(hits in 0..50u32, more in 0..50u32) {
        let (hits, all) = (f64::from(hits), f64::from(hits + more));
        if let Some((low, high)) = wilson(hits, all) {
            prop_assert!(0.0 <= low && low <= hits / all + 1e-9 && hits / all <= high + 1e-9 && high <= 1.0);
        }
    }
}
