"""A document in, its sentences out as the search index holds them: folded, each with its way back to the raw text."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.dataset.entries import Sentence
from graphkit.dataset.search_words import lowered
from graphkit.extract.scan import SENTENCE
from graphkit.model.text import Document


def sentences_in(document: Document) -> Iterator[Sentence]:
    """Iterate over the sentences of a document, in their order; none reaches over the end of its paragraph."""
    for section in document.sections:
        for match in SENTENCE.finditer(document.matched, section.start, section.end):
            raw = document.offsets.raw_slice(*match.span())
            key, runs = lowered(match[0]), tuple(document.offsets.runs_in(*match.span()))
            is_raw = key == document.text[raw]
            yield Sentence(
                raw.start, raw.stop, section.article, None if is_raw else key, runs if len(runs) > 1 else None
            )
