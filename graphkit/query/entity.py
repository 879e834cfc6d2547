"""One thing of the dataset with its evidence: its IRI goes in, a card of names, classes and cited facts comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from graphkit.model.tables import Statement, Table, Term
from graphkit.terms import GK, PREFIXES

RDF_TYPE = PREFIXES["rdf"] + "type"
PREFERRED = PREFIXES["skos"] + "prefLabel"
ALTERNATIVE = PREFIXES["skos"] + "altLabel"
MENTIONS = GK + "mentions"
HOLDS = PREFIXES["org"] + "holds"
POST_IN = "SELECT DISTINCT ?post ?agency WHERE { ?post org:postIn ?agency }"
HEAD_PROPERTIES = frozenset({RDF_TYPE, PREFERRED, ALTERNATIVE, PREFIXES["rdfs"] + "label"})
"""Properties that the head of a card shows; the rest are its facts."""

FACTS_OF = "SELECT DISTINCT ?thing ?property ?value WHERE { ?thing ?property ?value }"
FACTS_ABOUT = "SELECT DISTINCT ?value ?property ?thing WHERE { ?value ?property ?thing }"
CITATION = """
  ?reading gk:quote ?quote
  OPTIONAL { ?reading gk:modality ?modality }
  OPTIONAL { ?reading gk:page ?page }
  OPTIONAL { ?reading dcterms:isPartOf ?part OPTIONAL { ?part dcterms:isPartOf ?whole } } }
"""
# The engine begins where a pattern must match and would read all quotes; so those of a few graphs are looked up.
CITATION_IF_ANY = CITATION.replace("?reading gk:quote ?quote", "OPTIONAL { ?reading gk:quote ?quote }")
CITED_OF = (
    "SELECT DISTINCT ?thing ?property ?value ?reading ?quote ?modality ?page ?part ?whole "
    "WHERE { GRAPH ?reading { ?thing ?property ?value }" + CITATION_IF_ANY
)
CITED_ABOUT = (
    "SELECT DISTINCT ?value ?property ?thing ?reading ?quote ?modality ?page ?part ?whole "
    "WHERE { GRAPH ?reading { ?value ?property ?thing }" + CITATION_IF_ANY
)
NAMING = tuple(
    PREFIXES[prefix] + name
    for prefix, name in (("skos", "prefLabel"), ("dcterms", "title"), ("gk", "heading"), ("gk", "series"))
)
"""Properties that may name a thing, the best first."""

NAMES = (
    "SELECT DISTINCT ?thing ?property ?name WHERE { ?thing ?property ?name "
    f"FILTER(?property IN ({', '.join(f'<{one}>' for one in NAMING)})) }}"
)

_PLACE = re.compile(r"text/(?P<text>[0-9a-f]{16})/(?P<rule>[^#]*)#char=(?P<start>\d+),(?P<end>\d+)$")


class Questions(Protocol):
    """What can be asked: a dataset, or something that stands for one."""

    def query(self, text: str, /, **bindings: Term) -> Table | bool | Iterable[Statement]:
        """Answer a SPARQL query with some variables bound."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One reading: its exact quote, where it stands, how it puts the fact."""

    reading: str
    quote: str
    modality: str = "Reported"
    document: str = ""
    document_name: str = ""
    page: int | None = None

    @property
    def place(self) -> str:
        """Give `char=START,END`."""
        return self.reading.rpartition("#")[2]

    @property
    def rule(self) -> str:
        """Give the rule that read it."""
        found = _PLACE.search(self.reading)
        return found["rule"] if found else ""

    @property
    def text(self) -> str:
        """Give the first 16 hex digits of the hash of the text it stands in."""
        found = _PLACE.search(self.reading)
        return found["text"] if found else ""

    @property
    def span(self) -> tuple[int, int]:
        """Give start and end in the raw text."""
        found = _PLACE.search(self.reading)
        return (int(found["start"]), int(found["end"])) if found else (0, 0)


@dataclass(frozen=True, slots=True)
class CardFact:
    """One statement of which the thing is subject, or object where `inverse`; `other` is its other end."""

    property: str
    other: Term
    other_name: str
    inverse: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """All that the dataset says of one thing."""

    iri: str
    label: str
    names: tuple[str, ...]
    classes: tuple[str, ...]
    facts: tuple[CardFact, ...]
    mentions: int


def card_of(dataset: Questions, iri: str) -> Card:
    """Give the card of one thing: facts ordered by direction, property and other end."""
    thing = Term("iri", iri)
    known: dict[str, str] = {}
    stated = list(rows_of(dataset, FACTS_OF, thing=thing))
    about = list(rows_of(dataset, FACTS_ABOUT, thing=thing))
    cited = _citations(dataset, CITED_OF, thing, known)
    cited_about = _citations(dataset, CITED_ABOUT, thing, known)
    outward = _facts(dataset, stated, cited, known, inverse=False)
    inward = _facts(dataset, about, cited_about, known, inverse=True)
    labels = [row["value"].value for row in stated if row["property"].value == PREFERRED]
    others = [row["value"].value for row in stated if row["property"].value == ALTERNATIVE]
    return Card(
        iri=iri,
        label=labels[0] if labels else name_of(dataset, iri, known),
        names=tuple(dict.fromkeys([*labels, *sorted(others)])),
        classes=tuple(sorted(row["value"].value for row in stated if row["property"].value == RDF_TYPE)),
        facts=tuple(sorted([*outward, *inward], key=_fact_order)),
        mentions=sum(row["property"].value == MENTIONS for row in about),
    )


def rows_of(dataset: Questions, text: str, **bindings: Term) -> Iterator[dict[str, Term]]:
    """Iterate over the rows of a SELECT as variable → term, unbound ones left out."""
    answer = dataset.query(text, **bindings)
    if not isinstance(answer, Table):
        return
    for row in answer:
        yield {name: term for name, term in zip(answer.variables, row, strict=True) if term is not None}


def name_of(dataset: Questions, iri: str, known: dict[str, str]) -> str:
    """Give a thing's label, title, heading or series, else its IRI; `known` keeps what was asked."""
    if iri not in known:
        found = rows_of(dataset, NAMES, thing=Term("iri", iri))
        ranked = sorted((NAMING.index(row["property"].value), row["name"].value) for row in found)
        names = (name for _, name in ranked)
        known[iri] = next(names, iri)
    return known[iri]


def post_name(dataset: Questions, post: str, known: dict[str, str]) -> str:
    """Give the name of a post with that of its agency."""
    agencies = [row["agency"].value for row in rows_of(dataset, POST_IN, post=Term("iri", post))]
    return " · ".join([name_of(dataset, post, known), *sorted(name_of(dataset, one, known) for one in agencies)])


def sentence_around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Give what stands before `[start, end)` in its sentence, the span itself, and what stands after."""
    stops = "。！？；\n"
    first = max(text.rfind(stop, 0, start) for stop in stops) + 1
    closers = (text.find(stop, max(start, end - 1)) for stop in stops)
    last = min((place + 1 for place in closers if place >= 0), default=len(text))
    return text[first:start].lstrip(), text[start:end], text[end : max(end, last)].rstrip()


def citation_of(dataset: Questions, row: Mapping[str, Term], known: dict[str, str]) -> Citation:
    """Give the reading of a row that CITATION made."""
    document = row.get("whole") or row.get("part")
    return Citation(
        reading=row["reading"].value,
        quote=row["quote"].value,
        modality=row["modality"].value.removeprefix(GK) if "modality" in row else "Reported",
        document=document.value if document else "",
        document_name=name_of(dataset, document.value, known) if document else "",
        page=int(row["page"].value) if "page" in row else None,
    )


def _facts(
    dataset: Questions,
    rows: list[dict[str, Term]],
    cited: dict[tuple[str, Term], list[Citation]],
    known: dict[str, str],
    *,
    inverse: bool,
) -> Iterator[CardFact]:
    for row in rows:
        name, other = row["property"].value, row["value"]
        if name in HEAD_PROPERTIES or (inverse and name == MENTIONS):
            continue
        called = _called(dataset, name, other, known)
        yield CardFact(name, other, called, inverse, tuple(cited.get((name, other), ())))


def _called(dataset: Questions, name: str, other: Term, known: dict[str, str]) -> str:
    """Give what the other end of a fact is called; a post with its agency: 党组书记 · 甲省林业局党组."""
    if other.kind != "iri":
        return other.value
    return post_name(dataset, other.value, known) if name == HOLDS else name_of(dataset, other.value, known)


def _citations(
    dataset: Questions, text: str, thing: Term, known: dict[str, str]
) -> dict[tuple[str, Term], list[Citation]]:
    found: dict[tuple[str, Term], dict[str, Citation]] = {}
    for row in rows_of(dataset, text, thing=thing):
        if "quote" not in row:
            continue
        citation = citation_of(dataset, row, known)
        found.setdefault((row["property"].value, row["value"]), {})[citation.reading] = citation
    return {fact: sorted(group.values(), key=_citation_order) for fact, group in found.items()}


def _citation_order(citation: Citation) -> tuple[str, tuple[int, int], str]:
    return citation.text, citation.span, citation.reading


def _fact_order(fact: CardFact) -> tuple[bool, str, str, Term]:
    return fact.inverse, fact.property, fact.other_name, fact.other
