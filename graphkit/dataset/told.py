"""A store in, what it tells of coverage out: regions, offices, groups, and the cited statements about one thing.

Of regions that no document brought into the store the gazetteer tells level, place and name: a universe has them all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graphkit.dataset.reference import current_regions
from graphkit.model.tables import Table, Term
from graphkit.rdf.iris import region_iri
from graphkit.rdf.store import Store
from graphkit.terms import BASE, GK, dcterms, gk, org, skos

_OFFICES = """SELECT DISTINCT ?office ?region ?function {
  ?office a gk:Agency ; gk:jurisdiction ?region OPTIONAL { ?office gk:function ?function } }"""
_SAID = (gk.respondedTo, gk.didNotRespondTo, gk.conveys, gk.carriesOut)


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


class _Gazetteer(NamedTuple):
    """Name, level and place of each current region of the gazetteer, by its IRI."""

    names: dict[str, str]
    levels: dict[str, str]
    within: dict[str, str]


@dataclass(frozen=True)
class Told:
    """What a store tells, whose IRIs begin with `base`; each answer is kept."""

    store: Store
    base: str = BASE

    def rows(self, text: str, **bindings: Term) -> Iterator[dict[str, str]]:
        """Iterate over the rows of a SELECT as variable → words, unbound ones left out."""
        answer = self.store.query(text, {}, bindings)
        if isinstance(answer, Table):
            for row in answer:
                yield {name: one.value for name, one in zip(answer.variables, row, strict=True) if one is not None}

    def values(self, subject: str, predicate: str) -> list[str]:
        """Give the values of a property of a thing in the default graph, sorted."""
        stated = self.store.statements(subject=subject, predicate=predicate, default_only=True)
        return sorted(one.object.value for one in stated)

    def label(self, thing: str) -> str:
        """Give the name of a thing, its IRI where it has none."""
        return next(iter(self.values(thing, skos.prefLabel)), self._gazetteer.names.get(thing, thing))

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Iterate over subject and value of a property in the default graph, sorted."""
        stated = self.store.statements(predicate=predicate, default_only=True)
        return iter(sorted((one.subject, one.object.value) for one in stated))

    @cached_property
    def levels(self) -> dict[str, str]:
        """The level of each region."""
        return self._gazetteer.levels | dict(self.pairs(gk.regionLevel))

    @cached_property
    def within(self) -> dict[str, str]:
        """The region just above each."""
        return self._gazetteer.within | dict(self.pairs(gk.within))

    @cached_property
    def _gazetteer(self) -> _Gazetteer:
        known = {row.code: (region_iri(row.code, self.base), row) for row in current_regions()}
        return _Gazetteer(
            names={one: row.name for one, row in known.values()},
            levels={one: row.level for one, row in known.values()},
            within={one: known[row.parent][0] for one, row in known.values() if row.parent in known},
        )

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
        return dict(self.pairs(org.subOrganizationOf))

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The groups whose members are known by their divisions."""
        levels: dict[str, set[str]] = defaultdict(set)
        for group, level in self.pairs(gk.memberLevel):
            levels[group].add(level)
        return {
            group: Group(region, frozenset(levels[group]), next(iter(self.values(group, gk.function)), ""))
            for group, region in self.pairs(gk.membersIn)
        }

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
        """Give what is reported as said of one thing, by property, each list sorted.

        What a body itself carries out of a drive that others launched is a response to it.
        """
        found: dict[str, list[Passage]] = {}
        for property_ in _SAID:
            stated = self.store.statements(predicate=property_, value=Term("iri", target))
            cited = (self._passage(one.subject, one.graph) for one in stated if one.graph is not None)
            found[property_.removeprefix(GK)] = sorted(one for one in cited if one is not None)
        launched = self.store.statements(predicate=gk.launches, value=Term("iri", target), default_only=True)
        others = {one.subject for one in launched}
        bodies = (one for one in found["carriesOut"] if not one.who.startswith(f"{self.base}group/"))
        own = (one for one in bodies if one.who not in others)
        found["respondedTo"] = sorted({*found["respondedTo"], *own})
        return found

    def _passage(self, who: str, reading: str) -> Passage | None:
        """Give one reading; None for a demand or an aim, and for a graph that is no reading."""
        quotes, modalities = self.values(reading, gk.quote), self.values(reading, gk.modality)
        if not quotes or modalities not in ([], [gk.Reported]):
            return None
        part = next(iter(self.values(reading, dcterms.isPartOf)), "")
        document = next(iter(self.values(part, dcterms.isPartOf)), part) if part else ""
        return Passage(who, reading, quotes[0], document, self.label(document) if document else "")
