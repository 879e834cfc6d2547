"""Texts below a signature in, who signed them and when out: the notice that a relay carries, with its own foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graphkit.extract.rules.heads import is_issuer_line
from graphkit.extract.rules.standing_titles import is_below_signature, standing_titles
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Issuance, PolicyState, Signature
from graphkit.model.text import Section
from graphkit.read.imprints import DAY

_DAY = re.compile(f"{DAY}$")


def state_carried_heads(scene: Scene) -> Iterator[Fact]:
    """State who issued, and when, each policy whose title and foot stand below the paper that carries it."""
    titles = [(start, policy) for start, policy in standing_titles(scene) if is_below_signature(scene, start)]
    for (start, policy), (end, _) in pairwise([*titles, (len(scene.text), "")]):
        sections = [s for s in scene.scan.document.sections if start <= s.start < end]
        day = next((i for i in range(1, len(sections)) if _signs(scene, sections[i - 1], sections[i])), None)
        if day is not None:
            yield from _signed(scene, policy, sections[: day + 1])


def _signs(scene: Scene, above: Section, section: Section) -> bool:
    """Tell whether a line is a day and the one above it a body or several."""
    is_day = _DAY.match(scene.text, section.start, section.end) is not None
    return is_day and is_issuer_line(scene, above)


def _signed(scene: Scene, policy: str, sections: list[Section]) -> Iterator[Fact]:
    """State the issue of a policy whose foot ends these paragraphs."""
    *lines, day = sections
    while lines and is_issuer_line(scene, lines[-1]):
        line = lines.pop()
        for body in scene.within(line.start, line.end, "Agency"):
            if body.entity is not None and scene.draft(body).kind == "Agency":
                evidence = scene.cite(body.start, body.end, "carried-issuer")
                yield Issuance(issuer=body.entity, policy=policy, evidence=evidence)
                yield PolicyState(policy=policy, status="Issued", evidence=evidence)
    for date in scene.within(day.start, day.end, "Date"):
        value = scene.calendar.value(date)
        if value is not None and value.end is None:
            yield Signature(
                policy=policy, date=value.start, evidence=scene.cite(date.start, date.end, "carried-signature")
            )
