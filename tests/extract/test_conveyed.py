"""A paper that a sentence reports as issued after a meeting was relayed is not itself relayed; an older one is."""

from __future__ import annotations

import pytest

from graphkit.evaluate.form import gold_of
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

MEETING, PAPER = "全省水利工作会议", "水利安全行动方案"
RELAYED = f"近日，某市水利局召开大会传达学习{MEETING}精神"

CASES = [
    (f"{RELAYED}，印发《{PAPER}》。", {MEETING}),
    (f"{RELAYED}，并研究制定了《{PAPER}》。", {MEETING}),
    (f"{RELAYED}，随后印发《{PAPER}》，明确重点任务。", {MEETING}),
    (f"{RELAYED}，新印发的《{PAPER}》。", {MEETING, PAPER}),
    (f"{RELAYED}，印发的《{PAPER}》。", {MEETING, PAPER}),
    (f"{RELAYED}和新修订的《{PAPER}》。", {MEETING, PAPER}),
    (f"{RELAYED}，落实《{PAPER}》。", {MEETING, PAPER}),
]


@pytest.mark.parametrize(("sentence", "relayed"), CASES)
def test_what_is_issued_after_a_meeting_was_relayed_is_not_relayed(sentence: str, relayed: set[str]) -> None:
    gold = gold_of(annotate(document_of(f"{sentence}\n")), with_implied=True)
    taken_up = {name for _, p, o in gold.facts if p == "respondedTo" for name in gold.entities[o].names}
    conveyed = {name for _, p, o in gold.facts if p == "conveys" for name in gold.entities[o].names}
    assert taken_up == conveyed == relayed
