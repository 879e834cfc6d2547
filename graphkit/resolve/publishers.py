"""Names of publishers that stand outside the text in, the agencies that they name out, by the rules for any text."""

from __future__ import annotations

from graphkit.extract.lexicon import SHIPPED, Lexicon
from graphkit.model.entities import Annotation, Entity
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate


def with_publishers(annotation: Annotation, lexicon: Lexicon = SHIPPED) -> Annotation:
    """Give the annotation with the agencies that page and row call publisher; a name that is none is left out."""
    names = {one.publisher for one in annotation.document.particulars if one.publisher}
    found = {name: agency_named(name, annotation, lexicon) for name in sorted(names)}
    agencies = {name: agency for name, agency in found.items() if agency is not None}
    return annotation.model_copy(update={"publishers": agencies}) if agencies else annotation


def agency_named(name: str, annotation: Annotation, lexicon: Lexicon) -> Entity | None:
    """Give the agency that a whole name is the name of: the document's own, else as the name alone reads."""
    for entity in annotation.entities.values():
        if entity.kind == "Agency" and name in entity.names:
            return entity
    alone = annotate(document_of(name), lexicon)
    whole = [one for one in alone.mentions if one.kind == "Agency" and (one.start, one.end) == (0, len(name))]
    return alone.entities.get(whole[0].entity or "") if whole else None
