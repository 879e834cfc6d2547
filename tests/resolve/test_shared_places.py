"""Bare bodies of a list take the place or level that opens it, and only they do."""

from __future__ import annotations

import pytest

from graphkit.read import document_of
from graphkit.resolve.annotate import annotate


@pytest.mark.parametrize(
    ("text", "bare", "label"),
    [
        ("西峡县财政局、教育局负责人参加会议。", "教育局", "西峡县教育局"),
        ("西峡县财政局、民政局和市场监管局负责人参加会议。", "市场监管局", "西峡县市场监管局"),
        ("河南省西峡县公安局、残联负责人参加会议。", "残联", "西峡县残联"),
        ("西峡县公安局、县水利局、教育局负责人参加会议。", "教育局", "西峡县教育局"),
        ("河南省委组织部、财政厅负责人参加会议。", "财政厅", "河南省财政厅"),
        ("西峡县第一中学、教育局负责人参加会议。", "教育局", "教育局"),
        ("国家发展改革委、财政部、教育部印发通知。", "教育部", "教育部"),
        ("西峡县财政局负责人参加会议。教育局也派人参加。", "教育局", "教育局"),
    ],
)
def test_a_bare_body_shares_the_place_of_its_list(text: str, bare: str, label: str) -> None:
    annotated = annotate(document_of(text))
    found = next(one for one in annotated.mentions if one.surface == bare)
    assert annotated.entities[found.entity or ""].names[0] == label
