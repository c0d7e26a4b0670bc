//! The pipeline.

fn main() {}
