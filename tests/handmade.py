"""A dataset of one bulletin annotated by hand: the text and every offset are known by heart."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from graphkit.errors import UnreadableDocumentError
from graphkit.model.entities import Annotation, Entity
from graphkit.model.facts import Fact, Holding, Masthead, Mention, MentionKind, Modality, Response, cite
from graphkit.model.text import Document, OffsetMap, Section, SectionKind
from graphkit.model.values import PartialDate
from graphkit.settings import Settings
from graphkit.workflow import BuildReport, build

TEXT = (
    "甲省机关事务管理局简报\n"
    "2月26日，甲省机关事务管理局召开全省会议。会后，成都局传达学习全省会议精神。"
    "成都局要再次学习全省会议精神。\n"
)
UNREADABLE = "坏"

ENTITIES = {
    "home": Entity(
        id="home",
        kind="Agency",
        key=("agency", "甲省机关事务管理局"),
        label="甲省机关事务管理局",
        names=("甲省机关事务管理局",),
    ),
    "office": Entity(
        id="office",
        kind="Agency",
        subclass="RegionalOffice",
        key=("agency", "510100", "政府", "机关事务", "局"),
        label="成都局",
        names=("成都市机关事务管理局", "成都局"),
    ),
    "meeting": Entity(
        id="meeting",
        kind="Meeting",
        key=("meeting", "2021-02-26", "甲省机关事务管理局", "全省会议"),
        label="全省会议",
        names=("全省会议",),
    ),
}


def document_of(text: str) -> Document:
    """Make a document without articles, each line a paragraph, matched as it stands."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    offsets = OffsetMap([(0, 0)])
    lines = tuple(Section(kind=SectionKind.BODY, start=one.start(), end=one.end()) for one in re.finditer(".+", text))
    return Document(text=text, sha256=digest, matched=text, offsets=offsets, sections=lines, articles=())


def annotation_at(path: Path, _settings: Settings) -> Annotation:
    """Give the annotation of the file at `path`: of TEXT by hand, of other texts empty."""
    text = path.read_text("utf-8")
    if text.startswith(UNREADABLE):
        raise UnreadableDocumentError(str(path), "读不懂 / cannot be read", remedy="请转成文本 / convert it")
    document = document_of(text)
    known = text == TEXT
    return Annotation(
        document=document,
        document_key=("document", document.sha256[:16]),
        genre="Bulletin",
        home="home" if known else None,
        mentions=mentions_of(text) if known else (),
        entities=ENTITIES if known else {},
        facts=facts_of(document) if known else (),
    )


def mentions_of(text: str) -> tuple[Mention, ...]:
    """Mark every place of the three names."""
    kinds: dict[str, tuple[str, MentionKind]] = {
        "甲省机关事务管理局": ("home", "Agency"),
        "成都局": ("office", "Agency"),
        "全省会议": ("meeting", "Meeting"),
    }
    return tuple(
        Mention(start=start, end=start + len(name), kind=kind, surface=name, rule="name", entity=entity)
        for name, (entity, kind) in kinds.items()
        for start in range(len(text))
        if text.startswith(name, start)
    )


def facts_of(document: Document) -> tuple[Fact, ...]:
    """State a masthead, a meeting, a response, and a demand for another one."""
    text = document.text
    held, met, told = text.index("2月26日"), text.index("成都局传达"), text.index("成都局要")
    date = PartialDate(year=2021, month=2, day=26, written="2月26日")
    return (
        Masthead(evidence=(cite(document, 0, 11, "masthead"),), field="series", value=text[:11]),
        Holding(evidence=(cite(document, held, held + 21, "holding"),), meeting="meeting", on=date, by="home"),
        Response(evidence=(cite(document, met, met + 13, "response"),), id="r1", respondent="office", target="meeting"),
        Response(
            evidence=(cite(document, told, told + 14, "response", modality=Modality.DEMANDED),),
            id="r2",
            respondent="office",
            target="meeting",
        ),
    )


def build_handmade(folder: Path, source: Path) -> BuildReport:
    """Write TEXT to `source` and build a dataset of it in `folder`."""
    source.write_text(TEXT, encoding="utf-8")
    return build([source], Settings(dataset=folder), annotate_path=annotation_at)
