"""The samples as pictures: every relation in words, stated absences unlike responses, every view has something."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.network import project_dataset
from graphkit.network.words import INVERSE_WORDS, property_words
from graphkit.settings import Settings
from graphkit.view.folding import DENIAL, FOLDED, Folded, fold
from graphkit.view.page import render_page
from graphkit.view.scene import Wish, file_of, scene_in
from graphkit.view.views import VIEWS
from graphkit.workflow import build
from tests.material import SAMPLES, material


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder: Path = tmp_path_factory.mktemp("samples") / "dataset"
    build([SAMPLES], Settings(dataset=folder))
    return open_dataset(folder)


@pytest.fixture(scope="module")
def folded(dataset: Dataset) -> Folded:
    return fold(project_dataset(dataset))


def test_every_relation_has_chinese_words_for_both_ends(folded: Folded) -> None:
    names = {edge.name for edge in folded.network.edges} - FOLDED
    assert sorted(name for name in names if property_words(name)[0].isascii()) == []
    assert sorted(names - set(INVERSE_WORDS)) == []


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_every_view_shows_linked_things_with_passages(dataset: Dataset, folded: Folded, view: str) -> None:
    scene = scene_in(folded, Wish(view), dataset.text)
    ends = {end for link in scene.links for end in (link.source, link.target)}
    assert ends == set(range(len(scene.nodes)))
    assert sum(node.at_first for node in scene.nodes) >= 15
    assert all(
        0 <= number < len(scene.passages) for link in scene.links for fact in link.facts for number in fact.passages
    )


def test_an_office_stated_not_to_have_responded_is_not_drawn_as_one_that_did(dataset: Dataset, folded: Folded) -> None:
    scene = scene_in(folded, Wish("responses"), dataset.text)
    denied = [link for link in scene.links if link.manner == "denied"]
    assert denied
    for link in denied:
        (fact, *_) = link.facts
        assert fact.property == DENIAL
        assert any(word in scene.passages[fact.passages[0]].quote for word in ("未", "缺席"))


def test_every_passage_is_the_sentence_of_its_text(dataset: Dataset, folded: Folded) -> None:
    texts = {reading.iri: dataset.text(reading.text) for reading in folded.network.readings.values()}
    for reading in folded.network.readings.values():
        text = texts[reading.iri]
        assert text is not None
        assert text[slice(*reading.span)] == reading.quote


@pytest.mark.parametrize("view", ["responses", "policies", "agencies", "all"])
def test_a_page_of_the_seed_is_small_enough_to_send(view: str, tmp_path: Path) -> None:
    build([material("seed")], Settings(dataset=tmp_path))
    opened = open_dataset(tmp_path)
    scene = scene_in(fold(project_dataset(opened)), Wish(view), opened.text, file_of=file_of(opened))
    assert len(render_page(scene).encode()) <= 400_000
