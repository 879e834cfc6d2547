"""Write docs/walkthrough.ipynb with the answers of the samples in it: run by `make docs`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "walkthrough.ipynb"


def execute(notebook: nbformat.NotebookNode, folder: Path) -> nbformat.NotebookNode:
    """Run every cell of a notebook in a folder that holds data/samples; a cell that fails raises."""
    shutil.copytree(ROOT / "data" / "samples", folder / "data" / "samples")
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    return client.execute()


def main() -> None:
    """Run the notebook's cells and keep what they give."""
    with tempfile.TemporaryDirectory() as folder:
        done = execute(nbformat.read(NOTEBOOK, as_version=4), Path(folder))
    for cell in done.cells:
        cell.metadata = {}
    done.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(done, NOTEBOOK)
    sys.stdout.write(f"{NOTEBOOK.relative_to(ROOT)}: {len(done.cells)} cells\n")


if __name__ == "__main__":
    main()
