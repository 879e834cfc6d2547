"""A text in, its sentences out as the search index holds them: folded, each with its way back to the raw text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphkit.dataset.marks import Runs
from graphkit.dataset.search_words import lowered
from graphkit.extract.scan import SENTENCE
from graphkit.read import document_of


class Passage(NamedTuple):
    """One sentence: raw span, order of its article (0: none), raw text, key, and the runs from key to raw text."""

    start: int
    end: int
    article: int
    raw: str
    key: str
    runs: Runs


def passages_in(text: str) -> Iterator[Passage]:
    """Iterate over the sentences of a text, in their order; none reaches over the end of its paragraph."""
    document = document_of(text)
    for section in document.sections:
        for match in SENTENCE.finditer(document.matched, section.start, section.end):
            start, end = match.span()
            span = document.raw_span(start, end)
            yield Passage(
                start=span.start,
                end=span.end,
                article=section.article,
                raw=text[span.start : span.end],
                key=lowered(match[0]),
                runs=tuple(document.offsets.runs_in(start, end)),
            )
