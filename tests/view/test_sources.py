"""The documents of a page: each once, with its text while there is room, and the things that the text names."""

from __future__ import annotations

import pytest

from graphkit.dataset import open_dataset
from graphkit.network.records import Mark
from graphkit.settings import Settings
from graphkit.view import sources as module
from graphkit.view.scene import Scene, Wish, scene_of
from graphkit.view.sources import Sources
from graphkit.workflow import build
from tests.handmade_network import DIGITS, TEXT, small_network

BULLETIN = (
    "平川省林业局简报\n第3期\n平川省林业局　　　　2023年5月20日\n\n"
    "2023年5月18日，省林业局召开全省林业工作会议。青州市林业局传达学习会议精神。\n"
)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    folder = tmp_path_factory.mktemp("sources")
    (folder / "简报.txt").write_text(BULLETIN, encoding="utf-8")
    build([folder / "简报.txt"], Settings(dataset=folder / "dataset"))
    return scene_of(open_dataset(folder / "dataset"), Wish("all"))


def test_a_document_tells_its_file_date_and_text(scene: Scene) -> None:
    (source,) = scene.documents
    assert (source.file, source.date, source.text) == ("简报.txt", "2023-05-20", BULLETIN)


def test_the_marks_of_a_text_are_the_words_that_name_things(scene: Scene) -> None:
    (source,) = scene.documents
    named = {(BULLETIN[start:end], scene.nodes[number].label) for start, end, number in source.marks}
    assert ("全省林业工作会议", "全省林业工作会议") in named
    assert all(0 <= start < end <= len(BULLETIN) for start, end, _ in source.marks)
    assert list(source.marks) == sorted(source.marks)


def test_a_passage_tells_its_place_in_the_text(scene: Scene) -> None:
    assert scene.passages
    for passage in scene.passages:
        assert passage.source == 0
        assert BULLETIN[passage.start : passage.end].split() == passage.quote.split()
        assert passage.line == BULLETIN.count("\n", 0, passage.start) + 1


def test_texts_without_room_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    network = small_network()
    network.marks[DIGITS] = (Mark(3, 5, "a"),)
    sources = Sources(network, lambda _: TEXT, lambda _: "a.txt")
    assert sources.number("d") == 0
    assert sources.number("nowhere") == -1
    (whole,) = sources.found({"a": 7})
    assert (whole.text, whole.marks) == (TEXT, ((3, 5, 7),))
    monkeypatch.setattr(module, "TEXTS", len(TEXT) - 1)
    (bare,) = sources.found({"a": 7})
    assert (bare.text, bare.marks) == (None, ())
