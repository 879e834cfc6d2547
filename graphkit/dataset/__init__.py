"""What is on disk: documents' statements go in, a finished dataset that can be opened and checked comes out."""

from __future__ import annotations

from graphkit.dataset.opened import Dataset, EntityView, open_dataset

__all__ = ["Dataset", "EntityView", "open_dataset"]
