"""Index files."""

import pickle

import pytest

import toponym

PLACES = """id,same_as,class,feature,country,parent,latitude,longitude,population,accuracy_km,source
acme:depot,,P,PPL,AM,,40.1,44.5,,,own
"""
NAMES = """place,text,language,kind,source
acme:depot,North Depot,en,preferred,own
"""


@pytest.fixture
def tables(tmp_path):
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "places.csv").write_text(PLACES)
    (folder / "names.csv").write_text(NAMES)
    return folder


def test_what_is_built_is_searched(tables, tmp_path):
    output, steps = tmp_path / "mine.toponym", []
    report = toponym.build_index(tables=tables, output=output, progress=lambda *now: steps.append(now))
    assert (report["places"], report["names"]) == (1, 1)
    assert steps and all(done <= total for _, done, total in steps)
    mine = toponym.Resolver(output)
    assert mine.resolve("North Dépot").best.id == "acme:depot"
    assert mine.resolve("North Depot", country="AM").best.id == "acme:depot"
    assert repr(mine) == f"<toponym.Resolver({str(output)!r}): 1 places, 1 names>"
    assert pickle.loads(pickle.dumps(mine)).place("acme:depot").name == "North Depot"
    both = tmp_path / "both.toponym"
    assert toponym.build_index(tables=[tables], embedded=True, output=both)["places"] > 10_000


def test_what_cannot_be_built_is_said(tables, tmp_path):
    output = tmp_path / "mine.toponym"
    with pytest.raises(toponym.Error, match="nothing to build"):
        toponym.build_index(output=output)
    with pytest.raises(FileNotFoundError, match="nowhere"):
        toponym.build_index(tables=tmp_path / "nowhere", output=output)
    for of_dump in (
        {"alternate_names": tables / "names.csv"},
        {"country": "GE"},
        {"min_population": 1},
        {"strict": True},
    ):
        with pytest.raises(toponym.Error, match=f"{next(iter(of_dump))}: .*geonames"):
            toponym.build_index(embedded=True, output=output, **of_dump)
    (tables / "places.csv").write_text(PLACES.replace("40.1", "140.1"))
    with pytest.raises(toponym.Error, match=r"places\.csv:2.*latitude"):
        toponym.build_index(tables=tables, output=output)
    assert not output.exists()


def test_what_progress_raises_is_raised(tables, tmp_path):
    def fail(step, done, total):
        raise RuntimeError(step)

    with pytest.raises(RuntimeError):
        toponym.build_index(tables=tables, output=tmp_path / "mine.toponym", progress=fail)


def test_what_is_no_index_is_said(tmp_path):
    with pytest.raises(FileNotFoundError, match="missing.toponym"):
        toponym.Resolver(tmp_path / "missing.toponym")
    bad = tmp_path / "bad.toponym"
    bad.write_bytes(b"no index" * 100)
    with pytest.raises(toponym.Error, match="bad.toponym"):
        toponym.Resolver(bad)
