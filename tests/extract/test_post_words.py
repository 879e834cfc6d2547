"""The post word that words end with is the same however much of them is looked at."""

from __future__ import annotations

import pytest

from graphkit.extract.lexicon import SHIPPED
from graphkit.extract.rules.post_words import post_at_end, post_pattern

WORDS = ("县财政局党组书记、局长", "青山县" * 12 + "人民政府副秘书长", "局长", "主任\n", "局长甲", "")


@pytest.mark.parametrize("words", WORDS)
def test_only_the_end_of_words_is_looked_at_and_the_longest_post_word_there_is_found(words: str) -> None:
    found, whole = post_at_end(SHIPPED, words), post_pattern(SHIPPED).search(words)
    assert (found and found.span()) == (whole and whole.span())
