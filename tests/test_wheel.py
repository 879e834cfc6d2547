"""The wheel, installed away from the checkout, brings its data along and does what the checkout does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from graphkit.cli.exits import SET_ASIDE
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.material import ROOT, SAMPLES

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        any(find_spec(name) is None for name in ("build", "hatchling", "pip")),
        reason="building a wheel needs build, hatchling and pip in this environment",
    ),
]

FOLDERS = ("graphkit", "data", "ontology")
FILES = ("pyproject.toml", "README.md", "LICENSE")


def run(command: Sequence[str | Path], folder: Path, *, code: int = 0) -> str:
    """Run a program elsewhere, seeing nothing of the checkout, and give what it prints."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COVERAGE"))}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == code, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the sources, without fetching anything."""
    folder = tmp_path_factory.mktemp("wheel")
    sources = folder / "sources"
    for name in FOLDERS:
        shutil.copytree(ROOT / name, sources / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copyfile(ROOT / name, sources / name)
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, sources], folder)
    return next(folder.glob("graphkit-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """Install it in a new environment, which sees this one's libraries; give the folder of its programs."""
    environment = wheel.parent / "environment"
    run([sys.executable, "-m", "venv", "--without-pip", environment], wheel.parent)
    programs = environment / "bin"
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", programs / "python"]
    run([*pip, "install", "--no-deps", "--no-index", wheel], wheel.parent)
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "libraries.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    return programs


def test_the_wheel_holds_the_data_and_no_generators(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tables = {f"graphkit/_data/gazetteers/{path.name}" for path in (ROOT / "data" / "gazetteers").glob("*.tsv")}
    samples = {f"graphkit/_data/samples/{path.name}" for path in SAMPLES.iterdir()}
    ontology = {f"graphkit/_ontology/{name}" for name in ("graphkit.ttl", "shapes.ttl", "topics.ttl", "context.jsonld")}
    questions = {f"graphkit/_ontology/questions/{path.name}" for path in (ROOT / "ontology" / "questions").glob("*.rq")}
    assert questions
    assert tables | samples | ontology | questions <= names
    assert [name for name in names if "generate" in name or name.startswith(("tests/", "data/", "ontology/"))] == []


def test_the_installed_program_is_the_wheel_and_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run([installed / "python", "-c", "import graphkit; print(graphkit.__file__)"], tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    assert run([installed / "graphkit", "--version"], tmp_path) == "graphkit 0.1.0\n"


def test_the_installed_program_builds_the_samples_as_the_checkout_does(installed: Path, tmp_path: Path) -> None:
    samples = "from graphkit.settings import resource; print(resource('samples'))"
    folder = run([installed / "python", "-c", samples], tmp_path).strip()
    run([installed / "graphkit", "build", folder, "-o", "there"], tmp_path, code=SET_ASIDE)
    run([installed / "graphkit", "export", "there.nq", "--dataset", "there"], tmp_path)
    build([SAMPLES], Settings(dataset=tmp_path / "here"))
    run([installed / "graphkit", "export", "here.nq", "--dataset", "here"], tmp_path)
    assert (tmp_path / "there.nq").read_bytes() == (tmp_path / "here.nq").read_bytes()
    run([installed / "graphkit", "check", "--dataset", "there"], tmp_path)
    told = run(
        [installed / "graphkit", "ask", "responses", "--meeting", "林业工作会议", "--dataset", "there"], tmp_path
    )
    assert "宝鸡局抓好“三件实事”。" in told
