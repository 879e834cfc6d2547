"""Region codes and topic names in, what the reference gazetteers say of them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from graphkit.rdf.engine import stated_twice, written_term
from graphkit.rdf.iris import graph_iri, region_iri, topic_iri
from graphkit.rdf.literals import iri, label
from graphkit.settings import resource
from graphkit.terms import gk, rdf, rdfs, skos


@dataclass(frozen=True, slots=True)
class RegionRow:
    """One division of data/gazetteers/regions.tsv."""

    code: str
    name: str
    short: str
    level: str
    parent: str
    is_current: bool


def reference_lines(regions: Iterable[str], topics: Iterable[str], *, base: str) -> Iterator[bytes]:
    """State the regions used, their ancestors and the siblings of each, and the topics used, as N-Quads lines.

    In the reference graph and the default graph; codes that the gazetteers do not have are left to
    the documents; a topic of the user's own lexicon has its name. ontology/topics.ttl has the scheme.
    """
    graph = f"<{graph_iri('reference', base)}>"
    for row in described_regions(regions):
        yield from _stated(region_iri(row.code, base), _region(row, base), graph)
    parents = _topic_parents()
    used = set(topics)
    for name in sorted(used):
        parent = parents.get(name, "")
        parent = parent if parent in used else ""
        yield from _stated(topic_iri(name, base), _topic(name, parent, base), graph)


def described_regions(codes: Iterable[str]) -> list[RegionRow]:
    """Give the rows of the regions used, their ancestors, and the current siblings of each."""
    rows = _regions()
    named: dict[str, RegionRow] = {}
    for code in codes:
        row = rows.get(code)
        while row is not None and row.code not in named:
            named[row.code] = row
            row = rows.get(row.parent)
    parents = {row.parent for row in named.values() if row.parent}
    siblings = {row.code: row for row in rows.values() if row.parent in parents and row.is_current}
    return [row for _, row in sorted((named | siblings).items())]


def level_of(code: str) -> str:
    """Give the level of a division, "" for a code that the gazetteers do not have."""
    row = _regions().get(code)
    return row.level if row is not None else ""


def ancestors_of(code: str) -> list[str]:
    """Give the codes of the divisions above one, the nearest first."""
    rows, found = _regions(), list[str]()
    row = rows.get(code)
    while row is not None and row.parent:
        found.append(row.parent)
        row = rows.get(row.parent)
    return found


def divisions_of(code: str) -> list[RegionRow]:
    """Give the current divisions right below one, by their codes."""
    return _divisions().get(code, [])


def current_regions() -> Iterator[RegionRow]:
    """Iterate over all current divisions."""
    return (row for row in _regions().values() if row.is_current)


def child_of(code: str) -> str:
    """Give the first current division right below one, "" where there is none."""
    return next((row.code for row in divisions_of(code)), "")


def _stated(subject: str, pairs: Iterable[tuple[str, str]], graph: str) -> Iterator[bytes]:
    written = written_term(iri(subject))
    for predicate, value in pairs:
        yield from stated_twice(written, predicate, value, graph)


def _region(row: RegionRow, base: str) -> Iterator[tuple[str, str]]:
    """Iterate over properties and values, these as N-Quads writes them."""
    name = written_term(label(row.name))
    yield rdf.type, f"<{gk.Region}>"
    yield skos.prefLabel, name
    yield rdfs.label, name
    if row.short and row.short != row.name:
        yield skos.altLabel, written_term(label(row.short))
    yield gk.regionCode, f'"{row.code}"'
    yield gk.regionLevel, f'"{row.level}"'
    if row.parent:
        yield gk.within, f"<{region_iri(row.parent, base)}>"


def _topic(name: str, parent: str, base: str) -> Iterator[tuple[str, str]]:
    written = written_term(label(name))
    yield rdf.type, f"<{gk.Topic}>"
    yield skos.prefLabel, written
    yield rdfs.label, written
    if parent:
        yield skos.broader, written_term(iri(topic_iri(parent, base)))


@cache
def _regions() -> Mapping[str, RegionRow]:
    """Load the divisions by code; a code that is in use again is the current one's."""
    rows: dict[str, RegionRow] = {}
    for table in ("gazetteers/regions.tsv", "gazetteers/regions_abolished.tsv"):
        for line in resource(table).read_text("utf-8").splitlines()[1:]:
            code, name, short, level, parent, status, *_ = line.split("\t")
            rows.setdefault(code, RegionRow(code, name, short, level, parent, status == "current"))
    return rows


@cache
def _divisions() -> Mapping[str, list[RegionRow]]:
    """Gather the current divisions by the one above."""
    found: dict[str, list[RegionRow]] = defaultdict(list)
    for row in sorted(current_regions(), key=lambda row: row.code):
        found[row.parent].append(row)
    return dict(found)


@cache
def _topic_parents() -> Mapping[str, str]:
    """Load the topics, each with the one above it."""
    lines = resource("gazetteers/topics.tsv").read_text("utf-8").splitlines()[1:]
    return {topic: parent for topic, parent, *_ in (line.split("\t") for line in lines)}
