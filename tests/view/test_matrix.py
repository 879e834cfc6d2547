"""The matrix of the samples: four values of the offices asked about, others apart, every value with its sentence."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.settings import Settings
from graphkit.view.finding import TARGETS, UNIVERSES, UnknownInViewError, thing_named
from graphkit.view.matrix import LIMIT, Block, Matrix, NobodyToAskError, Row, cells_in, matrix_of
from graphkit.view.scene import NothingToShowError
from graphkit.view.sheets import SheetTooLargeError
from graphkit.workflow import build
from tests.material import SAMPLES, material

MEETING = "全省林业工作会议"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder: Path = tmp_path_factory.mktemp("samples") / "dataset"
    build([SAMPLES], Settings(dataset=folder))
    return open_dataset(folder)


@pytest.fixture(scope="module")
def matrix(dataset: Dataset) -> Matrix:
    return matrix_of(dataset)


def block_of(matrix: Matrix, universe: str) -> Block:
    (found,) = [block for block in matrix.blocks if block.universe == universe]
    return found


def column(matrix: Matrix, block: Block, label: str) -> int:
    return [matrix.targets[number].label for number in block.targets].index(label)


def row_of(rows: tuple[Row, ...], label: str) -> Row:
    (found,) = [row for row in rows if row.label == label]
    return found


@pytest.mark.parametrize(("universe", "members"), [("陕西省", 10), ("云南省", 16)])
def test_every_member_of_a_universe_has_a_row_and_a_value_of_each_target(
    matrix: Matrix, universe: str, members: int
) -> None:
    block = block_of(matrix, universe)
    assert len(block.members) == members
    assert all(cell is not None for row in block.members for cell in row.cells)
    assert len({row.label for row in block.members}) == members


def test_the_values_are_those_that_the_dataset_tells(dataset: Dataset, matrix: Matrix) -> None:
    block = block_of(matrix, "陕西省")
    place = column(matrix, block, MEETING)
    counted = Counter(cell.value for row in block.members if (cell := row.cells[place]))
    told = dataset.coverage(MEETING)
    assert counted == {"responded": 4, "absent": 1, "collectively": 5}
    assert sum(counted.values()) == len(told.places)
    assert matrix.documents == told.documents == 11


def test_a_value_leads_to_the_sentence_that_it_rests_on(matrix: Matrix) -> None:
    block = block_of(matrix, "陕西省")
    cell = row_of(block.members, "铜川市").cells[column(matrix, block, MEETING)]
    assert cell is not None
    assert cell.value == "absent"
    passage = matrix.passages[cell.passages[0]]
    assert "铜川" in passage.quote
    assert passage.document.startswith("陕西省林业局简报")
    assert passage.date.startswith("2023-")


def test_what_is_not_reported_has_no_sentence_and_all_else_has(matrix: Matrix) -> None:
    cells = list(cells_in(matrix))
    assert {cell.value for cell in cells} == {"responded", "collectively", "unreported", "absent"}
    assert [cell for cell in cells if bool(cell.passages) is (cell.value == "unreported")] == []


def test_a_body_outside_the_universe_stands_apart(matrix: Matrix) -> None:
    block = block_of(matrix, "陕西省")
    assert row_of(block.outside, "陕西省林业局").cells[column(matrix, block, MEETING)] is not None
    assert "陕西省林业局" not in {row.label for row in block.members}


def test_where_no_text_tells_the_universe_only_bodies_that_are_named_are_listed(matrix: Matrix) -> None:
    block = block_of(matrix, "")
    assert block.members == ()
    before = matrix.blocks[: matrix.blocks.index(block)]
    assert {one.universe for one in before} == {"云南省", "陕西省"}
    assert all(cell is None or cell.passages for row in block.outside for cell in row.cells)
    assert "全国林业和草原工作视频会议" in {matrix.targets[number].label for number in block.targets}


def test_a_universe_of_which_nothing_is_told_comes_last(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "2023年5月10日，四川省林业厅召开全省湿地工作会议。国家林业局贯彻落实全省湿地工作会议精神，印发有关通知。\n",
        encoding="utf-8",
    )
    build([SAMPLES, tmp_path / "a.txt"], Settings(dataset=tmp_path / "d"))
    blocks = matrix_of(open_dataset(tmp_path / "d")).blocks
    names = [block.universe for block in blocks]
    assert names[:3] == ["云南省", "陕西省", ""]
    assert "四川省" in names[3:]


def test_a_universe_may_be_chosen_for_all(dataset: Dataset) -> None:
    place = thing_named(dataset, "云南省", UNIVERSES, "coverage")
    (block,) = matrix_of(dataset, universe=place).blocks
    assert (block.universe, len(block.members)) == ("云南省", 16)


def test_it_is_told_what_the_list_of_rows_is_made_of(dataset: Dataset, matrix: Matrix) -> None:
    made_of = {block.universe: block.made_of for block in matrix.blocks}
    assert made_of.pop("") == ""
    assert made_of.keys() >= {"陕西省", "云南省"}
    assert set(made_of.values()) == {"divisions"}
    group = thing_named(dataset, "各市（区）林业主管部门", UNIVERSES, "coverage")
    assert {block.made_of for block in matrix_of(dataset, universe=group).blocks} == {"group"}
    paper = thing_named(dataset, "云南省林业和草原局关于开展“林长巡山季”活动的通知", UNIVERSES, "coverage")
    assert {block.made_of for block in matrix_of(dataset, universe=paper).blocks} == {"recipients"}
    assert matrix.within == ""


def test_a_universe_without_a_list_is_named(dataset: Dataset) -> None:
    district = thing_named(dataset, "思茅区", UNIVERSES, "coverage")
    found = matrix_of(dataset, universe=district)
    assert found.within == "思茅区"
    assert {block.made_of for block in found.blocks} == {""}


def test_the_counties_of_a_city_are_rows_though_no_document_names_them(dataset: Dataset) -> None:
    city = thing_named(dataset, "西安市", UNIVERSES, "coverage")
    (block,) = matrix_of(dataset, universe=city, focus=thing_named(dataset, "林业工作会议", TARGETS, "coverage")).blocks
    assert (block.universe, block.made_of, len(block.members)) == ("西安市", "divisions", 13)
    assert {cell.value for row in block.members for cell in row.cells if cell} == {"unreported"}
    assert "长安区" in {row.label for row in block.members}


def test_a_focus_that_nobody_can_be_asked_about_says_how_to_name_a_universe(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.dataset.covered._members", lambda *_: [])
    quiet = thing_named(dataset, "陕西省林业局党组（扩大）会议", TARGETS, "coverage")
    with pytest.raises(NobodyToAskError, match="--within"):
        matrix_of(dataset, focus=quiet)


def test_a_focus_leaves_one_column_even_where_nobody_took_it_up(dataset: Dataset) -> None:
    one = matrix_of(dataset, focus=thing_named(dataset, "林业工作会议", TARGETS, "coverage"))
    assert [target.label for target in one.targets] == [MEETING]
    quiet = matrix_of(dataset, focus=thing_named(dataset, "陕西省林业局党组（扩大）会议", TARGETS, "coverage"))
    assert {cell.value for cell in cells_in(quiet)} == {"unreported"}


def test_a_name_of_something_else_is_no_target(dataset: Dataset) -> None:
    with pytest.raises(UnknownInViewError):
        thing_named(dataset, "西安市林业局", TARGETS, "coverage")


def test_the_same_dataset_gives_the_same_matrix(dataset: Dataset, matrix: Matrix) -> None:
    assert matrix_of(dataset) == matrix


def test_what_is_too_large_or_empty_is_refused(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LIMIT > 0
    monkeypatch.setattr("graphkit.view.matrix.LIMIT", 5)
    with pytest.raises(SheetTooLargeError, match="--focus"):
        matrix_of(dataset)
    monkeypatch.setattr("graphkit.view.matrix.targets_in", lambda _: [])
    with pytest.raises(NothingToShowError):
        matrix_of(dataset)


def test_no_two_meetings_or_bodies_of_a_table_have_one_name(tmp_path: Path) -> None:
    build([material("corpus"), material("seed"), SAMPLES], Settings(dataset=tmp_path))
    found = matrix_of(open_dataset(tmp_path))
    names = [target.label for target in found.targets]
    assert len(set(names)) == len(names)
    for block in found.blocks:
        outside = [row.label for row in block.outside]
        assert len(set(outside)) == len(outside)
