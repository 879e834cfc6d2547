"""A store in, what it tells of coverage out: regions, offices, groups, and the cited statements about one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graphkit.model.tables import Table, Term
from graphkit.terms import GK, gk

Query = Callable[..., Table | bool | object]

_REGIONS = """SELECT ?region ?level ?within {
  ?region gk:regionLevel ?level OPTIONAL { ?region gk:within ?within } }"""
_OFFICES = """SELECT DISTINCT ?office ?region ?function {
  ?office a gk:Agency ; gk:jurisdiction ?region OPTIONAL { ?office gk:function ?function } }"""
_PARTS = "SELECT ?part ?whole { ?part org:subOrganizationOf ?whole }"
_GROUPS = """SELECT ?group ?region ?level ?function {
  ?group gk:membersIn ?region ; gk:memberLevel ?level OPTIONAL { ?group gk:function ?function } }"""
_SAID = """SELECT DISTINCT ?who ?property ?target ?reading ?quote ?modality ?document {
  GRAPH ?reading { ?who ?property ?target
    FILTER(?property IN (gk:respondedTo, gk:didNotRespondTo, gk:conveys, gk:carriesOut)) }
  ?reading gk:quote ?quote ; dcterms:isPartOf ?part
  OPTIONAL { ?reading gk:modality ?modality }
  OPTIONAL { ?part dcterms:isPartOf ?whole }
  BIND(COALESCE(?whole, ?part) AS ?document) }"""
_LABEL = "SELECT ?thing ?label { ?thing skos:prefLabel ?label }"


class Passage(NamedTuple):
    """One passage that a value rests on: who it tells of, the reading, its exact quote, the document."""

    who: str
    reading: str
    quote: str
    document: str
    document_name: str


class Group(NamedTuple):
    """An open group: the offices of one function of the divisions of these levels in one region."""

    region: str
    levels: frozenset[str]
    function: str


@dataclass(frozen=True)
class Told:
    """What a dataset tells, asked through its `query`; each answer is kept."""

    query: Query

    def rows(self, text: str, **bindings: Term) -> Iterator[dict[str, str]]:
        """Iterate over the rows of a SELECT as variable → words, unbound ones left out."""
        answer = self.query(text, **bindings)
        if isinstance(answer, Table):
            for row in answer:
                yield {name: one.value for name, one in zip(answer.variables, row, strict=True) if one is not None}

    def label(self, thing: str) -> str:
        """Give the name of a thing, its IRI where it has none."""
        return next((row["label"] for row in self.rows(_LABEL, thing=Term("iri", thing))), thing)

    @cached_property
    def levels(self) -> dict[str, str]:
        """The level of each region."""
        return {row["region"]: row["level"] for row in self.rows(_REGIONS)}

    @cached_property
    def within(self) -> dict[str, str]:
        """The region just above each."""
        return {row["region"]: row["within"] for row in self.rows(_REGIONS) if "within" in row}

    @cached_property
    def offices(self) -> dict[str, list[tuple[str, str]]]:
        """The offices of each region, each with its function, sorted."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in self.rows(_OFFICES):
            found[row["region"]].append((row["office"], row.get("function", "")))
        return {region: sorted(set(offices)) for region, offices in found.items()}

    @cached_property
    def wholes(self) -> dict[str, str]:
        """The body that each part of one belongs to."""
        return {row["part"]: row["whole"] for row in sorted(self.rows(_PARTS), key=lambda row: sorted(row.values()))}

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The groups whose members are known by their divisions."""
        found: dict[str, Group] = {}
        for row in self.rows(_GROUPS):
            known = found.get(row["group"], Group(row["region"], frozenset(), row.get("function", "")))
            found[row["group"]] = known._replace(levels=known.levels | {row["level"]})
        return found

    def regions_in(self, above: str, levels: frozenset[str] | None) -> list[str]:
        """Give the regions of some levels inside one, at any depth; of no levels: those just below it."""
        if levels is None:
            return sorted(one for one, whole in self.within.items() if whole == above)
        return sorted(one for one, level in self.levels.items() if level in levels and above in self.above(one))

    def above(self, region: str) -> list[str]:
        """Give the regions above one, the nearest first."""
        found: list[str] = []
        while region in self.within and len(found) < len(self.within):
            region = self.within[region]
            found.append(region)
        return found

    def home_of(self, body: str) -> list[str]:
        """Give a body and the bodies that it is part of."""
        found = [body]
        while found[-1] in self.wholes and self.wholes[found[-1]] not in found:
            found.append(self.wholes[found[-1]])
        return found

    def passages(self, target: str) -> dict[str, list[Passage]]:
        """Give what is reported as said of one thing, by property, each list sorted."""
        found: dict[str, set[Passage]] = defaultdict(set)
        names: dict[str, str] = {}
        for row in self.rows(_SAID, target=Term("iri", target)):
            if row.get("modality", gk.Reported) == gk.Reported:
                document = row["document"]
                names.setdefault(document, self.label(document))
                passage = Passage(row["who"], row["reading"], row["quote"], document, names[document])
                found[row["property"].removeprefix(GK)].add(passage)
        return {name: sorted(passages) for name, passages in found.items()}
