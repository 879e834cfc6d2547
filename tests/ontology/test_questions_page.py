"""docs/questions.md is what the generator makes of the questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from graphkit.query.catalogue import ready_questions

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"


def test_the_page_is_in_step_with_the_questions(load_script: Callable[[str], ModuleType]) -> None:
    assert PAGE.read_text(encoding="utf-8") == load_script("generate_questions").render_page()


def test_every_question_stands_on_the_page_with_its_example() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [one.name for one in ready_questions() if f"    graphkit ask {one.name} {one.example}\n" not in page] == []
