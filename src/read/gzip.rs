//! Packed files, as crawlers keep them: `page.html.gz`.
//!
//! Whatever can be unpacked is read, as elsewhere in reading: a file that was cut off gives the words up to
//! there, and a problem that says so. But no more is ever unpacked than an article may have, so that a file
//! made to fill the memory is turned down long before it does.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::io::Read as _;
use std::path::Path;

use flate2::bufread::GzDecoder;

use crate::error::{Error, Result};

const MAGIC: &[u8] = b"\x1f\x8b";

/// A file's bytes, unpacked where they were packed.
pub(super) struct Unpacked<'b> {
    /// The bytes; those of the file itself where it was not packed.
    pub(super) bytes: Cow<'b, [u8]>,
    /// What was wrong with the packing.
    pub(super) problem: Option<&'static str>,
}

/// Unpacks a file, all parts of it, where its first bytes say that it is packed.
///
/// # Errors
///
/// Where it holds more than `limit` bytes, or is so broken that not one can be had.
pub(super) fn unpack<'b>(path: &Path, bytes: &'b [u8], limit: u64) -> Result<Unpacked<'b>> {
    if !bytes.starts_with(MAGIC) {
        return Ok(Unpacked { bytes: Cow::Borrowed(bytes), problem: None });
    }
    let (mut rest, mut unpacked, mut problem) = (bytes, Vec::new(), None);
    while rest.starts_with(MAGIC) && problem.is_none() {
        let left = limit + 1 - unpacked.len() as u64;
        let failed = GzDecoder::new(&mut rest).take(left).read_to_end(&mut unpacked).err();
        if unpacked.len() as u64 > limit {
            return Err(Error::UnpacksTooLarge { path: path.to_path_buf(), limit: limit / super::MEGABYTE });
        }
        problem = failed.map(|error| match error.kind() {
            std::io::ErrorKind::UnexpectedEof => "the gzip file is cut off; read as far as it goes",
            _ => "the gzip file is damaged; read as far as it could be unpacked",
        });
    }
    if problem.is_some() && unpacked.is_empty() {
        return Err(Error::Packed { path: path.to_path_buf() });
    }
    // Tapes and some disks fill up with zeros; anything else is a sign that the file is not what it was.
    if problem.is_none() && rest.iter().any(|byte| *byte != 0) {
        problem = Some("something follows the end of the gzip file; it was not read");
    }
    Ok(Unpacked { bytes: Cow::Owned(unpacked), problem })
}

/// The file's name without the ending that says it is packed: `page.html` for `page.html.gz`.
pub(super) fn name(path: &Path) -> &Path {
    let packed = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
    match path.file_stem().filter(|_| packed) {
        Some(stem) => Path::new::<OsStr>(stem),
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn unpacked(bytes: &[u8]) -> (Vec<u8>, Option<&'static str>) {
        let unpacked = unpack(Path::new("x.gz"), bytes, 1000).unwrap();
        (unpacked.bytes.into_owned(), unpacked.problem)
    }

    #[test]
    fn all_parts_are_read_and_zeros_after_them_are_not() {
        let two = [packed(b"one "), packed(b""), packed(b"two")].concat();
        assert_eq!(unpacked(&two), (b"one two".to_vec(), None));
        assert_eq!(unpacked(&[&two[..], &[0; 512]].concat()), (b"one two".to_vec(), None));
        let (bytes, problem) = unpacked(&[&two[..], b"three"].concat());
        assert_eq!((bytes, problem.is_some()), (b"one two".to_vec(), true));
    }

    #[test]
    fn what_is_not_packed_stays() {
        assert_eq!(unpacked(b"plain"), (b"plain".to_vec(), None));
        assert_eq!(unpacked(b""), (Vec::new(), None));
    }

    #[test]
    fn a_broken_file_is_read_as_far_as_it_goes() {
        let words: Vec<u8> = (0..120_u8).flat_map(|n| format!("{} ", u32::from(n) * 7919).into_bytes()).collect();
        let whole = packed(&words);
        let (bytes, problem) = unpacked(&whole[..whole.len() - 9]);
        assert!(!bytes.is_empty() && words.starts_with(&bytes));
        assert!(problem.unwrap().contains("cut off"), "{problem:?}");
        let mut changed = whole.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(unpacked(&changed).0, words);
        assert!(unpacked(&changed).1.unwrap().contains("damaged"));
        for nothing in [&whole[..2], &whole[..12], b"\x1f\x8b????????"] {
            assert!(matches!(unpack(Path::new("x.gz"), nothing, 1000), Err(Error::Packed { .. })));
        }
    }

    #[test]
    fn a_file_made_to_fill_the_memory_is_turned_down() {
        let bomb = packed(&vec![b'x'; 2_000_000]);
        assert!(bomb.len() < 5_000);
        let many = [packed(&[b'x'; 600]), packed(&[b'x'; 600])].concat();
        for bomb in [bomb, many, packed(&[b'x'; 1001])] {
            assert!(matches!(unpack(Path::new("x.gz"), &bomb, 1000), Err(Error::UnpacksTooLarge { .. })));
        }
        assert_eq!(unpacked(&packed(&[b'x'; 1000])).0.len(), 1000);
    }

    #[test]
    fn the_name_within_the_name() {
        let names = [("a/b.html.gz", "b.html"), ("b.MD.GZ", "b.MD"), ("b.gz", "b"), ("a/b.html", "a/b.html")];
        for (path, inner) in names {
            assert_eq!(name(Path::new(path)), Path::new(inner));
        }
    }
}
