"""When an answer is right, and what a system's answers come to."""

import math
from dataclasses import dataclass

RADIUS_KM = 25
ANSWERS = 5


def distance_km(a, b):
    """Between two places, over a sphere."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half_lon = math.radians(b.lon - a.lon) / 2
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(min(1, h)))


def is_right(data, answer, wanted):
    """The rule of `evaluate places`: the place, one that bears one of its names, or one within 25 km of it."""
    if answer in wanted:
        return True
    for right in wanted:
        if data.keys[answer] & data.keys[right]:
            return True
        if distance_km(data.places[answer], data.places[right]) <= RADIUS_KM:
            return True
    return False


@dataclass
class Asked:
    """What one query was answered: places with scores, the best first; and how long that took."""

    wanted: frozenset
    answers: list
    ms: float


def best_five(answers, above=None):
    """The first five different places, of those whose score is above something."""
    found = []
    for place, score in answers:
        if (above is None or score > above) and place not in found:
            found.append(place)
            if len(found) == ANSWERS:
                break
    return found


@dataclass
class Figures:
    """Of a set of queries."""

    asked: int
    first: float
    five: float
    answered: float
    median_ms: float
    p99_ms: float


def figures(data, asked, above=None):
    """What the answers to a set come to."""
    first = five = answered = 0
    for one in asked:
        found = best_five(one.answers, above)
        answered += bool(found)
        rights = [is_right(data, place, one.wanted) for place in found]
        first += rights[:1] == [True]
        five += any(rights)
    times = sorted(one.ms for one in asked)
    count = len(asked)
    at = [times[min(count - 1, count * percent // 100)] for percent in (50, 99)]
    return Figures(count, first / count, five / count, answered / count, *at)


def threshold(words, share):
    """The least score that keeps all but such a share of the words from an answer: answers count if they score
    above it."""
    best = sorted((one.answers[0][1] for one in words if one.answers), reverse=True)
    allowed = int(share * len(words))
    return best[allowed] if allowed < len(best) else None
