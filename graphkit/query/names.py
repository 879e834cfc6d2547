"""Which things a name may mean: a name as typed goes in, candidates come out, the closest kind of match only."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from graphkit.model.tables import Term
from graphkit.query.entity import Questions, name_of, rows_of
from graphkit.terms import GK, PREFIXES

LABELLED = "SELECT DISTINCT ?thing ?name WHERE { ?thing skos:prefLabel|skos:altLabel ?name }"
CLASSES = "SELECT DISTINCT ?thing ?class WHERE { ?thing a ?class }"
STATED = "SELECT ?thing ?property WHERE { ?thing ?property ?value } LIMIT 1"

_DROPPED = re.compile(r"[\s《》〈〉“”‘’\"'「」*]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a name may mean, and the name of it that matched."""

    iri: str
    label: str
    matched: str
    classes: tuple[str, ...]


def candidates_for(dataset: Questions, name: str, *, kind: str | None = None) -> list[Candidate]:
    """Give the things that `name` may mean, in order of label and IRI; `kind` keeps those of one gk: class.

    An IRI (whole or with a known prefix) means itself. Else exact labels and aliases, else equal but
    for white space, width and quotes, else those that contain the name.
    """
    iri = _as_iri(name)
    if iri is not None:
        return _kept(dataset, {iri: iri} if _is_stated(dataset, iri) else {}, kind)
    exact = [row["thing"].value for row in rows_of(dataset, LABELLED, name=Term("literal", name, language="zh"))]
    found = _kept(dataset, dict.fromkeys(exact, name), kind)
    if found:
        return found
    names = [(row["thing"].value, row["name"].value) for row in rows_of(dataset, LABELLED)]
    wanted = name_key(name)
    if not wanted:
        return []
    equal = {thing: called for thing, called in sorted(names) if name_key(called) == wanted}
    part = {thing: called for thing, called in sorted(names, reverse=True) if wanted in name_key(called)}
    return _kept(dataset, equal, kind) or _kept(dataset, part, kind)


def name_key(name: str) -> str:
    """Give a name without white space, quotes and case, full-width forms folded."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", name)).casefold()


def _as_iri(name: str) -> str | None:
    bare = name.removeprefix("<").removesuffix(">")
    if _SCHEME.match(bare):
        return bare
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else None


def _is_stated(dataset: Questions, iri: str) -> bool:
    return any(True for _ in rows_of(dataset, STATED, thing=Term("iri", iri)))


def _kept(dataset: Questions, matches: dict[str, str], kind: str | None) -> list[Candidate]:
    known: dict[str, str] = {}
    candidates = [
        Candidate(iri, name_of(dataset, iri, known), matched, _classes(dataset, iri))
        for iri, matched in matches.items()
    ]
    wanted = [one for one in candidates if kind is None or GK + kind in one.classes]
    return sorted(wanted, key=lambda one: (one.label, one.iri))


def _classes(dataset: Questions, iri: str) -> tuple[str, ...]:
    return tuple(sorted(row["class"].value for row in rows_of(dataset, CLASSES, thing=Term("iri", iri))))
