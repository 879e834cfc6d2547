"""Bare names merged into the longer ones that they shorten, and those that are not."""

from __future__ import annotations

import pytest

from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

TOLD_TWICE = (
    "4月15日上午，区委政法委员会全体会议召开。区委常委、政法委书记袁明主持会议。区委政法委、区司法局负责同志，"
    "各镇（街道）党（工）委副书记、政法委员，区委政法委干部参加会议。会议要求，在{}的指导下推进工作。\n"
)


@pytest.mark.parametrize("other", ["市委政法委", "省委政法委"])
def test_a_committee_told_again_by_its_bare_name_is_not_that_of_another_level(other: str) -> None:
    read = annotate(document_of(TOLD_TWICE.format(other)))
    names = [set(one.names) for one in read.entities.values() if one.kind == "Agency"]
    assert any({"区委政法委", "政法委"} <= one for one in names)
    assert not any({"区委政法委", other} <= one for one in names)
