//! [`ConsensusMatrix`] in, one file per format out.
