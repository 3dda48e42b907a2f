"""Names, points, ids and texts asked one by one."""

import pickle
import signal
import threading
import time

import pytest

import toponym


def test_what_is_known_of_a_place_counts(resolver):
    assert resolver.resolve("طرابلس", country="LB").best.country == "LB"
    assert resolver.resolve("طرابلس", country=["Libya", "لبنان"]).best.country in {"LB", "LY"}
    assert resolver.resolve("طرابلس", near=(34.4, 35.8)).best.country == "LB"
    assert resolver.resolve("Goris", within=["Syunik Province", "Armenia"]).best.name == "Goris"
    assert not resolver.resolve("Goris", within="Lori Province").candidates
    assert {one.feature_class for one in resolver.resolve("Gyumri", feature_class="P").candidates} == {"P"}
    assert resolver.resolve("Gyumrii", max_edits=0).status == "unknown"
    assert len(resolver.resolve("Norashen", limit=2).candidates) == 2


def test_a_reader_can_be_told_why(resolver):
    best = resolver.resolve("Gyumrri", explain=True).best
    assert best.parents[-1].name == "Armenia"
    assert best.evidence and best.slips[0]["written"] == "r"
    assert resolver.resolve("Gyumrri").best.evidence is None


def test_beginnings_are_completed(resolver):
    found = resolver.complete("غيوم", limit=3)
    assert found[0].id == "gn:616635" and len(found) <= 3


def test_places_by_id_and_by_point(resolver):
    gyumri = resolver.place("gn:616635")
    assert (gyumri.name, gyumri.name_in("hy"), gyumri.parents[-1].name) == ("Gyumri", "Գյումրի", "Armenia")
    assert resolver.place(gyumri.same_as[0]) == gyumri
    assert resolver.place("gn:1") is None
    near = resolver.nearest(*gyumri.point, feature_class="P", within_km=30, limit=3)
    assert near[0].id == gyumri.id and near[0].distance_km < 0.1
    assert [one.distance_km for one in near] == sorted(one.distance_km for one in near)


def test_offsets_are_characters(resolver):
    text = "🏔🏔 وصل الوفد ليريفان من مدينة شوشة"
    mentions = resolver.scan(text)
    assert [text[m.start : m.end] for m in mentions] == [m.text for m in mentions] == ["يريفان", "شوشة"]
    assert text[mentions[0].token_start : mentions[0].token_end] == "ليريفان"
    assert text[mentions[1].phrase_start : mentions[1].phrase_end] == "مدينة شوشة"
    assert resolver.scan(text, explain=True)[0].signs


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda r: r.resolve("Gyumri", country="Nowhereland"),
            'country: "Nowhereland": no country has this name',
        ),
        (lambda r: r.resolve("Gyumri", within="Nowhereland"), 'within: "Nowhereland"'),
        (lambda r: r.resolve("Gyumri", near=(99, 0)), "99"),
        (lambda r: r.resolve("Gyumri", feature_class="Z"), "Z"),
        (lambda r: r.resolve("Gyumri", language="not a tag"), "not a tag"),
        (lambda r: r.resolve("Gyumri", max_edits=3), "3"),
        (lambda r: r.resolve("Gyumri", limit=0), "limit"),
        (lambda r: r.nearest(float("nan"), 0), "NaN"),
        (lambda r: r.place("616635"), "616635"),
        (lambda r: r.map(places=["gn:1"]), "gn:1"),
    ],
)
def test_what_is_asked_wrongly_is_said(resolver, ask, message):
    with pytest.raises(toponym.Error) as error:
        ask(resolver)
    assert message in str(error.value)
    assert isinstance(error.value, ValueError)


def test_types_are_checked(resolver):
    with pytest.raises(TypeError):
        resolver.resolve(7)
    with pytest.raises(TypeError, match="limit"):
        resolver.resolve("Gyumri", limit=-1)


def test_answers_and_resolvers_are_pickled(resolver):
    answer = resolver.resolve("Norashen", explain=True)
    again = pickle.loads(pickle.dumps(answer))
    assert again == answer and again.to_map().html == answer.to_map().html


def test_other_threads_run_meanwhile(resolver):
    ticks, done = 0, threading.Event()

    def tick():
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    resolver.resolve_many([f"unknownname{n}" for n in range(3000)], threads=1)
    done.set()
    thread.join()
    # With the lock held it would have had none while Rust worked.
    assert ticks > 20


def test_work_can_be_interrupted(resolver):
    seen = []

    def interrupt(done):
        seen.append(done)
        signal.raise_signal(signal.SIGINT)

    # A program that is started in the background of a shell ignores the signal.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            resolver.resolve_many([f"unknownname{n}" for n in range(1_000_000)], progress=interrupt)
    finally:
        signal.signal(signal.SIGINT, before)
    assert seen[-1] < 1_000_000
