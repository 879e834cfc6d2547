"""What is asked about in, the divisions of a universe that no document brought into the dataset out, as SPARQL.

A dataset describes the regions that its documents tell of, with the siblings of each. Where it has no division of a
universe, the gazetteer lists them: every county of a city that no text has named yet is one that was not heard of.
"""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.dataset.reference import ancestors_of, divisions_of
from graphkit.dataset.universes import universe_told
from graphkit.model.tables import Term
from graphkit.query.entity import Questions, rows_of
from graphkit.rdf.engine import written_term
from graphkit.rdf.literals import integer, iri, label, text

UNIVERSE, TARGET = "within", "meeting"
"""The parameters that are a universe, or have one: the region of the body that held or issued it."""

_HOMES = """SELECT DISTINCT ?meeting ?region {
  { ?meeting gk:heldBy/gk:jurisdiction ?region } UNION { ?body gk:issues ?meeting ; gk:jurisdiction ?region } }"""
_PUBLISHERS = """SELECT DISTINCT ?meeting ?called ?region { ?piece gk:mentions ?meeting .
  ?meeting skos:prefLabel ?called FILTER(!STRSTARTS(STR(?called), "全国"))
  OPTIONAL { ?piece dcterms:isPartOf ?bound } BIND(COALESCE(?bound, ?piece) AS ?paper)
  ?paper dcterms:publisher/org:subOrganizationOf*/gk:jurisdiction ?region }"""
MEMBERS = "?region gk:within+ ?whole ; gk:regionLevel ?levelOf"
"""What questions ask of the regions that a group is made of."""
_KNOWN = "SELECT DISTINCT ?region { ?division gk:within ?region }"


def divisions_fragments(dataset: Questions, chosen: Mapping[str, str]) -> dict[str, str]:
    """Give the fragments that list divisions, by what marks their places; `chosen` are the IRIs of parameters.

    None where the dataset has divisions of every universe.
    """
    universes = _universes(dataset, chosen)
    if all(any(rows_of(dataset, _KNOWN, region=iri(one))) for one in universes if divisions_of(_code(one))):
        return {}
    listed, placed = list[str](), list[str]()
    for universe in universes:
        divisions = divisions_of(_code(universe))
        for row in divisions:
            region = iri(_beside(universe, row.code))
            size = integer(len(divisions))
            listed.append(_row(iri(universe), region, label(row.name), text(row.code), size))
            placed += (_row(iri(_beside(universe, one)), region, text(row.level)) for one in ancestors_of(row.code))
    return {
        "divisions of ?universe": _values("?universe ?region ?regionName ?regionCode ?listed", listed),
        "divisions of ?top": _values("?top ?region ?itsLevel", placed),
        MEMBERS: _values("?whole ?region ?levelOf", placed),
    }


def _universes(dataset: Questions, chosen: Mapping[str, str]) -> list[str]:
    """Give the universe that was chosen, or those that a target has."""
    if UNIVERSE in chosen or TARGET not in chosen:
        return [chosen[UNIVERSE]] if UNIVERSE in chosen else []
    found = {row["region"].value for row in rows_of(dataset, _HOMES, meeting=iri(chosen[TARGET]))}
    if found:
        return sorted(found)
    rows = list(rows_of(dataset, _PUBLISHERS, meeting=iri(chosen[TARGET])))
    whole = universe_told({row["region"].value for row in rows}, rows[0]["called"].value) if rows else None
    return [whole] if whole is not None else []


def _code(region: str) -> str:
    return region.rpartition("/")[2]


def _beside(region: str, code: str) -> str:
    """Give the IRI of another region."""
    return f"{region.rpartition('/')[0]}/{code}"


def _row(*terms: Term) -> str:
    return f"({' '.join(map(written_term, terms))})"


def _values(variables: str, rows: list[str]) -> str:
    return f"VALUES ({variables}) {{ {' '.join(rows)} }}"
