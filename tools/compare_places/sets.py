"""What is asked: three sets of names with the places that they mean, and words that mean none."""

import csv
import random
from collections import Counter
from dataclasses import dataclass

from gazetteer import is_latin

# Names with edits come evenly from these: a title, the languages of their names, and whether Latin letters.
GROUPS = [
    ("Arabic", {"ar"}, False),
    ("Armenian", {"hy"}, False),
    ("Azerbaijani", {"az"}, True),
    ("Latin", {"", "en"}, True),
]
LETTERS = range(4, 41)
ARABIC = range(0x0600, 0x0700)


@dataclass(frozen=True)
class Query:
    """A name as somebody wrote it, and the ids that it may mean; none for a word."""

    text: str
    wanted: frozenset = frozenset()


def spellings(accuracy):
    """Spellings of the region, written by readers for the accuracy tests, with GeoNames ids."""
    asked = []
    for row in table(accuracy / "spellings.tsv"):
        ids = {int(one[3:]) for one in row["ids"].split() if one.startswith("gn:")}
        if ids:
            asked.append(Query(row["query"], frozenset(ids)))
    return asked


def words(accuracy, data, folding):
    """Words, persons, organizations and products, without those that are, letter by letter, a name of a place."""
    texts = []
    for name in ("words.txt", "latin_words.txt"):
        texts += (accuracy / name).read_text(encoding="utf-8").split("\n")
    texts += [row["phrase"] for row in table(accuracy / "phrases.txt")]
    texts = list(dict.fromkeys(text for text in texts if text))
    folding.learn(texts)
    return shuffled([Query(text) for text in texts if folding(text) not in data.spellings])


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def shuffled(queries):
    """In an order that has nothing to do with their contents, so that the first are a sample."""
    random.Random(2).shuffle(queries)
    return queries


def arabic_of_latin(places, folding, count, excepted):
    """Arabic names of places that are left under Latin names only.

    Takes all names in other letters from the places that are asked for. Only names are asked that no other place
    has, for what is spelled like the query would be no answer to the question.
    """
    folding.learn(text for place in places.values() for text in place.names)
    bearers = {}
    for place in places.values():
        for key in {folding(text) for text in place.names}:
            bearers[key] = bearers.get(key, 0) + 1
    asked = []
    source = random.Random(3)
    for number in source.sample(sorted(places), len(places)):
        names = places[number].names
        latin = {text: language for text, language in names.items() if is_latin(text)}
        arabic = [text for text, language in names.items()
                  if language == "ar" and any(ord(letter) in ARABIC for letter in text) and bearers[folding(text)] == 1]
        if number in excepted or not arabic or next(iter(names)) not in latin:
            continue
        places[number].names = latin
        asked.append(Query(source.choice(arabic), frozenset([number])))
        if len(asked) == count:
            break
    return shuffled(asked)


def edits(data, folding, count):
    """Real names with one or two random edits, evenly of the groups and of both, which are no other name."""
    source = random.Random(4)
    asked = []
    for group in GROUPS:
        names = list(names_of(data, group))
        letters = usual_letters(names)
        found = 0
        source.shuffle(names)
        for text, number in names:
            if found == count // len(GROUPS):
                break
            changed = edited(text.lower(), found % 2 + 1, letters, source)
            # Capitals stay where they were: at the beginnings of words.
            if text[0].isupper():
                changed = " ".join(word[:1].upper() + word[1:] for word in changed.split(" "))
            key = folding(changed)
            if key and key not in data.spellings:
                asked.append(Query(changed, frozenset([number])))
                found += 1
    return shuffled(asked)


def names_of(data, group):
    """The names of a group with their places."""
    _, languages, latin = group
    for place in data.places.values():
        for text, language in place.names.items():
            if language in languages and len(text) in LETTERS and is_latin(text) == latin:
                yield text, place.id


def usual_letters(names):
    """The letters that are at least one in a thousand of all in these names."""
    counts = Counter(letter for text, _ in names for letter in text.lower() if letter.isalpha())
    return sorted(letter for letter, count in counts.items() if count * 1000 >= counts.total())


def edited(text, count, letters, source):
    """A text with some edits: a letter put in, changed, taken out, or two exchanged."""
    text = list(text)
    for _ in range(count):
        at = source.randrange(len(text))
        kind = source.randrange(4)
        if kind == 0:
            text.insert(at, source.choice(letters))
        elif kind == 1:
            text[at] = source.choice(letters)
        elif kind == 2 and len(text) > 1:
            del text[at]
        elif at + 1 < len(text):
            text[at], text[at + 1] = text[at + 1], text[at]
        else:
            text.append(source.choice(letters))
    return "".join(text)
