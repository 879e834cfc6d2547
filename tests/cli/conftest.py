"""A finished dataset of the bulletin annotated by hand, and a build that reads such bulletins."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.handmade import annotation_at, build_handmade


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("handmade")
    build_handmade(place / "outputs", place / "bulletin.txt")
    return place / "outputs"


@pytest.fixture
def reads_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `build` annotate as `handmade` does."""
    monkeypatch.setattr("graphkit.workflow.read_annotation", annotation_at)
