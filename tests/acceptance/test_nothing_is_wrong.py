"""A dataset of everything there is: the samples, our written bulletins, the seed and the corpus break no rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.dataset import open_dataset
from graphkit.dataset.check import check_dataset
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.material import ROOT, SAMPLES, SHARED


@pytest.mark.slow
def test_nothing_is_wrong_with_a_dataset_of_all_texts(tmp_path: Path) -> None:
    shared = [place for place in (SHARED / "seed", SHARED / "corpus") if place.exists()]
    report = build([SAMPLES, ROOT / "tests" / "gold" / "written", *shared], Settings(dataset=tmp_path / "out"))
    assert report.documents > 20
    assert check_dataset(open_dataset(tmp_path / "out")) == []
