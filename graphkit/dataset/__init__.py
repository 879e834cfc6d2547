"""What is on disk: documents' statements go in, a finished dataset that can be opened and checked comes out."""

from __future__ import annotations

from graphkit.dataset.covered import Coverage, CoverageValue
from graphkit.dataset.opened import Dataset, EntityView, open_dataset
from graphkit.dataset.search import Hits

__all__ = ["Coverage", "CoverageValue", "Dataset", "EntityView", "Hits", "open_dataset"]
