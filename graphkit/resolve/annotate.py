"""A document in, its annotation out: mentions, entities with keys, facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from graphkit.extract.collector import uncollected
from graphkit.extract.extractor import extract_facts, find_mentions
from graphkit.extract.lexicon import SHIPPED, Lexicon
from graphkit.extract.scan import Scan
from graphkit.extract.scene import Scene
from graphkit.model.entities import Annotation, Entity
from graphkit.model.facts import Fact, Masthead, MastheadField
from graphkit.model.text import Document, SectionKind
from graphkit.normalise.variants import simplified
from graphkit.resolve.keys import Keys, document_key_of, has_section
from graphkit.resolve.linker import link
from graphkit.resolve.names import written_label

EXTRACTOR_VERSION = "2"
_NO_NAMES = frozenset({"evidence", "topics", "targets"})


def annotate(document: Document, lexicon: Lexicon = SHIPPED) -> Annotation:
    """Read all that the rules find in a document, with the tables of a lexicon."""
    return annotate_scan(Scan(document, lexicon))


def annotate_scan(scan: Scan) -> Annotation:
    """Read all that the rules find in a scan; where it keeps refusals, they are noted in it."""
    with uncollected():
        return _annotated(scan)


def _annotated(scan: Scan) -> Annotation:
    scene = link(scan, find_mentions(scan))
    facts = tuple(extract_facts(scene))
    heads = {fact.field: fact.value for fact in facts if isinstance(fact, Masthead)}
    dated = scene.calendar.document
    series, year, issue = heads.get("series"), heads.get("issueYear"), heads.get("issueNumber")
    key = document_key_of(
        scene,
        series if isinstance(series, str) else None,
        year if isinstance(year, int) else (dated.date.year if dated is not None else None),
        issue if isinstance(issue, int) else None,
    )
    keys = Keys(scene, facts, key)
    used = _used(scene, facts)
    entities = {identifier: keys.entity(draft) for identifier, draft in scene.drafts.items() if identifier in used}
    return Annotation(
        document=scan.document,
        document_key=key,
        genre=_genre(scene, heads),
        home=scene.home,
        home_region=scan.home_region.code if scan.home_region is not None else None,
        document_date=dated.date.iso if dated is not None else None,
        mentions=scene.mentions,
        entities=_as_written(scan, scene, entities),
        facts=facts,
    )


def _as_written(scan: Scan, scene: Scene, entities: dict[str, Entity]) -> dict[str, Entity]:
    """Give things the names that the document writes, where it writes traditional characters; keys stay simplified."""
    if not scan.has_variants:
        return entities
    forms: dict[str, set[tuple[str, str]]] = {}
    for mention in scene.mentions:
        written = written_label(scan, mention)
        if mention.entity in entities and mention.entity is not None:
            forms.setdefault(mention.entity, set()).add((simplified(written), written))
    found = dict(entities)
    for identifier, pairs in forms.items():
        only = {plain: written for plain, written in sorted(pairs) if plain != written and (plain, plain) not in pairs}
        if only:
            entity = entities[identifier]
            names = dict.fromkeys(only.get(name, name) for name in entity.names)
            label = only.get(entity.label, entity.label)
            found[identifier] = entity.model_copy(update={"label": label, "names": tuple(names)})
    return found


def _used(scene: Scene, facts: Iterable[Fact]) -> set[str]:
    """Give the ids that a mention or a fact names, and with them whatever other words a fact holds."""
    used = {mention.entity for mention in scene.mentions if mention.entity is not None}
    for fact in facts:
        said = vars(fact).items()
        used.update([value for _, value in said if isinstance(value, str)])
        for name, value in said:
            if isinstance(value, tuple) and name not in _NO_NAMES:
                used.update(value)
    if scene.home is not None:
        used.add(scene.home)
    return used


def _genre(
    scene: Scene, heads: dict[MastheadField, str | int]
) -> Literal["Bulletin", "Notice", "News", "Minutes"] | None:
    """Tell the genre by the parts of the layout."""
    if _lines(scene, SectionKind.MASTHEAD, "纪要$"):
        return "Minutes"
    if "issueNumber" in heads or has_section(scene, SectionKind.CONTENTS):
        return "Bulletin"
    if _lines(scene, SectionKind.TITLE, "纪要"):
        return "Minutes"
    if any(has_section(scene, kind) for kind in (SectionKind.NUMBER, SectionKind.ADDRESSEE)) or any(
        mention.rule == "title-own" for mention in scene.mentions
    ):
        return "Notice"
    return "News" if _lines(scene, SectionKind.TITLE) or "消息" in scene.text[:200] else None


def _lines(scene: Scene, kind: SectionKind, words: str = "") -> bool:
    """Tell whether the document has a line of a kind in which a pattern is found."""
    lines = (scene.text[one.start : one.end] for one in scene.scan.document.sections if one.kind is kind)
    return any(re.search(words, line) for line in lines)
