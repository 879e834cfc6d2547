"""Names of every kind of body are read whole, in the places where sentences put them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.extract.gazetteer import Function, gazetteer
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

NAMES = Path(__file__).with_name("agency_names.txt").read_text("utf-8").split()
SENTENCES = ("近日，{}召开会议。", "会议由{}承办。", "根据{}要求，抓紧办理。")
PLACES = {"河南省": "厅", "郑州市": "局", "中牟县": "局"}


def agencies_in(text: str) -> list[str]:
    return [mention.surface for mention in annotate(document_of(text)).mentions if mention.kind in {"Agency", "Work"}]


def kind_word(function: Function, wanted: str) -> str | None:
    """Give the word that a bureau of this function ends in, at the level that takes `wanted`."""
    return (
        wanted if wanted in function.generics else next((w for w in ("局", "委", "办") if w in function.generics), None)
    )


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_body_is_read_whole(sentence: str) -> None:
    missed = [name for name in NAMES if name not in agencies_in(sentence.format(name))]
    assert missed == []


@pytest.mark.parametrize(("place", "wanted"), PLACES.items())
def test_a_bureau_of_each_function_is_read_whole(place: str, wanted: str) -> None:
    missed: list[str] = []
    for form, function in gazetteer().functions.items():
        word = kind_word(function, wanted)
        name = f"{place}{form}{word}"
        if word is not None and name not in agencies_in(f"会后，{name}召开会议，研究部署工作。"):
            missed.append(name)
    assert missed == []
