//! Files that are refused as an index, and how a file is replaced by one.

use crate::error::{ErrorKind, IndexFault};
use crate::gazetteer::Gazetteer;
use crate::index::format::HEAD_BYTES;
use crate::index::tests::{gazetteer, small};
use crate::index::{Index, IndexBuilder};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Writes a file in a folder.
fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// Why a file is refused, read or mapped.
fn fault(path: &Path) -> IndexFault {
    #[cfg(feature = "mmap")]
    assert_eq!(
        Index::open(path).unwrap_err().to_string(),
        Index::open_mmap(path).unwrap_err().to_string()
    );
    let error = Index::open(path).unwrap_err();
    assert_eq!(error.path(), Some(path));
    error.index_fault().unwrap().clone()
}

#[test]
fn what_is_no_index_is_refused_each_with_its_own_error() {
    let folder = tempfile::tempdir().unwrap();
    let good = small();
    assert_eq!(fault(folder.path()), IndexFault::Folder);
    assert_eq!(fault(&file(&folder, "empty", b"")), IndexFault::Empty);
    assert_eq!(
        fault(&file(&folder, "text", b"place,text\ngn:1,Baku\n")),
        IndexFault::NotAnIndex
    );
    assert_eq!(
        fault(&file(&folder, "a", b"t")),
        IndexFault::CutShort {
            found: 1,
            expected: HEAD_BYTES as u64
        }
    );
    let cut = good.len() as u64 - 1;
    let expected = good.len() as u64;
    assert_eq!(
        fault(&file(&folder, "cut", &good[..cut as usize])),
        IndexFault::CutShort {
            found: cut,
            expected
        }
    );

    let mut version = good.clone();
    version[8] += 1;
    assert!(matches!(
        fault(&file(&folder, "version", &version)),
        IndexFault::Version { .. }
    ));
    let rules = crate::index::format::with_other_rules(&good);
    assert_eq!(fault(&file(&folder, "rules", &rules)), IndexFault::Rules);
    let mut header = good;
    header[24] ^= 1;
    assert_eq!(
        fault(&file(&folder, "header", &header)),
        IndexFault::Damaged { what: "its header" }
    );

    let sparse = folder.path().join("sparse");
    File::create(&sparse).unwrap().set_len(4 << 30).unwrap();
    assert_eq!(fault(&sparse), IndexFault::NotAnIndex);

    #[cfg(unix)]
    {
        assert_eq!(fault(Path::new("/dev/null")), IndexFault::NotAFile);
        // Nobody writes to it: whoever opens it waits.
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            assert_eq!(fault(&pipe), IndexFault::NotAFile);
            let read = crate::gazetteer::GeoNames::new(&pipe).read(&mut Gazetteer::default());
            assert!(read.unwrap_err().to_string().contains("read twice"));
        }
    }

    let missing = Index::open(folder.path().join("missing")).unwrap_err();
    assert!(missing.kind() == ErrorKind::Io && missing.to_string().contains("missing"));
}

#[test]
fn a_file_is_replaced_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "index", b"an older file");
    let write = |builder: IndexBuilder| builder.write(&path);
    let mut unfit = gazetteer();
    unfit.places.truncate(1);
    assert!(write(IndexBuilder::new().add_gazetteer(unfit)).is_err());
    assert_eq!(fs::read(&path).unwrap(), b"an older file");

    write(IndexBuilder::new().add_gazetteer(gazetteer())).unwrap();
    let index = Index::open(&path).unwrap();
    index.verify().unwrap();
    assert!(index.as_bytes() == small());
    #[cfg(feature = "mmap")]
    assert!(Index::open_mmap(&path).unwrap().as_bytes() == small());
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "nothing else is left"
    );

    let nowhere = folder.path().join("no folder").join("index");
    assert!(write(IndexBuilder::new().add_gazetteer(gazetteer())).is_ok());
    let builder = IndexBuilder::new().add_gazetteer(gazetteer());
    let error = builder.write(nowhere).unwrap_err();
    assert!(error.kind() == ErrorKind::Io, "{error}");
}

#[cfg(unix)]
#[test]
fn who_may_read_the_older_file_may_read_the_new_one() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "index", b"an older file");
    for mode in [0o600, 0o666, 0o640] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let builder = IndexBuilder::new().add_gazetteer(gazetteer());
        builder.write(&path).unwrap();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, mode);
    }
}

#[test]
fn nothing_but_an_older_file_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let message = |path: &Path, inputs: &[&Path]| {
        let error = IndexBuilder::check_output(path, inputs.iter().copied()).unwrap_err();
        error.to_string()
    };
    let table = file(&folder, "places.csv", b"places");
    let other = file(&folder, "other.csv", b"other");
    IndexBuilder::check_output(&other, [table.as_path()]).unwrap();
    IndexBuilder::check_output(folder.path().join("new"), [table.as_path()]).unwrap();
    let roundabout = folder.path().join(".").join("places.csv");
    for output in [&table, &roundabout] {
        assert!(message(output, &[&other, &table]).contains("places.csv, which is read"));
    }
    assert!(message(folder.path(), &[]).contains("is a folder"));
    let write = |path: &Path| {
        let builder = IndexBuilder::new().add_gazetteer(gazetteer());
        builder.write(path).unwrap_err().to_string()
    };
    assert!(write(folder.path()).contains("is a folder"));
    #[cfg(unix)]
    {
        let (hard, soft) = (folder.path().join("hard"), folder.path().join("soft"));
        fs::hard_link(&table, &hard).unwrap();
        assert!(message(&hard, &[&table]).contains("which is read"));
        for target in [&table, &folder.path().join("nowhere")] {
            std::os::unix::fs::symlink(target, &soft).unwrap();
            assert!(write(&soft).contains("is a link"));
            assert!(fs::symlink_metadata(&soft).unwrap().is_symlink());
            fs::remove_file(&soft).unwrap();
        }
        assert!(message(Path::new("/dev/null"), &[]).contains("is a device"));
        let socket = folder.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert!(write(&socket).contains("is a device, pipe or socket"));
    }
    assert_eq!(fs::read(&table).unwrap(), b"places");
}

#[test]
fn an_index_of_no_places_replaces_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "index", b"a good index");
    let error = IndexBuilder::new().write(&path).unwrap_err().to_string();
    assert!(error.contains("no place"), "{error}");
    assert_eq!(fs::read(&path).unwrap(), b"a good index");
}
