"""The seed, the corpus and the gold that the project's people share beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


def material(name: str) -> Path:
    """Give a file or folder of ../shared, or skip the test that needs it."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"needs ../shared/{name}, which is not beside this checkout")
    return path
