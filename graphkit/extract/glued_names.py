"""A member list without spaces in, the offsets at which names end and posts begin out (成员：甲某某省财政厅厅长)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from graphkit.extract.occurrences import occurs
from graphkit.model.text import Document

_ROLE = re.compile(
    "(?:第一|常务)?副?(?:总?指挥|指挥长|组长|主任委员|主任|成员|委员|秘书长|顾问|总?召集人|联络员|会长|理事长|理事)："
)
_NAME = re.compile(
    "(?P<name>[一-鿿]{2,4}?)(?=(?:自治区|共青团|团(?=[省市县区]委)|国务院|中央|中共|全国|[省市县区州旗镇乡](?=[一-鿿]{2})|副?[省市县区州]长)[一-鿿、]{0,24}"
    "(?:[长员]|主任|书记|主席|总监|助理|工程师|代表|巡视员|主委)(?:[，、；][^。]{2,30})?$)"
)
_LONGEST = 48


def ends_of_glued_names(document: Document, surnames: frozenset[str], places: Container[str]) -> Iterator[int]:
    """Iterate over the ends of names that a post follows directly; a line without a role goes on the list before it.

    A name that blanks end is not glued to what follows.
    """
    text, spaced = document.matched, document.offsets.run_starts
    if occurs(_ROLE, text) is None:
        return
    listing = False
    for section in document.sections:
        if section.end - section.start > _LONGEST:
            listing = False
            continue
        role = _ROLE.match(text, section.start, section.end)
        listing = role is not None or listing
        start = role.end() if role is not None else section.start
        name = _NAME.match(text[start : section.end]) if listing else None
        if name is None or text[start : start + name.end("name") + 1] in places:
            continue
        if any(offset in spaced for offset in range(start + 2, start + name.end("name") + 1)):
            continue
        if name["name"][0] in surnames or name["name"][:2] in surnames:
            yield start + name.end("name")
