"""What show says about things of the samples: posts with their agencies, terms in years, full names of offices."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from graphkit.cli.app import app
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.material import SAMPLES


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("shown") / "outputs"
    build([SAMPLES], Settings(dataset=place))
    return place


def shown(samples: Path, name: str) -> str:
    result = CliRunner().invoke(app, ["show", name, "--dataset", str(samples)])
    assert result.exit_code == 0
    return result.stdout


def test_a_post_is_told_with_its_agency(samples: Path) -> None:
    assert "→ 担任  局长 · 普洱市林业和草原局\n" in shown(samples, "罗青禾")


def test_a_term_of_validity_is_told_in_years(samples: Path) -> None:
    assert "  5年\n" in shown(samples, "gkr:policy/云南省古树名木认养办法/2024")


def test_the_full_name_of_an_office_shows_it_and_says_how_it_was_found(samples: Path) -> None:
    result = CliRunner().invoke(app, ["show", "玉溪市林业和草原局", "--dataset", str(samples)])
    assert result.stdout.startswith("玉溪局\n")
    assert "按机构的地区和职能 / by place and function" in result.stderr


def test_published_terms_are_told_in_chinese(samples: Path) -> None:
    for name in ("玉溪局", "罗青禾", "普洱市林业和草原局举办护林员技能竞赛"):
        facts = [line for line in shown(samples, name).splitlines() if line.startswith(("→", "←"))]
        assert facts
        assert [line for line in facts if line.isascii() or ":" in line.split("  ")[0]] == []
