//! How far the work is, on standard error, and only where somebody watches.

use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Does `work`, which says of each file that it is about to read it, and shows which one.
pub(crate) fn reading<T>(work: impl FnOnce(&mut dyn FnMut(&Path)) -> T) -> T {
    let bar = ProgressBar::new_spinner().with_style(style("{spinner} reading, {pos} files {elapsed} {wide_msg}"));
    bar.enable_steady_tick(TICK);
    let done = work(&mut |path| {
        bar.set_message(path.display().to_string());
        bar.inc(1);
    });
    bar.finish_and_clear();
    done
}

/// Goes through the items, and shows how many are done.
pub(crate) fn through<T, U>(items: Vec<T>, each: impl FnMut(T) -> U) -> Vec<U> {
    let bar = ProgressBar::new(items.len() as u64).with_style(style("{bar:40} {pos}/{len} articles, {eta} left"));
    let done = bar.wrap_iter(items.into_iter()).map(each).collect();
    bar.finish_and_clear();
    done
}

const TICK: Duration = Duration::from_millis(120);

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the template is one of ours")
}
