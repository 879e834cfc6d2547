"""A built dataset of the bulletin annotated by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.model.entities import Annotation
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.gold_annotation import document_of
from tests.hand_annotation import ANNOTATION, TEXT


def annotate_path(path: Path, _settings: Settings) -> Annotation:
    """Give the annotation by hand for its text, an empty one for others."""
    text = path.read_bytes().decode()
    if text == TEXT:
        return ANNOTATION
    document = document_of(text)
    return Annotation(
        document=document, document_key=("document", document.sha256[:16]), mentions=(), entities={}, facts=()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Build the dataset and give its folder; each test has its own, to damage as it likes."""
    source = tmp_path / "sources" / "简报.txt"
    source.parent.mkdir()
    source.write_bytes(TEXT.encode())
    build([source], Settings(dataset=tmp_path / "out"), annotate_path=annotate_path)
    return tmp_path / "out"


@pytest.fixture
def dataset(folder: Path) -> Dataset:
    """Open the dataset."""
    return open_dataset(folder)
