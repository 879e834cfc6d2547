"""A holder and a form in, the meeting without a name out: HOLDER会议, HOLDER党组会议."""

from __future__ import annotations

import re

from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Draft, Scene
from graphkit.model.facts import Mention

# A sitting that is called by its form alone may be called by its holder as well: 甲局会议.
_BY_FORM = re.compile("党[组委]会议")
_PLAIN = re.compile("^(?:专题|工作|全体|一次)?(?:会议|专题会|大会)$")


def unnamed_meeting(scene: Scene, agent: Mention, words: str, *, distinct: str = "") -> Draft:
    """Give the meeting without a name of a stated holder: HOLDER会议, HOLDER党组会议."""
    holder = scene.draft(agent)
    name = holder.label or holder.names[0]
    own = name if name.endswith(words[:2]) and words.startswith(("党组", "党委")) else name + words
    label = f"{name}会议" if _PLAIN.match(words) else _joined(name, words, own)
    draft = scene.implied("Meeting", label, holder=holder.id, distinct=distinct)
    add_forms(scene, draft, agent, words)
    return draft


def _joined(name: str, words: str, own: str) -> str:
    """Join holder and form without saying 党组 twice (局党组 + 党组会议)."""
    opening = words[:2]
    return name + words.removeprefix(opening) if opening in {"党组", "党委"} and name.endswith(opening) else own


def add_forms(scene: Scene, draft: Draft, agent: Mention, words: str) -> None:
    """Add what a meeting without a name may be called by its holder and form."""
    holder = scene.draft(agent)
    name = holder.label or holder.names[0]
    whole = _joined(name, words, name + words)
    for form in (f"{name}会议", f"{agent.surface}会议", f"{agent.surface}{words}", whole):
        draft.add_name(form)


def with_forms(scene: Scene, meeting: Mention, holders: list[Mention]) -> list[Mention]:
    """Give the holders of a meeting, which is given what they call it where its form alone names it."""
    if holders and _BY_FORM.fullmatch(meeting.surface):
        add_forms(scene, scene.draft(meeting), holders[0], meeting.surface)
    return holders


def day_of(scene: Scene, sentence: Sentence, end: int) -> str:
    """Give the day that a sentence opens with, as written, or nothing."""
    dates = [m for m in scene.within(sentence.start, end, "Date") if "日" in m.surface]
    value = scene.calendar.value(dates[-1]) if dates else None
    return value.start.iso if value is not None else ""


def minuting_body(scene: Scene) -> list[Mention]:
    """Give the body whose minutes these are: the home body, else the one whose name is a line above them."""
    bodies = [mention for mention in scene.mentions if mention.kind == "Agency"]
    lines = {section.start: section.end for section in scene.scan.document.sections[:4]}
    own = [body for body in bodies if body.entity == scene.home][:1]
    title = scene.own_title
    if not own and scene.home is not None and title is not None:  # its title alone names it: 甲县政府专题会议纪要
        own = [
            Mention(
                start=title.start,
                end=title.end,
                kind="Agency",
                surface=title.surface,
                rule=title.rule,
                entity=scene.home,
            )
        ]
    return own or [body for body in bodies if lines.get(body.start) == body.end][:1]
