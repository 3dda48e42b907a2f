"""Other programs' ways of asking: polars, spaCy, geopy and geopandas."""

import geopandas
import polars as pl
import spacy
from geopandas.tools import geocode, reverse_geocode
from spacy.tokens import DocBin

import toponym
import toponym.polars  # noqa: F401  (gives expressions their namespace)
from toponym.geopy import Toponym

NAMES = ["غيومري", None, "Yerevan", "qqxxzzkk"]


def test_polars_resolves_a_column(resolver):
    df = pl.DataFrame({"place": NAMES})
    found = df.with_columns(pl.col("place").toponym.resolve().alias("found"))
    assert found["found"].is_null().to_list() == [False, True, False, False]
    assert found["found"].struct.field("id").to_list() == ["gn:616635", None, "gn:616052", None]
    lazy = df.lazy().select(pl.col("place").toponym.resolve(resolver, country="AM").struct.field("lat"))
    assert lazy.collect_schema() == {"lat": pl.Float64}
    assert lazy.collect()["lat"].null_count() == 2
    names = resolver.resolve_many(NAMES).schema.names
    assert [field.name for field in found["found"].dtype.fields] == names


def test_polars_scans_a_column():
    df = pl.DataFrame({"text": ["from Gyumri to Yerevan", None, "nothing", "to Gyumri"]})
    found = df.lazy().select(pl.col("text").toponym.scan().alias("m"))
    schema = found.collect_schema()
    found = found.collect()
    assert found.schema == schema
    ids = [m and [one["id"] for one in m] for m in found["m"].to_list()]
    assert ids == [["gn:616635", "gn:616052"], None, [], ["gn:616635"]]


def test_spacy_marks_places():
    nlp = spacy.blank("ar")
    nlp.add_pipe("toponym")
    doc = nlp("وصل الوفد ليريفان من مدينة شوشة")
    assert [(ent.text, ent.label_, ent.kb_id_) for ent in doc.ents][0] == ("ليريفان", "GPE", "gn:616052")
    mention = doc.ents[0]._.toponym
    assert doc.text[mention.start : mention.end] == "يريفان"
    groups = spacy.blank("en")
    groups.add_pipe("toponym", config={"spans_key": "places", "country": "AM"})
    doc = groups("from Gyumri")
    assert not doc.ents and [span.text for span in doc.spans["places"]] == ["Gyumri"]
    assert groups.config["components"]["toponym"]["country"] == "AM"


def test_spacy_writes_mentions_to_other_processes_and_to_files():
    nlp = spacy.blank("ar")
    nlp.add_pipe("toponym")
    texts = ["وصل الوفد ليريفان", "اقتحموا حي القصور في حمص"]
    alone = [[(ent.text, ent._.toponym) for ent in doc.ents] for doc in map(nlp, texts)]
    assert all(alone) and any(mention.site_point for _, mention in alone[1])
    docs = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [[(ent.text, ent._.toponym) for ent in doc.ents] for doc in docs] == alone
    written = DocBin(docs=docs, store_user_data=True).to_bytes()
    docs = DocBin().from_bytes(written).get_docs(nlp.vocab)
    assert [[(ent.text, ent._.toponym) for ent in doc.ents] for doc in docs] == alone
    assert nlp("nothing here")[0:1]._.toponym is None


def test_spacy_keeps_every_mention_of_a_token():
    # No blank parts them, and spaCy's rules neither.
    text = "غيومري،يريفان Gyumri+Gyumri"
    nlp = spacy.blank("ar")
    nlp.add_pipe("toponym", config={"spans_key": "places"})
    nlp.add_pipe("toponym", name="again", config={"spans_key": "places", "low_confidence": True})
    mentions = toponym.Resolver().scan(text)
    assert len(mentions) == 4
    doc = nlp(text)
    written = DocBin(docs=[doc], store_user_data=True).to_bytes()
    for doc in (doc, *DocBin().from_bytes(written).get_docs(nlp.vocab)):
        assert [span._.toponym.start for span in doc.spans["places"]] == [one.start for one in mentions]
        assert [span._.toponym.text for span in doc.spans["places"]] == [one.text for one in mentions]
    nlp = spacy.blank("ar")
    nlp.add_pipe("toponym")
    for ent in nlp(text).ents:
        assert ent._.toponym.place.id == ent.kb_id_


def test_spacy_groups_that_are_there_stay_unless_they_shall_not():
    for overwrite, labels in [(False, ["X", "X", "GPE", "GPE"]), (True, ["X", "GPE", "GPE"])]:
        nlp = spacy.blank("en")
        ruler = nlp.add_pipe("span_ruler", config={"spans_key": "places"})
        ruler.add_patterns([{"label": "X", "pattern": "from"}, {"label": "X", "pattern": "Gyumri"}])
        nlp.add_pipe("toponym", config={"spans_key": "places", "overwrite": overwrite})
        doc = nlp("from Gyumri to Yerevan")
        assert [span.label_ for span in doc.spans["places"]] == labels


def test_spacy_entities_that_are_there_stay_unless_they_shall_not():
    for overwrite, label in [(False, "ORG"), (True, "GPE")]:
        nlp = spacy.blank("en")
        ruler = nlp.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": "ORG", "pattern": "Gyumri Brewery"}])
        nlp.add_pipe("toponym", config={"overwrite": overwrite, "low_confidence": True})
        ents = nlp("They work at Gyumri Brewery in Yerevan").ents
        assert ents[0].label_ == label and ents[-1].text == "Yerevan"


def test_geopy_and_geopandas_ask_no_server():
    coder = Toponym(country="AM")
    place = coder.geocode("غيومرى")
    assert place.raw.id == "gn:616635" and place.address.endswith("Armenia")
    assert coder.geocode("qqxxzzkk") is None
    assert len(coder.geocode("Norashen", exactly_one=False)) > 1
    assert coder.reverse((place.latitude, place.longitude)).raw.id == "gn:616635"
    frame = geocode(["Gyumri", "Yerevan"], provider=Toponym, country="AM")
    assert isinstance(frame, geopandas.GeoDataFrame) and frame.crs == "EPSG:4326"
    assert frame.address.str.startswith(("Gyumri", "Yerevan")).all()
    back = reverse_geocode(frame.geometry, provider=Toponym)
    assert back.address.str.startswith(("Gyumri", "Yerevan")).all()
