"""Tantivy, by its package for Python.

https://docs.rs/tantivy: `FuzzyTermQuery` finds terms within two edits, a swap counting as one; a name is one term
(tokenizer `raw`). It scores all alike, so an exact name is asked for first, then one edit, then two, as a user would
who wants the nearest. `NgramTokenizer` makes the trigrams of a name terms, ranked by BM25.
"""

import tantivy

from .peer import NAMES, Peer, folder_size, ordered


class Directory(Peer):
    """What both ways have in common."""

    tokenizer = "raw"

    def build(self, rows, folder):
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("key", stored=True, tokenizer_name=self.tokenizer, index_option="freq")
        builder.add_integer_field("place", stored=True)
        builder.add_integer_field("importance", stored=True, fast=True)
        self.schema = builder.build()
        self.folder = folder / self.tokenizer
        self.folder.mkdir()
        self.index = tantivy.Index(self.schema, path=str(self.folder))
        trigrams = tantivy.Tokenizer.ngram(min_gram=3, max_gram=3, prefix_only=False)
        self.index.register_tokenizer("trigrams", tantivy.TextAnalyzerBuilder(trigrams).build())
        writer = self.index.writer(heap_size=500_000_000, num_threads=1)
        for key, place, importance in rows:
            writer.add_document(tantivy.Document(key=key, place=place, importance=importance))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def found(self, query, score=None):
        """The rows of what a query finds: by its score, or, if one is given, the most important."""
        order = "importance" if score is not None else None
        hits = self.searcher.search(query, NAMES, count=False, order_by_field=order).hits
        rows = []
        for points, address in hits:
            document = self.searcher.doc(address)
            row = [document.get_first(name) for name in ("key", "place", "importance")]
            rows.append((*row, points if score is None else score))
        return ordered(rows)

    def size(self):
        return folder_size(self.folder)


class Fuzzy(Directory):
    title = "tantivy, fuzzy terms"
    rule = "within two edits"

    def ask(self, key):
        for edits in range(3):
            if edits == 0:
                query = tantivy.Query.term_query(self.schema, "key", key)
            else:
                query = tantivy.Query.fuzzy_term_query(self.schema, "key", key, edits, True, False)
            rows = self.found(query, -edits)
            if rows:
                break
        return rows


class Grams(Directory):
    title = "tantivy, trigrams"
    rule = "a trigram in common"
    tokenizer = "trigrams"

    def ask(self, key):
        trigrams = dict.fromkeys(key[at:at + 3] for at in range(len(key) - 2))
        terms = [tantivy.Query.term_query(self.schema, "key", trigram, "freq") for trigram in trigrams]
        should = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        return self.found(should) if terms else []
