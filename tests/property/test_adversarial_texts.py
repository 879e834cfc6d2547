"""Texts made to make patterns run away: one thing over and over; the work must grow as the text does.

`python tests/benchmarks/adversarial.py` reads 100,000 characters of each and prints the seconds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

SHORT = 2_000
UNITS = [*Path(__file__).with_name("units.txt").read_text("utf-8").split(), " ", "\n", "\u3000", "a b ", "\u200b"]


def read(text: str) -> None:
    annotate(document_of(text))


def calls_of(work: Callable[[], object]) -> int:
    """Count the calls of Python and C functions that some work makes: a measure that no other load disturbs."""
    count = 0

    def tally(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", UNITS, ids=[ascii(unit) for unit in UNITS])
def test_the_work_grows_no_faster_than_the_text(unit: str) -> None:
    annotate(document_of(unit))
    small, large = (calls_of(partial(read, unit * (times * SHORT // len(unit)))) for times in (1, 4))
    assert large <= 6 * small + 20_000


def test_the_work_grows_no_faster_than_the_bodies_that_a_text_names() -> None:
    syllables = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
    small, large = (
        "".join(f"{one}{other}林场召开了防火专题会议。\n" for one in syllables[:count] for other in syllables)
        for count in (5, 20)
    )
    annotate(document_of(small))
    assert calls_of(partial(read, large)) <= 6 * calls_of(partial(read, small))
