"""`python3 -B tools/compare_places/test_scoring.py`: the rule and the thresholds, on a dozen places."""

import unittest
from types import SimpleNamespace

from gazetteer import Place, importance, is_latin, some
from scoring import Asked, best_five, distance_km, figures, is_right, threshold
from sets import edited


def data():
    points = {
        1: (40.18, 44.51, {"yerevan", "erivan"}),
        2: (40.16, 44.29, {"ejmiatsin"}),
        3: (40.79, 43.85, {"gyumri", "leninakan"}),
        4: (51.50, 0.0, {"london"}),
        5: (42.98, -81.24, {"london", "forest city"}),
        6: (-17.0, 179.9, {"east"}),
        7: (-17.0, -179.9, {"west"}),
    }
    places = {number: Place(number, lat, lon, 0, []) for number, (lat, lon, _) in points.items()}
    return SimpleNamespace(places=places, keys={number: keys for number, (_, _, keys) in points.items()})


class Rule(unittest.TestCase):
    def test_the_place_itself_its_namesakes_and_its_neighbors_are_right(self):
        held = data()
        self.assertTrue(is_right(held, 1, {1}))
        self.assertTrue(is_right(held, 5, {4}), "of the same name")
        self.assertTrue(is_right(held, 2, {1}), "19 km away")
        self.assertTrue(is_right(held, 2, {3, 1}), "beside one of two")
        self.assertFalse(is_right(held, 3, {1}))
        self.assertFalse(is_right(held, 1, set()))

    def test_distances_go_the_short_way_round(self):
        held = data()
        self.assertAlmostEqual(distance_km(held.places[6], held.places[7]), 21.3, delta=0.1)
        self.assertTrue(is_right(held, 6, {7}))
        self.assertAlmostEqual(distance_km(held.places[1], held.places[3]), 87.5, delta=1.5)

    def test_each_place_counts_once_and_five_at_most(self):
        answers = [(1, 9), (1, 8), (2, 7), (3, 6), (4, 5), (5, 4), (6, 3)]
        self.assertEqual(best_five(answers), [1, 2, 3, 4, 5])
        self.assertEqual(best_five(answers, above=6), [1, 2])
        self.assertEqual(best_five([]), [])

    def test_shares_and_times(self):
        wanted = frozenset([3])
        asked = [Asked(wanted, [(3, 1)], 1.0), Asked(wanted, [(4, 1), (3, 0.5)], 3.0),
                 Asked(wanted, [(4, 0.2)], 2.0), Asked(wanted, [], 4.0)]
        found = figures(data(), asked)
        self.assertEqual((found.asked, found.first, found.five, found.answered), (4, 0.25, 0.5, 0.75))
        self.assertEqual((found.median_ms, found.p99_ms), (3.0, 4.0))
        cut = figures(data(), asked, above=0.5)
        self.assertEqual((cut.first, cut.five, cut.answered), (0.25, 0.25, 0.5))

    def test_a_threshold_lets_through_no_more_words_than_allowed(self):
        words = [Asked(frozenset(), [(1, score)], 0) for score in (0.9, 0.8, 0.8, 0.7)]
        words.append(Asked(frozenset(), [], 0))
        for share in (0, 0.2, 0.4, 0.6, 0.8):
            above = threshold(words, share)
            through = sum(bool(best_five(word.answers, above)) for word in words)
            self.assertLessEqual(through, share * len(words) + 1e-9)
        self.assertEqual(threshold(words, 0), 0.9)
        self.assertIsNone(threshold(words, 0.8), "all that are answered are allowed")


class Names(unittest.TestCase):
    def test_edits_change_a_name(self):
        import random
        source = random.Random(7)
        for edits in (1, 2):
            changed = [edited("Goris", edits, "abc", source) for _ in range(50)]
            self.assertGreater(sum(text != "Goris" for text in changed), 40)
            self.assertTrue(all(5 - edits <= len(text) <= 5 + edits for text in changed))

    def test_scripts_and_importance(self):
        self.assertTrue(is_latin("Ağdam (2)"))
        self.assertFalse(is_latin("Ağdam Աղդամ"))
        self.assertGreater(importance("P", "PPLC", 1_000_000), importance("P", "PPL", 1_000_000))
        self.assertEqual(importance("P", "PPL", 0), 0)

    def test_a_part_of_the_places_has_those_that_are_asked_for(self):
        places = data().places
        self.assertEqual(len(some(places, None, set())), 7)
        self.assertLessEqual({1, 4}, some(places, 2, {1, 4, 99}).keys())


if __name__ == "__main__":
    unittest.main()
