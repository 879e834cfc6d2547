"""An annotation for people: a gold record goes in, tables of its mentions and facts come out."""

from __future__ import annotations

from graphkit.evaluate.gold import Gold
from graphkit.model.tables import Table, Term


def mentions_table(gold: Gold) -> Table:
    """Give a row a mention: where it stands, its type, its words, the thing it names."""
    rows = [
        _row(f"{mention.start},{mention.end}", mention.type, mention.text, name_in(gold, mention.entity or ""))
        for mention in gold.mentions
    ]
    return Table(("char", "type", "text", "entity"), rows)


def facts_table(gold: Gold) -> Table:
    """Give a row a fact of the closed list, with names for its ends."""
    rows = [_row(name_in(gold, subject), predicate, name_in(gold, obj)) for subject, predicate, obj in gold.facts]
    return Table(("subject", "predicate", "object"), rows)


def name_in(gold: Gold, end: str) -> str:
    """Give the first name of an entity, or a literal end as it is."""
    entity = gold.entities.get(end)
    return entity.names[0] if entity is not None and entity.names else end


def _row(*cells: str) -> tuple[Term, ...]:
    return tuple(Term("literal", cell) for cell in cells)
