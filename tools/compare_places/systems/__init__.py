"""The systems that are asked, by the names of the option `--systems`."""

from .postgres import Nearest, Similar
from .rapid import Edits, Weighted
from .sqlite import Substring, Trigrams
from .tantivy_index import Fuzzy, Grams

PEERS = {
    "pg_trgm": Similar,
    "pg_trgm-nearest": Nearest,
    "fts5": Substring,
    "fts5-trigrams": Trigrams,
    "tantivy-fuzzy": Fuzzy,
    "tantivy-ngrams": Grams,
    "rapidfuzz-wratio": Weighted,
    "rapidfuzz-osa": Edits,
}

# Comparing a query with a million names by `WRatio` takes seconds.
DEFAULT = [name for name in PEERS if name != "rapidfuzz-wratio"]
