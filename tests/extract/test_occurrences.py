"""Patterns tried only where a match can begin, or not at all: the same matches as `finditer` gives."""

from __future__ import annotations

import re

import pytest

from graphkit.extract.needed_words import needed_words
from graphkit.extract.occurrences import occurrences
from graphkit.extract.scan import Scan
from graphkit.extract.word_places import WordPlaces
from graphkit.read import document_of

PATTERNS = (
    "(?:尚|还)?未(?:传达|学习)|没有(?:传达|学习)",
    "(?<=。)(?:一|二)是(?=[一-鿿])",
    "(?:我|本)?局(?!长)|^省",
    "会?议*",
    "(?P<a>各)?(?:市|州)?林业局$",
)
TEXT = "省局尚未传达，未学习。一是我局召开会议。二是没有传达局长会。各市林业局、本局，州林业局\n各林业局"


@pytest.mark.parametrize("written", PATTERNS)
def test_a_pattern_has_the_same_matches_however_it_is_tried(written: str) -> None:
    pattern = re.compile(written)
    for start, end in ((0, len(TEXT)), (1, 20), (12, 33)):
        expected = [match.span() for match in pattern.finditer(TEXT, start, end)]
        assert [match.span() for match in occurrences(pattern, TEXT, start, end)] == expected
    scan = Scan(document_of(TEXT))
    assert [m.span() for m in scan.matches(pattern)] == [m.span() for m in pattern.finditer(scan.text)]


@pytest.mark.parametrize("written", PATTERNS)
def test_every_match_holds_a_word_of_each_set_that_its_pattern_needs(written: str) -> None:
    for match in re.compile(written).finditer(TEXT):
        assert all(any(word in match[0] for word in words) for words in needed_words(re.compile(written)))


def test_what_a_pattern_needs_is_read_off_all_its_branches() -> None:
    assert needed_words(re.compile(PATTERNS[0])) == (frozenset({"未传达", "未学习", "没有传达", "没有学习"}),)
    assert needed_words(re.compile("(?:未|没有)[^，。]*传达")) == (frozenset({"传达"}), frozenset({"未", "没有"}))
    assert needed_words(re.compile("(?:未)?[^，。]*")) == ()


def test_words_are_found_whether_they_were_asked_for_before_the_text_was_read_or_after() -> None:
    before, words = WordPlaces(TEXT), ("林业局", "未传达", "学习", "局", "从未问过的词")
    expected = [[match.start() for match in re.finditer(word, TEXT)] for word in words]
    assert [list(before.of(word)) for word in words] == expected
    after = WordPlaces(TEXT)
    assert [list(after.of(word)) for word in words] == expected
    assert after.has_any(frozenset(words))
    assert not after.has_any(frozenset(words[-1:]))
