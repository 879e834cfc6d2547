"""A scene in, the texts that a document carries behind its own out: where each begins, and what each rests on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.extract.occurrences import occurs
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention
from graphkit.model.text import SectionKind

_HANDED_OUT = re.compile("(?:印发|印送|发布|转发)给你们[^。]*。")
_MADE_KNOWN = re.compile("现(?:予以?|将)?(?:公布|发布|颁布|印发)[^。]*。")
_HEADING = re.compile("(?:^|\\n)(?:一、|第二条)|(?<=[。；：])一、(?=[一-鿿])")
# A section that lists what a plan rests on, and the heading that ends it.
_GROUNDS = re.compile(
    "(?:[0-9]{1,2}(?:[.．][0-9]{1,2}){0,2}|（?[一二三四五六七八九十]{1,3}[）、.．])?[、.． ]?"
    "(?:编制|制定|制订)(?:的)?依据[：。]?"
)
_NEXT = re.compile(
    "[0-9]{1,2}(?:[.．][0-9]{1,2})*[ 、.．]?[一-鿿]{2,20}$|"
    "（?[一二三四五六七八九十]{1,3}[）、][^。《]{2,20}(?:$|。)|第[一二三四五六七八九十]+[章节条]"
)


class Carried(NamedTuple):
    """One text of the document: where it begins, the policy that it is, where its opening ends."""

    start: int
    policy: str
    heading: int


class Texts:
    """The covering text and those behind it, in order."""

    def __init__(self, scene: Scene, own: str) -> None:
        """Find the title lines behind the signature or the words that hand the texts out."""
        starts = [(0, own), *((m.start, m.entity or "") for m in _title_lines(scene, own))]
        ends = [start for start, _ in starts[1:]] + [len(scene.text)]
        self.texts = [
            Carried(start, policy, _heading(scene.text, start, end))
            for (start, policy), end in zip(starts, ends, strict=True)
        ]
        self.grounds = list(_grounds(scene))

    def at(self, offset: int) -> Carried:
        """Give the text that an offset lies in."""
        return self.texts[bisect_right([text.start for text in self.texts], offset) - 1]

    def lists_grounds(self, offset: int) -> bool:
        """Tell whether an offset lies in a section that lists what its text rests on (编制依据)."""
        return any(start <= offset < end for start, end in self.grounds)


def enclosed_from(scene: Scene) -> int:
    """Give where the text that a notice carries begins: behind its signature, 特此通知 or the words that issue it."""
    signed = [s.end for s in scene.scan.document.sections if s.kind is SectionKind.SIGNATURE]
    issued = _HANDED_OUT.search(scene.text) or _MADE_KNOWN.search(scene.text)
    return signed[-1] if signed else issued.end() if issued is not None else len(scene.text)


def _title_lines(scene: Scene, own: str) -> Iterator[Mention]:
    """Iterate over the mentions that are whole lines behind the covering text, each policy once."""
    seen = {own}
    floor = enclosed_from(scene)
    for mention in scene.mentions:
        if mention.kind != "Policy" or mention.start < floor or mention.entity in {None, *seen}:
            continue
        if mention.rule == "title-line" or _is_line(scene, mention):
            seen.add(mention.entity or "")
            yield mention


def _is_line(scene: Scene, mention: Mention) -> bool:
    """Tell whether a title in 《》 is a line of its own."""
    section = scene.scan.section_at(mention.start)
    return section is not None and (section.start, section.end) == (mention.start - 1, mention.end + 1)


def _heading(text: str, start: int, end: int) -> int:
    """Give where the opening of a text ends: its grounds and purposes stand before its first heading."""
    found = occurs(_HEADING, text, start, end)
    return found.start() if found is not None else end


def _grounds(scene: Scene) -> Iterator[tuple[int, int]]:
    """Iterate over the sections that list grounds."""
    start = None
    for section in scene.scan.document.sections:
        line = scene.text[section.start : section.end]
        if start is not None and _NEXT.match(line):
            yield start, section.start
            start = None
        if "依据" in line and _GROUNDS.match(line):
            start = section.start
    if start is not None:
        yield start, len(scene.text)
