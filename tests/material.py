"""The samples of this repository, and the seed, corpus and gold that stand beside it as ../shared."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data" / "samples"
SHARED = ROOT.parent / "shared"


def material(name: str) -> Path:
    """Give a file or folder of ../shared, or skip the test that needs it."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"needs ../shared/{name}, which is not beside this checkout")
    return path
