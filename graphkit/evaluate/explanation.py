"""An annotation with its refusals in, tables that say why each thing was read or not out."""

from __future__ import annotations

from collections.abc import Iterable

from graphkit.extract.scan import Refusal
from graphkit.model.entities import Annotation
from graphkit.model.facts import Evidence, Fact, Mention
from graphkit.model.tables import Table, Term

_NO_ARGUMENTS = frozenset({"kind", "evidence", "topics", "targets", "text", "id", "order"})


def mention_reasons(annotation: Annotation) -> Table:
    """Give a row a mention: where it stands, its type, its words, what it names, the rule that found it."""
    rows = []
    for mention in annotation.mentions:
        span = annotation.document.raw_span(mention.start, mention.end)
        words = annotation.document.text[span.start : span.end]
        place = f"{span.start},{span.end}"
        rows.append(_row(place, mention.kind, words, _name(annotation, mention.entity or ""), mention.rule))
    return Table(("char", "type", "text", "entity", "rule"), rows)


def fact_reasons(annotation: Annotation) -> Table:
    """Give a row a fact: what it says, its rule and modality, the cue words between its names, the quote."""
    rows = []
    for fact in annotation.facts:
        said = " ".join(_arguments(annotation, fact))
        for evidence in fact.evidence[:1]:
            cue = _cue(annotation, evidence)
            place = f"{evidence.span.start},{evidence.span.end}"
            rows.append(_row(place, fact.kind, said, evidence.rule, evidence.modality, cue, evidence.quote))
    return Table(("char", "fact", "says", "rule", "modality", "cue", "quote"), rows)


def refusal_reasons(annotation: Annotation, refusals: Iterable[Refusal]) -> Table:
    """Give a row a candidate that was not taken: where, as what, its words, why."""
    rows = []
    for one in sorted(set(refusals)):
        span = annotation.document.raw_span(one.start, one.end)
        words = annotation.document.text[span.start : span.end]
        rows.append(_row(f"{span.start},{span.end}", one.kind, words, one.why))
    return Table(("char", "as", "text", "why"), rows)


def _arguments(annotation: Annotation, fact: Fact) -> list[str]:
    """Give the fields of a fact that hold something, ids by their names."""
    fields = fact.model_dump(mode="json", exclude=set(_NO_ARGUMENTS), exclude_none=True)
    return [f"{field}={_value(annotation, value)}" for field, value in fields.items() if value not in ("", [], ())]


def _value(annotation: Annotation, value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("written") or value)
    if isinstance(value, list):
        return "、".join(_value(annotation, one) for one in value)
    return _name(annotation, str(value))


def _cue(annotation: Annotation, evidence: Evidence) -> str:
    """Give the words of a quote that are none of its names: 成都局传达学习会议精神 → …传达学习…精神."""
    pieces: list[str] = []
    position = evidence.span.start
    for mention in _inside(annotation, evidence):
        span = annotation.document.raw_span(mention.start, mention.end)
        pieces.append(annotation.document.text[position : span.start])
        position = span.end
    pieces.append(annotation.document.text[position : evidence.span.end])
    return "…".join(piece.strip() for piece in pieces)


def _inside(annotation: Annotation, evidence: Evidence) -> Iterable[Mention]:
    for mention in annotation.mentions:
        span = annotation.document.raw_span(mention.start, mention.end)
        if evidence.span.start <= span.start and span.end <= evidence.span.end:
            yield mention


def _name(annotation: Annotation, identifier: str) -> str:
    entity = annotation.entities.get(identifier)
    return identifier if entity is None else (entity.label or entity.names[0])


def _row(*cells: str) -> tuple[Term, ...]:
    return tuple(Term("literal", cell) for cell in cells)
