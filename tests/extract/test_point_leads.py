"""The words that introduce a run of points: from the sentence on that 会议 opens, short however long the paragraph."""

from __future__ import annotations

from graphkit.extract.enumerations import enumerations_in
from graphkit.extract.extractor import find_mentions
from graphkit.extract.lexicon import SHIPPED
from graphkit.extract.rules.point_leads import lead_of
from graphkit.extract.scan import Scan
from graphkit.extract.scene import Enumeration, Scene
from graphkit.read import document_of
from graphkit.resolve.linker import link

HELD = "6月3日，赣州市水利局召开全省水利工作会议。"


def runs_in(text: str) -> tuple[Scene, list[Enumeration]]:
    """Give the scene of a text and the runs of points in it."""
    scan = Scan(document_of(text), SHIPPED)
    scene = link(scan, find_mentions(scan))
    return scene, list(enumerations_in(scene))


def test_a_lead_begins_with_the_last_sentence_that_the_meeting_opens() -> None:
    text = f"{HELD}会议指出，水利重要。会议要求，水利系统要抓好落实。一是清淤。二是修堤。\n"
    scene, (run,) = runs_in(text)
    assert lead_of(scene, run.items[0]) == "会议要求，水利系统要抓好落实。"


def test_a_lead_without_such_a_sentence_begins_with_the_last_meeting_named() -> None:
    scene, (run,) = runs_in("6月3日，赣州市水利局召开会议，部署防汛：一是清淤。二是修堤。\n")
    assert lead_of(scene, run.items[0]) == "会议，部署防汛："


def test_a_lead_of_a_very_long_paragraph_tells_how_it_begins_and_ends() -> None:
    scene, runs = runs_in(f"{HELD}会议要求，{'一是清淤。二是修堤。' * 2000}\n")
    leads = [lead_of(scene, run.items[0]) for run in runs]
    assert max(map(len, leads)) <= 2001
    assert all(lead.startswith("会议要求，") for lead in leads)
    assert all(lead.endswith("二是修堤。") for lead in leads[1:])
