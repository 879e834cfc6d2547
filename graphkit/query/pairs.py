"""A dataset in, the pairs that may be one thing out, each side with what people need to judge it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.model.judgements import place_of
from graphkit.model.tables import Term
from graphkit.query.entity import CITATION, Citation, Questions, citation_of, name_of, rows_of
from graphkit.terms import GK, PREFIXES

PAIRS = "SELECT DISTINCT ?pair ?a ?b ?score WHERE { GRAPH ?pair { ?a gk:possiblySame ?b } ?pair gk:score ?score }"
REASONS = "SELECT DISTINCT ?pair ?reason WHERE { ?pair gk:reason ?reason }"
VERDICTS = (
    "SELECT DISTINCT ?pair ?verdict ?who ?why ?date WHERE { GRAPH ?links { ?pair gk:verdict ?verdict "
    "OPTIONAL { ?pair dcterms:creator ?who } OPTIONAL { ?pair dcterms:description ?why } "
    "OPTIONAL { ?pair dcterms:date ?date } } }"
)
NAMED = (
    "SELECT DISTINCT ?thing ?reading ?quote ?modality ?part ?whole WHERE { GRAPH ?reading { ?at gk:mentions ?thing }"
    + CITATION
    + " ORDER BY ?reading LIMIT 3"
)
CLASSES = "SELECT DISTINCT ?thing ?class WHERE { ?thing a ?class }"
TELLING = (
    "SELECT DISTINCT ?thing ?property ?value WHERE { ?thing ?property ?value FILTER(?property IN "
    "(gk:heldOn, gk:heldBy, dcterms:issued, gk:documentNumber, org:subOrganizationOf, gk:renamedTo)) }"
)
POSTS = (
    "SELECT DISTINCT ?thing ?post ?agency WHERE { ?thing org:holds ?held . ?held skos:prefLabel ?post ; "
    "org:postIn ?body . ?body skos:prefLabel ?agency }"
)
ISSUERS = "SELECT DISTINCT ?thing ?issuer WHERE { ?body gk:issues ?thing ; skos:prefLabel ?issuer }"


@dataclass(frozen=True, slots=True)
class Side:
    """One thing of a pair: its name and classes, what tells it apart, and where it is named first."""

    iri: str
    label: str
    classes: tuple[str, ...]
    telling: tuple[tuple[str, str], ...]
    named: tuple[Citation, ...]

    def place(self, base: str) -> tuple[str, str]:
        """Give what a judgement calls it: where it is named and the words there, else its key."""
        if not self.named:
            return self.iri.removeprefix(base), ""
        first = self.named[0]
        return place_of(first.text, *first.span), first.quote


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that may be one; `verdict` is what people have said so far, an IRI, empty for nothing."""

    iri: str
    a: str
    b: str
    score: str
    reasons: tuple[str, ...]
    verdict: str = ""


def possible_pairs(dataset: Questions) -> list[Pair]:
    """Give every pair that may be one thing, the likeliest first."""
    reasons: dict[str, set[str]] = defaultdict(set)
    for row in rows_of(dataset, REASONS):
        reasons[row["pair"].value].add(row["reason"].value)
    verdicts = {row["pair"].value: row["verdict"].value for row in rows_of(dataset, VERDICTS)}
    found = [
        Pair(name, row["a"].value, row["b"].value, row["score"].value, tuple(sorted(reasons[name])), verdict)
        for row in rows_of(dataset, PAIRS)
        for name in (row["pair"].value,)
        for verdict in (verdicts.get(name, ""),)
    ]
    return sorted(found, key=lambda pair: (-float(pair.score), pair.a, pair.b))


def side_of(dataset: Questions, iri: str, known: dict[str, str]) -> Side:
    """Give one side of a pair."""
    thing = Term("iri", iri)
    classes = sorted(row["class"].value for row in rows_of(dataset, CLASSES, thing=thing))
    named = tuple(citation_of(dataset, row, known) for row in rows_of(dataset, NAMED, thing=thing))
    ours = tuple(one for one in classes if one.startswith(GK))
    telling = tuple(sorted(_telling(dataset, thing, known)))
    return Side(iri, name_of(dataset, iri, known), ours or tuple(classes), telling, named)


def _telling(dataset: Questions, thing: Term, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Iterate over what tells a thing apart: property and value, in words."""
    for row in rows_of(dataset, TELLING, thing=thing):
        value = row["value"]
        yield row["property"].value, name_of(dataset, value.value, known) if value.kind == "iri" else value.value
    for row in rows_of(dataset, POSTS, thing=thing):
        yield PREFIXES["org"] + "holds", f"{row['post'].value}（{row['agency'].value}）"
    for row in rows_of(dataset, ISSUERS, thing=thing):
        yield GK + "issues", row["issuer"].value
