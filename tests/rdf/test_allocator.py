"""Memory that the engine's threads have freed goes back to the system."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.rdf import allocator

_LOADS = """
import re, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from graphkit.rdf.store import Loading

def resident():
    return int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) >> 10

def line(one):
    return f"<urn:thing:{one:09}> <urn:name> <urn:some:name:of:{one * 7919:012}> .".encode()

before = resident()
with ThreadPoolExecutor(1) as thread:
    loading = Loading(Path(sys.argv[1]) / "store", thread.submit)
    for start in range(0, 75_000, 1000):
        loading.add([line(one) for one in range(start, start + 1000)], [])
    loading.finish().result()
print(resident() - before)
"""
KEPT = 12
"""Megabytes that a process may have gained once three parts are loaded; 5 are, 20 where nothing is given back."""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_what_loading_took_is_given_back(tmp_path: Path) -> None:
    script = [sys.executable, "-c", _LOADS, str(tmp_path)]
    gained = subprocess.run(script, check=True, capture_output=True, text=True).stdout
    assert int(gained) < KEPT


def test_a_library_without_these_functions_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    allocator._called.cache_clear()
    monkeypatch.setattr("graphkit.rdf.allocator.sys.platform", "win32")
    try:
        allocator.give_back()
        assert allocator._called("mallopt")(-8, 1) is None
    finally:
        allocator._called.cache_clear()
