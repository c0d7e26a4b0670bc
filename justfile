# What CI runs, one recipe for each step; `.ci/run` does the work, so that `just` itself is not needed.

# Everything that CI checks.
ci:
    .ci/run

# The tests, as README has them.
test:
    .ci/run test

# Formatting and lints.
lint:
    .ci/run lint

# The documentation, without a warning.
docs:
    .ci/run docs

# The score on the annotated articles, against the floors of quality.toml, and how far it holds beyond them.
score:
    .ci/run score

# Contradictions found and false alarms on pairs of small articles, against their floors.
pairs:
    .ci/run pairs

# The text of the annotated pages, against its floors.
texts:
    .ci/run texts

# Processor time, and the same bytes in every run and order.
speed:
    .ci/run speed

# Web pages: quality, structure, places, speed and memory, each figure beside its goal.
pages:
    .ci/run pages

# Learn the weights of the sentence model from the labelled sentences, and measure it by cross-validation.
train:
    .ci/run train

# Fit the confidence of claims to the annotated articles, measure it on comparisons that it was not fitted to, and count how
# often positions are right by what carries them.
calibrate:
    .ci/run calibrate

# Sentences that the model judges in a second, beside a search for the words that compare.
sentences:
    .ci/run sentences

# Megabytes of article text that claims are extracted from in a second, and the time it takes to start.
extraction:
    .ci/run extraction

# How long it takes to merge a million positions.
merging:
    .ci/run merging

# How often the consensus is right in simulated worlds, where somebody knows the truth.
simulate:
    .ci/run simulate

# Write claims/, docs/matrix.svg and the results of the annotated articles anew.
samples:
    .ci/run samples
