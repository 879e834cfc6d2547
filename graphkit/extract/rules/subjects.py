"""Articles in, what they are about out."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.extract.context import main_meeting
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Subject


def state_subjects(scene: Scene) -> Iterator[Fact]:
    """State the meetings, policies and campaigns that the title of an article names, else its meeting."""
    for article in scene.scan.document.articles:
        titled = [
            m for m in scene.within(article.title_start, article.title_end, "Meeting", "Policy", "Campaign") if m.entity
        ]
        if not titled:
            meeting = main_meeting(scene, article.start)
            titled = [meeting] if meeting is not None and meeting.entity is not None else []
        for mention in titled:
            evidence = scene.cite(mention.start, mention.end, "subject")
            yield Subject(article=article.order, entity=mention.entity or "", evidence=evidence)
