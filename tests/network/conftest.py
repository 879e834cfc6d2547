"""A dataset of the bulletin annotated by hand, its network, and one with hostile names."""

from __future__ import annotations

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.network import Network, project_dataset
from tests.handmade import build_handmade


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    place = tmp_path_factory.mktemp("network")
    build_handmade(place / "outputs", place / "bulletin.txt")
    return open_dataset(place / "outputs")


@pytest.fixture(scope="session")
def network(dataset: Dataset) -> Network:
    return project_dataset(dataset)
