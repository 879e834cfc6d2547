"""What is shown of a reading is the sentence, the exact quote marked, and where it stands."""

from __future__ import annotations

from dataclasses import replace

from graphkit.view.quotes import CONTEXT, QUOTE, Passages, passage_of
from tests.handmade_network import ASKED, TOLD, small_network, text_of


def test_the_quote_stands_in_its_sentence_with_document_and_date() -> None:
    passage = passage_of(small_network(), TOLD, text_of)
    assert (passage.before, passage.quote, passage.after) == ("会后，", "甲局传达学习会议精神", "。")
    assert (passage.document, passage.date, passage.article) == ("甲简报2021年第2期", "2021-03-22", "基层动态")


def test_without_the_text_the_quote_stands_alone() -> None:
    passage = passage_of(small_network(), TOLD, lambda _: None)
    assert (passage.before, passage.quote, passage.after) == ("", "甲局传达学习会议精神", "")


def test_a_text_that_is_not_the_one_read_is_not_shown() -> None:
    passage = passage_of(small_network(), TOLD, lambda _: "别的文字" * 20)
    assert (passage.before, passage.quote) == ("", "甲局传达学习会议精神")


def test_long_quotes_and_contexts_are_cut() -> None:
    quote = "乙" * 2000
    text = "甲" * 500 + quote
    reading = replace(TOLD, iri=TOLD.iri.partition("#")[0] + "#char=500,2500", quote=quote)
    passage = passage_of(small_network(), reading, lambda _: text)
    assert (len(passage.before), len(passage.quote)) == (CONTEXT + 1, QUOTE + 1)


def test_each_passage_is_kept_once() -> None:
    passages = Passages(small_network(), text_of)
    assert passages.numbers([TOLD.iri, ASKED.iri], most=8) == (0, 1)
    assert passages.numbers([ASKED.iri], most=8) == (1,)
    assert passages.numbers([TOLD.iri, ASKED.iri], most=1) == (0,)
    assert len(passages.found) == 2
