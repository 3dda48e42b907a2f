"""What notebooks show."""


def test_answers_are_shown_and_markup_is_not_taken_for_such(resolver):
    shown = resolver.resolve("Gyumri")._repr_html_()
    assert "gn:616635" in shown and "<b>resolved</b>" in shown
    shown = resolver.resolve("<script>alert(1)</script>")._repr_html_()
    assert "<script" not in shown and "unknown" in shown
    assert "Գյումրի" in resolver.place("gn:616635")._repr_html_()


def test_texts_are_shown_with_their_mentions_marked(resolver):
    shown = resolver.scan("<b>from</b> Gyumri & on")._repr_html_()
    assert "&lt;b&gt;from&lt;/b&gt; <mark" in shown and ">Gyumri</mark> &amp; on" in shown
    long = resolver.scan("from Gyumri " + "and on " * 10_000)._repr_html_()
    assert len(long) < 30_000 and "…" in long


def test_maps_are_pages_in_a_frame(resolver, tmp_path):
    found = resolver.scan("من غيومري إلى شوشة").to_map("A journey")
    assert (
        found.html.startswith("<!DOCTYPE html>") and "A journey" in found.html and "gn:616635" in found.html
    )
    shown = found._repr_html_()
    assert shown.startswith("<iframe sandbox=") and "<!DOCTYPE" not in shown
    found.save(tmp_path / "map.html")
    assert (tmp_path / "map.html").read_text(encoding="utf-8") == found.html
    assert "gn:616635" in resolver.resolve("Gyumri").to_map().html
