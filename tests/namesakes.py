"""Three news items annotated by hand: two pairs of namesakes, one meeting that only the first dates."""

from __future__ import annotations

from pathlib import Path

from graphkit.model.entities import Annotation, Entity
from graphkit.model.facts import Fact, Holding, Mention, MentionKind, PostHolding, Response, cite
from graphkit.model.text import Document
from graphkit.model.values import PartialDate
from graphkit.settings import Settings
from tests.handmade import document_of

YUNNAN = "3月1日，云南省林业局承办全国林业会议。局长段云岫到会，副局长何望山到会。\n"
XIAN = "西安市林业局局长段云岫说，西安市林业局传达学习全国林业会议精神。\n"
SHAANXI = "陕西省林业局副局长何望山说，工作已经开始。\n"
TEXTS = {"云南": YUNNAN, "西安": XIAN, "陕西": SHAANXI}
_HOMES = {YUNNAN: ("云南省林业局", "530000"), XIAN: ("西安市林业局", "610100"), SHAANXI: ("陕西省林业局", "610000")}
_DATES = {YUNNAN: "2023-03-02", XIAN: "2023-04-01", SHAANXI: "2023-04-02"}
_POSTS = {"段云岫": "局长", "何望山": "副局长"}


def write_namesakes(folder: Path) -> Path:
    """Write the three texts into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def annotation_at(path: Path, _settings: Settings) -> Annotation:
    """Give the annotation by hand of the file at `path`."""
    text = path.read_text("utf-8")
    document = document_of(text)
    entities = _entities(text)
    return Annotation(
        document=document,
        document_key=("document", document.sha256[:16]),
        genre="News",
        home="home",
        document_date=_DATES[text],
        mentions=tuple(_mentions(text, entities)),
        entities=entities,
        facts=tuple(_facts(document, entities)),
    )


def _entities(text: str) -> dict[str, Entity]:
    name, code = _HOMES[text]
    body = (code, "政府", "林业", "局")
    found = {"home": Entity(id="home", kind="Agency", key=("agency", *body), label=name, names=(name,))}
    for person in _POSTS:
        if person in text:
            found[person] = Entity(
                id=person, kind="Person", key=("person", *body, person), label=person, names=(person,)
            )
    if "全国林业会议" in text:
        key = ("meeting", "2023-03-01") if text == YUNNAN else ("meeting", "document", document_of(text).sha256[:16])
        names = ("全国林业会议",)
        found["meeting"] = Entity(id="meeting", kind="Meeting", key=(*key, *names), label=names[0], names=names)
    return found


def _mentions(text: str, entities: dict[str, Entity]) -> list[Mention]:
    kinds: dict[str, MentionKind] = {"home": "Agency", "meeting": "Meeting"}
    return [
        Mention(
            start=start,
            end=start + len(one.label),
            kind=kinds.get(name, "Person"),
            surface=one.label,
            rule="name",
            entity=name,
        )
        for name, one in entities.items()
        for start in range(len(text))
        if text.startswith(one.label, start)
    ]


def _facts(document: Document, entities: dict[str, Entity]) -> list[Fact]:
    text = document.text
    facts: list[Fact] = []
    for person, post in _POSTS.items():
        if person in entities:
            start = text.index(post + person)
            passage = cite(document, start, start + len(post + person), "post")
            facts.append(PostHolding(evidence=(passage,), person=person, agency="home", title=post))
    if text == YUNNAN:
        day = PartialDate(year=2023, month=3, day=1, written="3月1日")
        held = cite(document, 0, text.index("。"), "holding")
        facts.append(Holding(evidence=(held,), meeting="meeting", on=day, by="home"))
    if text == XIAN:
        start, end = text.index("西安市林业局传达"), text.index("精神")
        told = cite(document, start, end, "response", confidence=0.7)
        facts.append(Response(evidence=(told,), id="r1", respondent="home", target="meeting"))
    return facts
