"""What page and row say of a document in, statements out where its text does not say it.

A row of `sources.tsv` is asserted by the user, what a page's metadata say is derived; neither has a passage to cite.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from graphkit.model.sources import Particulars
from graphkit.model.tables import Statement, Term
from graphkit.model.text import Document
from graphkit.model.values import PartialDate
from graphkit.rdf.claims import Claim
from graphkit.rdf.classes import UPPER_CLASSES, class_of
from graphkit.rdf.iris import graph_iri, mint
from graphkit.rdf.literals import date, iri, label, label_form
from graphkit.rdf.things import LabelProposal, Things
from graphkit.terms import dcterms, rdf

_DIGITS = 16


def state_particulars(things: Things, claims: Iterable[Claim]) -> Iterator[Statement]:
    """State title, date, publisher and address that the text does not state; a row goes before a page."""
    stated = {claim.predicate for claim in claims if claim.subject == things.document}
    document = things.annotation.document
    for one in sorted(document.particulars, key=lambda each: each.origin != "row"):
        graph = graph_iri("asserted" if one.origin == "row" else "derived", things.base)
        said = set()
        for subject, predicate, value in _said(things, one):
            if subject != things.document or predicate not in stated:
                said.add(predicate)
                yield Statement(subject, predicate, value, graph)
                yield Statement(subject, predicate, value, None)
        stated |= said


def particular_labels(things: Things) -> Iterator[LabelProposal]:
    """Propose the names of publishers that the text does not name."""
    for entity in things.annotation.publishers.values():
        yield LabelProposal(mint(entity.key, things.base), label_form(entity.label), entity.label_rank)


def variant_of(document: Document) -> str:
    """Hash what statements depend on besides the text: pages, page's metadata, row."""
    if not document.pages and not document.particulars:
        return ""
    known = [document.pages, [one.model_dump() for one in document.particulars]]
    return hashlib.sha256(json.dumps(known, ensure_ascii=False).encode()).hexdigest()[:_DIGITS]


def _said(things: Things, one: Particulars) -> Iterator[tuple[str, str, Term]]:
    document = things.document
    if one.title:
        yield document, dcterms.title, label(label_form(one.title))
    if one.issued:
        yield document, dcterms.issued, date(_partial(one.issued))
    if one.url:
        yield document, dcterms.source, iri(one.url)
    publisher = things.annotation.publishers.get(one.publisher)
    if publisher is not None:
        agency = mint(publisher.key, things.base)
        class_ = class_of(publisher)
        yield document, dcterms.publisher, iri(agency)
        for name in (class_, *UPPER_CLASSES.get(class_, ())):
            yield agency, rdf.type, iri(name)


def _partial(written: str) -> PartialDate:
    year, month, day = [*map(int, written.split("-")), None, None][:3]
    return PartialDate(year=year or 0, month=month, day=day, written=written)
