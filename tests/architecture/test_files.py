"""Files stay small, named for what they hold, and free of what style.md rules out."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 45
SAYS_NOTHING = re.compile("utils?|helpers?|common|misc|process|handle|manage|data|info")
RULED_OUT = re.compile(
    r"\b(?:TO" + r"DO|FIX" + r"ME|XXX)\b|\bNotImplementedError\b|except\s+Exception\b|except\s*:|# type: ignore(?!\[)"
)
REGISTRY = re.compile("pypi" + r"\.org|python" + "hosted|npm" + r"js\.(?:org|com)|deb\.debian" + r"\.org")

MODULES = sorted((ROOT / "graphkit").rglob("*.py"))
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Iterate over the names and contents of the text files under version control."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("no git checkout here, so no list of tracked files")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file():
            yield name, path.read_bytes().decode("utf-8", "replace")


def test_there_are_modules_to_look_at() -> None:
    assert ROOT / "graphkit" / "errors.py" in MODULES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_keeps_to_its_size_and_names(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, FUNCTIONS)]
    long = {node.name: size_of(node) for node in functions if size_of(node) > LINES_OF_A_FUNCTION}
    assert len(source.splitlines()) <= LINES_OF_A_FILE
    assert long == {}
    assert not SAYS_NOTHING.fullmatch(path.stem)
    assert [node.name for node in functions if SAYS_NOTHING.fullmatch(node.name)] == []


def size_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function, its options included; the help of a command is text, not flow."""
    size = (node.end_lineno or node.lineno) - node.lineno + 1
    help_text = node.body[0]
    is_command = "例 / Examples:" in (ast.get_docstring(node) or "")
    return size - ((help_text.end_lineno or 0) - help_text.lineno + 1 if is_command else 0)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_holds_nothing_that_the_style_rules_out(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [f"{number}: {line}" for number, line in enumerate(lines, 1) if RULED_OUT.search(line)] == []


def test_no_tracked_file_names_a_registry() -> None:
    assert [name for name, text in tracked_texts() if REGISTRY.search(text)] == []


def test_no_tracked_file_is_a_build_product() -> None:
    built = re.compile(r"^outputs/(?!README\.md$)|\.py[cod]$|\.egg-info/|^dist/")
    assert [name for name, _ in tracked_texts() if built.search(name)] == []


def test_the_makefile_names_at_most_twelve_targets() -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert 0 < len(targets) <= 12
