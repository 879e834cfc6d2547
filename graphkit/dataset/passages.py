"""A text in, its sentences out as the search index holds them: folded, each with its way back to the raw text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphkit.dataset.search_words import lowered
from graphkit.extract.scan import SENTENCE
from graphkit.read import document_of

Runs = tuple[tuple[int, int], ...]


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


def raw_spans(key: str, words: tuple[str, ...], runs: Runs) -> tuple[tuple[int, int], ...]:
    """Give where the words stand in the raw sentence, as spans from its start that neither touch nor overlap."""
    found = sorted(span for word in words for span in _places(key, word))
    merged: list[tuple[int, int]] = []
    for start, end in found:
        low, high = _raw(start, runs), _raw(end - 1, runs) + 1
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)


def _places(key: str, word: str) -> Iterator[tuple[int, int]]:
    place = key.find(word)
    while place >= 0:
        yield place, place + len(word)
        place = key.find(word, place + 1)


def _raw(offset: int, runs: Runs) -> int:
    matched, raw = max(run for run in runs if run[0] <= offset)
    return raw + offset - matched
