"""A document and its articles in, claims of their classes, titles and parts out."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.model.facts import cite
from graphkit.model.text import Article
from graphkit.rdf.claims import Claim, class_claims, upper_class_claims
from graphkit.rdf.classes import ENTITY_CLASSES
from graphkit.rdf.literals import integer, iri, label, label_form, text
from graphkit.rdf.things import Things
from graphkit.terms import dcterms, gk, rdf

LAYOUT_RULE = "layout"


def state_document(things: Things) -> Iterator[Claim]:
    """Claim the document's class, and each of its articles."""
    genre = things.annotation.genre
    class_ = ENTITY_CLASSES[genre] if genre else gk.Document
    yield Claim(things.document, rdf.type, iri(class_), None)
    yield from upper_class_claims(things.document, class_)
    for article in things.annotation.document.articles:
        yield from _article(things, article)


def _article(things: Things, article: Article) -> Iterator[Claim]:
    """Claim an article's class, title, order, column and document, as read from its title."""
    subject = things.article(article.order)
    document = things.annotation.document
    title = cite(document, article.title_start, article.title_end, LAYOUT_RULE, article=article.order)
    yield from class_claims((title,), subject, gk.Article)
    yield Claim(subject, dcterms.title, label(label_form(article.title)), title)
    yield Claim(subject, gk.order, integer(article.order), title)
    yield Claim(subject, dcterms.isPartOf, iri(things.document), title)
    if article.column:
        yield Claim(subject, gk.column, text(label_form(article.column)), title)
