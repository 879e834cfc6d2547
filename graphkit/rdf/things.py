"""An annotation in, the IRIs and labels of its things out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from graphkit.errors import UnknownThingError
from graphkit.model.entities import Annotation, Entity
from graphkit.model.facts import Response
from graphkit.rdf.iris import mint, part_iri
from graphkit.rdf.literals import label_form

DESCRIBED = -1
"""The rank of a label that describes a part of a document rather than names it: points, targets, responses."""


class LabelProposal(NamedTuple):
    """What one document would call a thing; the higher rank wins over documents."""

    iri: str
    label: str
    rank: int


@dataclass(frozen=True, slots=True)
class Things:
    """The things of one annotation: entities by id, responses by id, the document and its articles.

    `surfaces` are the forms in which mentions name an entity, by its id.
    """

    annotation: Annotation
    base: str
    document: str
    iris: dict[str, str]
    surfaces: dict[str, set[str]]

    def iri(self, name: str, where: str) -> str:
        """Give the IRI of an entity or response; `where` is for the error."""
        known = self.iris.get(name)
        if known is None:
            raise UnknownThingError(name, where)
        return known

    def entity(self, name: str, where: str) -> Entity:
        """Give an entity by its id."""
        known = self.annotation.entities.get(name)
        if known is None:
            raise UnknownThingError(name, where)
        return known

    def article(self, order: int) -> str:
        """Give the IRI of an article, of the document for 0."""
        return part_iri(self.annotation.document_key, "article", order, self.base) if order else self.document

    def label(self, name: str) -> str:
        """Give what this document calls an entity or response."""
        entity = self.annotation.entities.get(name)
        return label_form(entity.label) if entity else name

    def article_at(self, offset: int) -> int:
        """Give the order of the article that holds a matched offset, 0 for none."""
        articles = self.annotation.document.articles
        return next((one.order for one in articles if one.start <= offset < one.end), 0)


def things_of(annotation: Annotation, base: str) -> Things:
    """Name the things of an annotation; responses are counted in the order of the facts."""
    iris = {name: mint(entity.key, base) for name, entity in annotation.entities.items()}
    responses = dict.fromkeys(fact.id for fact in annotation.facts if isinstance(fact, Response))
    for order, name in enumerate(responses, 1):
        iris[name] = part_iri(annotation.document_key, "response", order, base)
    surfaces: dict[str, set[str]] = {}
    for mention in annotation.mentions:
        if mention.entity is not None:
            surfaces.setdefault(mention.entity, set()).add(label_form(mention.surface))
    return Things(annotation, base, mint(annotation.document_key, base), iris, surfaces)
