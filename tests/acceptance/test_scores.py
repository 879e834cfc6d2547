"""The scores of every split by ../shared/gold/score.py, and our own figures beside it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.evaluate.form import gold_form
from graphkit.evaluate.gold import Gold, read_gold
from graphkit.evaluate.scores import Scores, score
from graphkit.settings import Settings
from graphkit.workflow import read_annotation
from tests.material import material

SEED = "sichuan-jiguan-shiwu-2021-02"
SPLIT = Path(__file__).parents[1] / "gold" / "split.tsv"


def split() -> dict[str, str]:
    """Give the split of each gold document by its name."""
    _, *rows = SPLIT.read_text("utf-8").splitlines()
    return dict(row.split("\t") for row in rows)


def named(gold: Path) -> str:
    """Give the name that a gold file has in the table of splits."""
    name = gold.name.removesuffix(".gold.json")
    return f"written/{name}" if gold.parent.name == "written" else name


def predict(gold: Path, folder: Path, texts: Path) -> Path:
    """Write what is read in the text that a gold file marks, in the gold form."""
    text = texts / gold.name.replace(".gold.json", ".txt")
    path = folder / gold.name
    form = gold_form(read_annotation(text, Settings()))
    path.write_text(json.dumps(form, ensure_ascii=False), encoding="utf-8")
    return path


def judged(pairs: list[tuple[Path, Path]]) -> Scores:
    """Give the report of score.py on (gold, predicted) files."""
    command = [
        sys.executable,
        str(material("gold/score.py")),
        "--json",
        *(str(path) for pair in pairs for path in pair),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return Scores.model_validate_json(ran.stdout)


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Path]]:
    """Give every gold file, the shared ones and our own, each with what is read in its text."""
    folder = tmp_path_factory.mktemp("predicted")
    own, written = SPLIT.parent, SPLIT.parent / "written"
    places = [(material("gold"), material("gold")), (own, material("corpus")), (written, written)]
    return [
        (gold, predict(gold, folder, texts)) for marks, texts in places for gold in sorted(marks.glob("*.gold.json"))
    ]


def records(pairs: list[tuple[Path, Path]]) -> list[tuple[Gold, Gold]]:
    return [(read_gold(gold), read_gold(predicted)) for gold, predicted in pairs]


def test_the_seed_is_read_well(pairs: list[tuple[Path, Path]]) -> None:
    report = judged([pair for pair in pairs if SEED in pair[0].name])
    assert report.mentions_strict["ALL"].f1 >= 0.95
    assert report.facts["ALL"].f1 >= 0.90
    assert report.b_cubed >= 0.95


def test_every_gold_document_is_in_one_split(pairs: list[tuple[Path, Path]]) -> None:
    assert sorted(named(gold) for gold, _ in pairs) == sorted(split())


@pytest.mark.parametrize(
    ("name", "mentions", "facts"),
    [
        ("development", 0.95, 0.92),
        ("check", 0.87, 0.70),
        ("further-development", 0.85, 0.86),
        ("further-check", 0.79, 0.75),
        ("written-development", 0.88, 0.66),
        ("written-check", 0.87, 0.58),
    ],
)
def test_no_split_falls_below_its_floor(
    pairs: list[tuple[Path, Path]], name: str, mentions: float, facts: float
) -> None:
    held = split()
    report = judged([pair for pair in pairs if held[named(pair[0])] == name])
    assert report.mentions_strict["ALL"].f1 >= mentions
    assert report.facts["ALL"].f1 >= facts


def test_our_figures_are_those_of_the_judge(pairs: list[tuple[Path, Path]]) -> None:
    for pair in pairs:
        assert score(records([pair])) == judged([pair]), pair[0].name
    assert score(records(pairs)) == judged(pairs)
