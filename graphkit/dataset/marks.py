"""A folded sentence and words in, the places of the words in the raw sentence out."""

from __future__ import annotations

from collections.abc import Iterator

Runs = tuple[tuple[int, int], ...]
"""From folded offset on, raw offset: the first run starts at (0, 0)."""


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
