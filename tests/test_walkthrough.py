"""The notebook that walks through the samples runs, and shows what it says."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import nbformat
import pytest

from tests.material import ROOT

SCRIPT = ROOT / "docs" / "generate_walkthrough.py"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_walkthrough", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shown(notebook: nbformat.NotebookNode) -> list[str]:
    """Give what each cell of code shows."""
    cells = (cell for cell in notebook.cells if cell.cell_type == "code")
    return ["".join(one.get("text", "") for one in cell.outputs) for cell in cells]


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_every_cell_runs_and_shows_what_the_notebook_keeps(tmp_path: Path) -> None:
    module = script()
    kept = nbformat.read(module.NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call] # nbformat is typed in part
    told = shown(kept)
    done = module.execute(kept, tmp_path)
    again = shown(done)
    assert len(again) == len(told) >= 10
    for words in ("玉溪局", "明确未响应", "已完成", "char=", "个节点"):
        assert any(words in one for one in again), words
    for before, after in zip(told, again, strict=True):
        assert bool(before) == bool(after)
