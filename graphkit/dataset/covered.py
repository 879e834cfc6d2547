"""A meeting, policy or campaign in, what each office of a universe did about it out: one of four values, with evidence.

Nothing is guessed: an office that no text names has `not reported`, which is never "did not respond".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from graphkit.dataset.coverage import GOVERNMENT
from graphkit.dataset.told import Passage, Told
from graphkit.dataset.universes import universe_told
from graphkit.model.tables import Term

_BEHIND = """SELECT DISTINCT ?target ?body ?region ?function {
  { ?target gk:heldBy ?body } UNION { ?body gk:issues ?target } UNION { ?body gk:launches ?target }
  ?body gk:jurisdiction ?region OPTIONAL { ?body gk:function ?function } }"""
_PUBLISHED = """SELECT DISTINCT ?target ?called ?region ?function { ?piece gk:mentions ?target .
  ?target skos:prefLabel ?called FILTER(!STRSTARTS(STR(?called), "全国"))
  OPTIONAL { ?piece dcterms:isPartOf ?bound } BIND(COALESCE(?bound, ?piece) AS ?paper)
  ?paper dcterms:publisher/org:subOrganizationOf* ?body . ?body gk:jurisdiction ?region
  OPTIONAL { ?body gk:function ?function } }"""
_RECIPIENTS = "SELECT DISTINCT ?document ?to { ?document gk:sentTo ?to }"
_DOCUMENTS = "SELECT (COUNT(DISTINCT ?document) AS ?n) { ?document a gk:Document }"


class CoverageValue(StrEnum):
    """What the documents read say of one office (vocabulary.md, Coverage)."""

    RESPONDED = "responded"
    STATED_ABSENT = "stated absent"
    COLLECTIVELY = "covered collectively"
    NOT_REPORTED = "not reported"


class Office(NamedTuple):
    """An office, by IRI and name."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class CoveredPlace:
    """One member of a universe: its division ("" for a body without one), known offices, value, and what it rests on.

    `against` are passages that say otherwise: that an office which responded had not, at some time.
    """

    region: str
    label: str
    offices: tuple[Office, ...]
    value: CoverageValue
    evidence: tuple[Passage, ...]
    against: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who of a universe took up one thing; `documents` counts all that were read, `telling` those with evidence."""

    target: str
    label: str
    universe: str
    universe_label: str
    function: str
    places: tuple[CoveredPlace, ...]
    documents: int
    telling: int

    def count(self, value: CoverageValue) -> int:
        """Count the members that have a value."""
        return sum(place.value is value for place in self.places)


class _Member(NamedTuple):
    """A member of a universe: a division with the function of the office meant, or one body.

    Of a division of a group only offices of its function are `meant`; of a division of a region, whatever body acts.
    """

    region: str
    function: str
    body: str = ""
    meant: str = ""


def coverage_in(told: Told, target: str, universe: str) -> Coverage:
    """Tell who of a universe took up `target`.

    A universe is a region (the divisions just below it), a group (its divisions) or a document (those
    it is sent to); "" is the region of the body that held, issued or launched the target.
    """
    home, function = _behind(told, target)
    universe = universe or home
    passages = told.passages(target)
    by_body = _by_home(told, [*passages.get("respondedTo", ()), *passages.get("didNotRespondTo", ())])
    said = _Said(passages, by_body)
    members = {(one.region, one.body): one for one in reversed(_members(told, universe, function))}
    places = tuple(_covered(told, member, said) for member in reversed(members.values()))
    telling = {one.document for place in places for one in (*place.evidence, *place.against)}
    counted = next((int(row["n"]) for row in told.rows(_DOCUMENTS)), 0)
    label = told.label(universe) if universe else ""
    return Coverage(target, told.label(target), universe, label, function, places, counted, len(telling))


class _Said(NamedTuple):
    """What is said of one thing, by property and by the body it counts for."""

    passages: Mapping[str, list[Passage]]
    by_body: Mapping[str, list[Passage]]

    def of(self, bodies: Iterable[str], name: str) -> tuple[Passage, ...]:
        """Give what is said of bodies with one property, sorted."""
        wanted = set(self.passages.get(name, ()))
        return tuple(sorted({one for body in bodies for one in self.by_body.get(body, ()) if one in wanted}))


def _behind(told: Told, target: str) -> tuple[str, str]:
    """Give the region and the function of the body that held, issued or launched a thing; the first by IRI.

    Where no text tells of one, the body that published what mentions it, if all that did are of one region.
    """
    rows = sorted(told.rows(_BEHIND, target=Term("iri", target)), key=lambda row: row["body"])
    published = list(told.rows(_PUBLISHED, target=Term("iri", target))) if not rows else []
    whole = universe_told({one["region"] for one in published}, published[0]["called"]) if published else None
    rows = rows or [row for row in published if row["region"] == whole]
    return (rows[0]["region"], rows[0].get("function", "")) if rows else ("", "")


def _by_home(told: Told, passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """Give the passages for each body they count for: what a part does counts for the whole."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for one in passages:
        for body in told.home_of(one.who):
            found[body].append(one)
    return found


def _members(told: Told, universe: str, function: str) -> list[_Member]:
    """Give the members of a universe, in order of region and IRI; of "", none."""
    if not universe:
        return []
    if universe in told.groups:
        group = told.groups[universe]
        return [
            _Member(one, group.function, meant=group.function) for one in told.regions_in(group.region, group.levels)
        ]
    if universe in told.levels:
        return [_Member(one, function) for one in told.regions_in(universe, None)]
    found: list[_Member] = []
    for row in sorted(told.rows(_RECIPIENTS, document=Term("iri", universe)), key=lambda row: row["to"]):
        known = row["to"] in told.groups
        of_group = (one._replace(meant="") for one in _members(told, row["to"], function))
        found += of_group if known else [_Member("", "", row["to"])]
    return found


def _covered(told: Told, member: _Member, said: _Said) -> CoveredPlace:
    """Give the value of one member: its own response first, then a stated absence, then a statement about its group."""
    offices = [member.body] if member.body else _offices(told, member, said)
    label = told.label(member.region or member.body)
    place = (member.region, label, tuple(Office(one, told.label(one)) for one in offices))
    responded, absent = said.of(offices, "respondedTo"), said.of(offices, "didNotRespondTo")
    absent = tuple(one for one in absent if one.who in offices)
    if responded:
        return CoveredPlace(*place, CoverageValue.RESPONDED, responded, absent)
    collective = _collective(told, member, said)
    if absent:
        return CoveredPlace(*place, CoverageValue.STATED_ABSENT, absent, collective)
    if collective:
        return CoveredPlace(*place, CoverageValue.COLLECTIVELY, collective)
    return CoveredPlace(*place, CoverageValue.NOT_REPORTED, ())


def _offices(told: Told, member: _Member, said: _Said) -> list[str]:
    """Give the known offices of a division: those of the function meant, and the bodies that something is said of.

    Where a function alone is meant, what is said of the government is still said of the division.
    """
    known = told.offices.get(member.region, [])
    return sorted(
        {
            office
            for office, function in known
            if (member.function and function == member.function)
            or (office in said.by_body and (not member.meant or function == GOVERNMENT))
        }
    )


def _collective(told: Told, member: _Member, said: _Said) -> tuple[Passage, ...]:
    """Give what is said of groups that a member is in."""
    if not member.region:
        return ()
    above = told.above(member.region)
    found: list[Passage] = []
    for one in (*said.passages.get("conveys", ()), *said.passages.get("carriesOut", ())):
        group = told.groups.get(one.who)
        if group is None or group.region not in above or told.levels[member.region] not in group.levels:
            continue
        if not member.meant or not group.function or member.meant == group.function:
            found.append(one)
    return tuple(found)
