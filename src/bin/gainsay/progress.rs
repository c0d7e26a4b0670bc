//! How far the work is, on standard error, and only where somebody watches.

use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Does somebody watch?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Watched {
    /// Where standard error is a terminal.
    Perhaps,
    /// The user wants errors only.
    Never,
}

/// Does `work`, which says of each file that it is about to read it, and shows which one.
pub(crate) fn reading<T>(watched: Watched, work: impl FnOnce(&mut dyn FnMut(&Path)) -> T) -> T {
    let bar = ProgressBar::with_draw_target(None, watched.target());
    let bar = bar.with_style(style("{spinner} reading, {pos} files {elapsed} {wide_msg}"));
    bar.enable_steady_tick(TICK);
    let done = work(&mut |path| {
        bar.set_message(path.display().to_string());
        bar.inc(1);
    });
    bar.finish_and_clear();
    done
}

/// Goes through the items, and shows how many are done.
pub(crate) fn through<T, U>(watched: Watched, items: Vec<T>, each: impl FnMut(T) -> U) -> Vec<U> {
    let bar = ProgressBar::with_draw_target(Some(items.len() as u64), watched.target());
    let bar = bar.with_style(style("{bar:40} {pos}/{len} articles, {eta} left"));
    let done = bar.wrap_iter(items.into_iter()).map(each).collect();
    bar.finish_and_clear();
    done
}

impl Watched {
    pub(crate) fn unless(quiet: bool) -> Self {
        if quiet { Self::Never } else { Self::Perhaps }
    }

    fn target(self) -> ProgressDrawTarget {
        match self {
            Self::Perhaps => ProgressDrawTarget::stderr(),
            Self::Never => ProgressDrawTarget::hidden(),
        }
    }
}

const TICK: Duration = Duration::from_millis(120);

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the template is one of ours")
}
