"""Any text and any mixture of what documents are made of is read: quotes are slices, twice is the same."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.model.text import Document
from graphkit.rdf.statements import state
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

PIECES = Path(__file__).with_name("pieces.txt").read_text("utf-8").split()
MARKS = [
    "，",
    "。",
    "；",
    "：",
    "、",
    "\n",
    "\n\n",
    " ",
    "\u3000\u3000",
    "“",
    "”",
    "（",
    "）",
    "**",
    "<br>",
    "\t",
    "\u200b",
    "\r\n",
]

mixtures = st.lists(st.sampled_from(PIECES + MARKS), max_size=60).map("".join)
texts = mixtures | st.text(max_size=300)


def check(document: Document) -> None:
    """Hold what must hold of every document."""
    length = len(document.matched)
    ends = [(section.start, section.end) for section in document.sections]
    assert all(0 <= start < end <= length for start, end in ends)
    assert all(before[1] <= after[0] for before, after in pairwise(ends))


@settings(max_examples=400, deadline=None)
@given(texts)
def test_any_text_is_read_and_stated(text: str) -> None:
    document = document_of(text)
    check(document)
    annotation = annotate(document)
    assert [m.surface for m in annotation.mentions] == [document.matched[m.start : m.end] for m in annotation.mentions]
    for fact in annotation.facts:
        for evidence in fact.evidence:
            assert evidence.quote == text[evidence.span.start : evidence.span.end]
    assert state(annotation) == state(annotate(document_of(text)))


@settings(max_examples=300, deadline=None)
@given(texts)
def test_every_matched_character_has_its_place_in_the_text(text: str) -> None:
    document = document_of(text)
    places = [document.offsets.raw_offset(offset) for offset in range(len(document.matched))]
    assert places == sorted(set(places))
    assert all(0 <= place < len(text) for place in places)
