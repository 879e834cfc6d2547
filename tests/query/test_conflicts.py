"""Who had not responded yet and then did contradicts nothing; who did and is said later not to have does."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphkit
from graphkit.dataset import open_dataset
from graphkit.settings import Settings
from graphkit.workflow import build

PAPER = (
    "江西省水利厅简报\n2024年第{number}期\n江西省水利厅办公室　　　　{day}\n\n工作动态\n{told}\n\n报：省政府办公厅。\n"
)
NOT_YET = "上饶市水利局尚未传达学习全省河湖长制工作会议精神。"
DONE = "上饶市水利局召开会议，传达学习全省河湖长制工作会议精神。"


@pytest.mark.parametrize(("first", "second", "said"), [(NOT_YET, DONE, set()), (DONE, NOT_YET, {"未响应", "已落实"})])
def test_only_a_denial_after_the_response_contradicts_it(
    first: str, second: str, said: set[str], tmp_path: Path
) -> None:
    for number, (day, told) in enumerate((("2024年4月1日", first), ("2024年5月6日", second)), 1):
        (tmp_path / f"{number}.txt").write_text(PAPER.format(number=number, day=day, told=told), "utf-8")
    build([tmp_path], Settings(dataset=tmp_path / "outputs"))
    rows = graphkit.ask(open_dataset(tmp_path / "outputs"), "conflicts")
    assert {row["项目"] for row in rows} == said
