//! How often the positions of each kind of evidence are what their source says, shrunk toward 0.6.

use std::fmt::Write as _;

use gainsay::matrix::Basis;

use crate::annotated::Cluster;

/// What is believed before anything was seen, and how many positions it weighs as much as.
const BEFORE: f64 = 0.6;
const WORTH: f64 = 20.0;

const OVER_FIGURES: &str = "\
# How often a position that the program takes is what its source says, by what carries it. Written by `just calibrate`, which
# looks the positions up in the annotated articles: `same` are those that readers take, too, `other` those on which readers
# favour another, `none` those on which readers find no position at all. The accuracy is the share of `same`, shrunk toward
# 0.6 as if 20 more positions had been seen, 12 of them right: whether a source is right nobody can annotate, and none
# should be taken for an oracle. What is implied takes two claims that agree (the strength of one, the weakness of the other),
# which is seldom, and seldom wrong. src/merge/consensus/ makes weights of it.
#
#            same  other  none   (same of all in learn, in watch)
";

/// The file as it is committed.
pub(crate) fn page(clusters: &[Cluster]) -> String {
    let (mut table, mut figures) = (String::from(OVER_FIGURES), String::new());
    for basis in Basis::ALL {
        let [learn, watch] = [false, true].map(|watched| Counted::of(clusters, watched, basis));
        let all =
            Counted { same: learn.same + watch.same, other: learn.other + watch.other, none: learn.none + watch.none };
        let name = basis.name();
        // Writing to a string cannot fail.
        let _ = write!(table, "# {name:9}{:6} {:6}{:6}   ", all.same, all.other, all.none);
        let _ = writeln!(table, "({} of {}, {} of {})", learn.same, learn.all(), watch.same, watch.all());
        let accuracy = (f64::from(all.same) + BEFORE * WORTH) / (f64::from(all.all()) + WORTH);
        let _ = writeln!(figures, "{name} = {accuracy:.3}");
    }
    format!("{table}\n{figures}")
}

/// Positions by what readers say of them.
#[derive(Default)]
struct Counted {
    same: u32,
    other: u32,
    none: u32,
}

impl Counted {
    fn of(clusters: &[Cluster], watched: bool, basis: Basis) -> Self {
        let mut counted = Self::default();
        let taken = clusters.iter().filter(|cluster| cluster.watched == watched).flat_map(|cluster| &cluster.taken);
        for taken in taken.filter(|taken| taken.basis == basis) {
            match taken.right {
                Some(true) => counted.same += 1,
                Some(false) => counted.other += 1,
                None => counted.none += 1,
            }
        }
        counted
    }

    fn all(&self) -> u32 {
        self.same + self.other + self.none
    }
}
