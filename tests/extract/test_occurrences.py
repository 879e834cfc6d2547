"""Patterns tried only where a match can begin, or not at all: the same matches as `finditer` gives."""

from __future__ import annotations

import re

import pytest

from graphkit.extract.needed_words import Needed, needs_of
from graphkit.extract.occurrences import occurrences, occurs
from graphkit.extract.scan import Scan
from graphkit.extract.word_places import WordPlaces
from graphkit.read import document_of

PATTERNS = (
    "(?:尚|还)?未(?:传达|学习)|没有(?:传达|学习)",
    "(?<=。)(?:一|二)是(?=[一-鿿])",
    "(?:我|本)?局(?!长)|^省",
    "会?议*",
    "(?P<a>各)?(?:市|州)?林业局$",
    "(?<=[。，\n])各?[一-鿿]{1,3}局",
    r"(?<=召)开|(?<=会[。，])\d{1,2}日",
    r"(?<!\d)\d{1,2}(?:日|月)(?!前)",
)
TEXTS = (
    "省局尚未传达，未学习。一是我局召开会议。二是没有传达局长会。各市林业局、本局，州林业局\n各林业局",
    "\n会，8日，甲局开会。12日前，9月传达。1日",
    "\n会，٣日，甲局开会。12日前，٩月传达。1日",
)
TEXT = TEXTS[0]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("written", PATTERNS)
def test_a_pattern_has_the_same_matches_however_it_is_tried(written: str, text: str) -> None:
    pattern = re.compile(written)
    for start, end in ((0, len(text)), (1, 20), (12, 33), (3, 9)):
        expected = [match.span() for match in pattern.finditer(text, start, end)]
        assert [match.span() for match in occurrences(pattern, text, start, end)] == expected
    found = occurs(pattern, text)
    assert (found and found.span()) == next((match.span() for match in pattern.finditer(text)), None)
    scan = Scan(document_of(text))
    assert [m.span() for m in scan.matches(pattern)] == [m.span() for m in pattern.finditer(scan.text)]


@pytest.mark.parametrize("written", PATTERNS)
def test_every_match_holds_a_word_of_each_set_that_its_pattern_needs(written: str) -> None:
    for match in re.compile(written).finditer(TEXT):
        assert all(any(word in match[0] for word in words) for words in needs_of(re.compile(written)).inside)


def test_what_a_pattern_needs_is_read_off_all_its_branches() -> None:
    assert needs_of(re.compile(PATTERNS[0])).inside == (frozenset({"未传达", "未学习", "没有传达", "没有学习"}),)
    assert needs_of(re.compile("(?:未|没有)[^，。]*传达")).inside == (frozenset({"传达"}), frozenset({"未", "没有"}))
    assert needs_of(re.compile("(?:未)?[^，。]*")).inside == ()


def test_words_are_found_whether_they_were_asked_for_before_the_text_was_read_or_after() -> None:
    before, words = WordPlaces(TEXT), ("林业局", "未传达", "学习", "局", "从未问过的词")
    expected = [[match.start() for match in re.finditer(word, TEXT)] for word in words]
    assert [list(before.of(word)) for word in words] == expected
    after = WordPlaces(TEXT)
    assert [list(after.of(word)) for word in words] == expected
    assert after.has_any(frozenset(words))
    assert not after.has_any(frozenset(words[-1:]))
    assert after.standing(frozenset(words)) == frozenset(words[:-1])
    assert before.standing(frozenset({"从未问过的词", "另一个", "州林业局"})) == {"州林业局"}


def test_places_are_told_of_few_words_alone_and_each_set_must_have_a_word_in_the_text() -> None:
    words = WordPlaces("甲局学习，乙局学习。")
    assert words.of_few(("局", "学习"), 4) == [1, 2, 6, 7]
    assert words.of_few(("局", "学习"), 3) is None
    assert words.of_few((), 3) == []
    assert words.has_each((frozenset({"甲", "丙"}), frozenset({"学习"})))
    assert not words.has_each((frozenset({"甲", "丙"}), frozenset({"丁局"})))
    assert words.has_each(())


def test_what_stands_before_a_match_is_needed_too_where_the_search_begins_with_the_text() -> None:
    assert needs_of(re.compile(r"(?<=同月)\d+日")).around == (frozenset({"同月"}), frozenset({"日"}))
    assert needs_of(re.compile(r"(?<=同月)\d+日")).inside == (frozenset({"日"}),)
    assert needs_of(re.compile(r"(?<!同月)\d+日")).around == (frozenset({"日"}),)
    words = "一月。"
    assert not Scan(document_of(words)).may_hold(re.compile(r"(?<=同月)\d+日"))
    assert [
        match[0] for match in Scan(document_of("同月8日，甲局召开会议。")).matches(re.compile(r"(?<=同月)\d+日"))
    ] == ["8日"]


@pytest.mark.parametrize("written", [*PATTERNS, "[一-鿿]{2,4}局(?!长)", r"(?:9月)?\d{1,2}日", "会(?=[^。]{0,9}学习)"])
def test_in_a_long_text_a_pattern_is_tried_near_its_words_and_has_the_same_matches(written: str) -> None:
    pattern = re.compile(written)
    for text in TEXTS:
        scan = Scan(document_of("甲。" * 900 + text + "乙，" * 900 + text + text))
        assert [m.span() for m in scan.matches(pattern)] == [m.span() for m in pattern.finditer(scan.text)]


def test_how_far_behind_the_start_of_a_match_its_words_begin_is_read_off_the_pattern() -> None:
    assert needs_of(re.compile("(?:[一-鿿]{2,4}、)?[各本]?局(?!长)")).near == (Needed(frozenset({"局"}), 6),)
    assert needs_of(re.compile("会(?=.{0,9}(?:学习|贯彻))")).near[0] == Needed(frozenset({"学习", "贯彻"}), 10)
    assert needs_of(re.compile("各(?:甲|丙)局|乙{1,3}局")).near[0] == Needed(frozenset({"各甲局", "各丙局", "乙"}), 0)
    assert needs_of(re.compile("[一-鿿]+局")).near[0].reach > len(TEXT)
