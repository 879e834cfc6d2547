"""Rejected statements in, what is listed of them in a graph of their own out.

They are listed as parts (rdf:subject, rdf:predicate, rdf:object), not stated: a store that asks the union
of all graphs must not find them as facts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from graphkit.model.judgements import Correction
from graphkit.model.tables import Statement
from graphkit.rdf.iris import graph_iri, mint
from graphkit.rdf.literals import iri, text
from graphkit.terms import dcterms, gk, oa, rdf

_DIGITS = 16
_VERDICTS = {"reject": gk.Rejected, "retype": gk.Retyped, "reword": gk.Reworded}


class Rejected(NamedTuple):
    """A statement as it was read, the text and quote that it was read from, the correction that rejects it."""

    text_sha256: str
    statement: Statement
    quote: str
    correction: Correction


def rejected_statements(one: Rejected, base: str) -> Iterator[Statement]:
    """List one rejected statement: its parts, the reading with its quote, who rejected it and why."""
    subject, predicate, value, reading = one.statement
    graph = graph_iri("rejected", base)
    written = repr((subject.removeprefix(base), predicate, value, (reading or "").removeprefix(base)))
    name = mint(("rejected", hashlib.sha256(written.encode()).hexdigest()[:_DIGITS]), base)
    yield Statement(name, rdf.subject, iri(subject), graph)
    yield Statement(name, rdf.predicate, iri(predicate), graph)
    yield Statement(name, rdf.object, value, graph)
    yield Statement(name, dcterms.source, iri(reading or ""), graph)
    yield Statement(name, oa.exact, text(one.quote), graph)
    yield Statement(name, gk.verdict, iri(_VERDICTS[one.correction.action]), graph)
    for property_, words in (
        (dcterms.creator, one.correction.who),
        (dcterms.description, one.correction.why),
        (dcterms.date, one.correction.date),
    ):
        if words:
            yield Statement(name, property_, text(words), graph)
