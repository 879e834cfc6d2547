"""An annotation in, the name of its document out: its title, with body and day where that is only a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graphkit.model.entities import Annotation, Entity
from graphkit.model.facts import DocumentDate, Holding, Masthead, Publication, TextOf
from graphkit.model.text import SectionKind
from graphkit.model.values import PartialDate
from graphkit.rdf.literals import label_form

UNTITLED = "（无题）"
"""What stands before the first words of a document by which it is called for want of a title."""
TABLE = "表格："
"""What stands before the column names of a document that is a table (CSV) without a title."""
FIRST_WORDS = 24
"""Characters of these."""
_DATA = re.compile(
    r"""["“'‘][\w -]+["”'’]\s*[:：]\s*["“'‘\[{]"""  # a key with its value
    r"|(?a:[\w .-]+(?:[,;|\t][\w .-]+)+)$"  # a row of names in Latin letters
    r"|[^|\t]*[|\t][^|\t]*[|\t]"  # a row of a table
    r"|(?:会议)?(?:时间|地点|日期|主持|出席|列席|参加|参会|缺席|记录)(?:人员?)?\s*[:：]"  # a field of minutes
)
_SEPARATORS = "\t,;|"
_NO_WORD = re.compile(r"\W")
_FEW, _CELL = 3, 12
"""Columns that a table has at least, and characters that a column's name has at most."""
_JUDGED = 120
"""Characters of a line that tell whether it is data."""
_HAN = re.compile("[一-鿿]")
_KIND = re.compile(
    "(?:会议|专题会议|办公会议?|工作)?(?:纪要|记录|简报|专报|快报|通报|通知|公告|通告|公报|动态|信息|函|报告)"
)
"""Titles that tell what kind of document it is and nothing else."""


def document_label(annotation: Annotation) -> str:
    """Give a document's name: its series and issue, else its title, else the policy it is the text of.

    One without any is called by its first words, one whose title is its kind (会议纪要) also by who made it and when.
    """
    masthead = {fact.field: str(fact.value) for fact in annotation.facts if isinstance(fact, Masthead)}
    series = masthead.get("series")
    if series and "issueNumber" in masthead:
        year = f"{masthead['issueYear']}年" if "issueYear" in masthead else ""
        return label_form(f"{series}{year}第{masthead['issueNumber']}期")
    texts = [annotation.entities[fact.policy].label for fact in annotation.facts if isinstance(fact, TextOf)]
    given = masthead.get("title") or series or (texts[0] if texts else "") or _title_section(annotation)
    found = label_form(given)
    columns = _columns(annotation.document.text)
    if columns and (not found or _letters(found) == _letters("".join(columns))):
        return f"{TABLE}{'、'.join(columns)}"
    if _KIND.fullmatch(found):
        return _told_apart(annotation, found)
    return found or f"{UNTITLED}{_first_words(annotation) or annotation.document_key[-1]}"


def entity_label(annotation: Annotation, entity: Entity) -> str:
    """Give an entity's name; what this document is the paper of is told apart as the document is."""
    name = label_form(entity.label)
    is_own = any(isinstance(fact, TextOf) and fact.policy == entity.id for fact in annotation.facts)
    return _told_apart(annotation, name) if is_own and _KIND.fullmatch(name) else name or entity.key[-1]


def _columns(text: str) -> list[str]:
    """Give the names in the first line of a table, none where the first two lines are no rows of one."""
    head, row = ([line for line in text[: 2 * _JUDGED].splitlines() if line.strip()] + ["", ""])[:2]
    for mark in _SEPARATORS:
        names = [cell.strip(" \"'“”\ufeff") for cell in head.split(mark)]
        if len(names) >= _FEW and row.count(mark) >= len(names) - 1 and all(0 < len(one) <= _CELL for one in names):
            return names
    return []


def _letters(words: str) -> str:
    return _NO_WORD.sub("", words)


def _told_apart(annotation: Annotation, kind: str) -> str:
    """Put the body before the word for a kind, and the day after it: 甲局会议纪要（2024年3月5日）."""
    bodies = [one for one in (*_makers(annotation), annotation.home) if one in annotation.entities]
    body = label_form(annotation.entities[bodies[0]].label) if bodies else ""
    day = next(_days(annotation), None)
    return f"{body}{kind}（{_written(day)}）" if day else f"{body}{kind}"


def _makers(annotation: Annotation) -> Iterator[str]:
    yield from (fact.publisher for fact in annotation.facts if isinstance(fact, Publication))
    yield from (fact.by for fact in annotation.facts if isinstance(fact, Holding) and fact.by)


def _days(annotation: Annotation) -> Iterator[PartialDate]:
    yield from (fact.on for fact in annotation.facts if isinstance(fact, Holding) and fact.on)
    yield from (fact.date for fact in annotation.facts if isinstance(fact, DocumentDate))


def _written(day: PartialDate) -> str:
    parts: Iterable[tuple[int | None, str]] = ((day.year, "年"), (day.month, "月"), (day.day, "日"))
    return "".join(f"{number}{unit}" for number, unit in parts if number is not None)


def _title_section(annotation: Annotation) -> str:
    document = annotation.document
    parts = (part for part in document.sections if part.kind is SectionKind.TITLE)
    titles = (document.matched[part.start : part.end] for part in parts)
    return next((title for title in titles if not _is_data(title)), "")


def _is_data(line: str) -> bool:
    """Tell whether a line is part of a table or of structured data, no words of a document."""
    return _DATA.match(line[:_JUDGED]) is not None


def _first_words(annotation: Annotation) -> str:
    document = annotation.document
    texts = (label_form(document.matched[part.start : part.end]) for part in document.sections)
    lines = sorted((text for text in texts if text), key=lambda text: not _HAN.search(text))
    line = next((one for one in lines if not _is_data(one)), lines[0] if lines else "")
    return line if len(line) <= FIRST_WORDS else f"{line[:FIRST_WORDS]}…"
