"""What a name may mean goes in; how much is stated of each, and what tells namesakes apart, come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.model.tables import Term
from graphkit.query.entity import Questions, name_of, post_name, rows_of
from graphkit.query.names import Candidate
from graphkit.terms import org

STATED = """SELECT ?thing (COUNT(*) AS ?count) WHERE {
  { ?thing ?property ?value } UNION { ?value ?property ?thing } } GROUP BY ?thing"""
IN_POST = f"SELECT ?thing ?post ?agency WHERE {{ ?thing <{org.holds}> ?post . ?post <{org.postIn}> ?agency }}"
BODIES = "SELECT DISTINCT ?thing ?body WHERE { ?thing gk:heldBy|gk:issues|org:postIn|dcterms:publisher ?body }"
HEARD_IN = """SELECT DISTINCT ?thing ?whole WHERE {
  { ?part gk:mentions|gk:reports ?thing } UNION { ?thing dcterms:isPartOf ?part }
  OPTIONAL { ?part dcterms:isPartOf ?up } BIND(COALESCE(?up, ?part) AS ?whole) }"""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate, the statements about it, and what tells it from namesakes (its post, body or document)."""

    candidate: Candidate
    facts: int
    apart: str = ""


def ranked(dataset: Questions, candidates: Sequence[Candidate]) -> list[Ranked]:
    """Give the candidates, those of which most is stated first; namesakes with what tells them apart."""
    named = Counter(one.label for one in candidates)
    known: dict[str, str] = {}
    found = [
        Ranked(one, _facts(dataset, one.iri), _apart(dataset, one.iri, known) if named[one.label] > 1 else "")
        for one in candidates
    ]
    return sorted(found, key=lambda one: (-one.facts, one.candidate.label, one.candidate.iri))


def _facts(dataset: Questions, iri: str) -> int:
    return sum(int(row["count"].value) for row in rows_of(dataset, STATED, thing=Term("iri", iri)))


def _apart(dataset: Questions, iri: str, known: dict[str, str]) -> str:
    thing = Term("iri", iri)
    posts = {row["post"].value for row in rows_of(dataset, IN_POST, thing=thing)}
    if posts:
        return "；".join(sorted(post_name(dataset, post, known) for post in posts))
    for query, variable in ((BODIES, "body"), (HEARD_IN, "whole")):
        names = sorted({name_of(dataset, row[variable].value, known) for row in rows_of(dataset, query, thing=thing)})
        if names:
            return names[0]
    return ""
