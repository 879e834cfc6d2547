"""Which things a name may mean: a name as typed goes in, candidates come out, the closest kind of match only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from graphkit.dataset.search_words import holds_in_order, name_key
from graphkit.model.tables import Term
from graphkit.normalise.pinyin import is_spelt, is_spelt_within, is_typed_pinyin
from graphkit.query.entity import Questions, name_of, rows_of
from graphkit.terms import BASE, GK, PREFIXES, gk

LABELLED = "SELECT DISTINCT ?thing ?name WHERE { ?thing skos:prefLabel|skos:altLabel ?name }"
CLASSES = "SELECT DISTINCT ?thing ?class WHERE { ?thing a ?class }"
STATED = "SELECT ?thing ?property WHERE { ?thing ?property ?value } LIMIT 1"

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_NO_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


SHORTEST_ABBREVIATION = 4
"""Characters that a name must have to be found with others between them."""

_TITLE = 12
"""Characters from which words are the beginning of a title rather than what several things are called by."""

FULL_NAME = range(5, 41)
"""Characters of a name that may be the full name of an office."""

OFFICES = frozenset({gk.Agency, gk.RegionalOffice})
"""Classes of what has such a name."""

How = Literal["iri", "name", "form", "key", "part", "order", "pinyin"]
"""How a name matched: as IRI or name, but for form, by place and function, as a part, in order, by pinyin."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a name may mean, the name of it that matched, and how."""

    iri: str
    label: str
    matched: str
    classes: tuple[str, ...]
    how: How = "name"


def candidates_for(dataset: Questions, name: str, *, kind: str | None = None) -> list[Candidate]:
    """Give the things that `name` may mean, in order of label and IRI; `kind` keeps those of one gk: class.

    An IRI (whole or with a known prefix) means itself. Else exact labels and aliases, else equal but
    for white space, width and quotes, else the office of the place and function that the name
    tells, else those that contain the name, else those that have its characters in this order, else
    those that are spelt so in pinyin.
    """
    return candidates_of(dataset, name, None if kind is None else frozenset({GK + kind}))


def candidates_of(dataset: Questions, name: str, classes: frozenset[str] | None) -> list[Candidate]:
    """Give the things of some of these classes that `name` may mean (see candidates_for)."""
    iri = _as_iri(name)
    if iri is not None:
        return _kept(dataset, {iri: iri} if _is_stated(dataset, iri) else {}, classes, "iri")
    exact = [row["thing"].value for row in rows_of(dataset, LABELLED, name=Term("literal", name, language="zh"))]
    found = _kept(dataset, dict.fromkeys(exact, name), classes, "name")
    if found:
        return found
    names_of = cache(partial(names_like, dataset))
    for how, matches in _looser(name):
        names = names_of("" if how == "pinyin" else name)
        office = _office(dataset, name) if how == "part" and (classes is None or classes & OFFICES) else {}
        if office and (found := _kept(dataset, office, classes, "key")):
            return found
        found = _kept(dataset, {thing: called for thing, called in reversed(names) if matches(called)}, classes, how)
        if found:
            return _beginning(found, name) if how == "part" else found
    return []


def _beginning(found: list[Candidate], name: str) -> list[Candidate]:
    """Give the only one whose name begins so, of a long name's; the notice that relays a paper holds its title, too."""
    wanted = name_key(name)
    opening = [one for one in found if name_key(one.matched).startswith(wanted)]
    return opening if len(wanted) >= _TITLE and len({one.iri for one in opening}) == 1 else found


def _office(dataset: Questions, name: str) -> dict[str, str]:
    """Give the office that has this full name, with the name, where the dataset knows it by others only."""
    if len(name_key(name)) not in FULL_NAME or name.isascii():
        return {}
    from graphkit.query.keyed import iri_by_key

    iri = iri_by_key(name, getattr(dataset, "base", BASE))
    return {iri: name} if iri is not None and _is_stated(dataset, iri) else {}


def names_like(dataset: Questions, typed: str) -> list[tuple[str, str]]:
    """Give IRI and name, sorted, of whatever is called something with these characters in their order.

    Others may be given, too; all for an empty text. The search index tells them; all are asked for where there is none.
    """
    look_up = getattr(dataset, "names_like", None)
    found: list[tuple[str, str]] | None = None if look_up is None else look_up(typed)
    if found is not None:
        return found
    return sorted((row["thing"].value, row["name"].value) for row in rows_of(dataset, LABELLED))


def _looser(name: str) -> Iterator[tuple[How, Callable[[str], bool]]]:
    """Iterate over the ways to match a name that is not written exactly, the closest first."""
    wanted = name_key(name)
    if not wanted:
        return
    yield "form", lambda called: name_key(called) == wanted
    yield "part", lambda called: wanted in name_key(called)
    if len(wanted) >= SHORTEST_ABBREVIATION:
        yield "order", lambda called: holds_in_order(name_key(called), wanted)
    if is_typed_pinyin(name):
        yield "pinyin", lambda called: is_spelt(name, name_key(called))
        yield "pinyin", lambda called: is_spelt_within(name, name_key(called))


def _as_iri(name: str) -> str | None:
    bare = name.removeprefix("<").removesuffix(">")
    if _NO_IRI.search(bare):
        return None
    if _SCHEME.match(bare):
        return bare
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else None


def _is_stated(dataset: Questions, iri: str) -> bool:
    return any(True for _ in rows_of(dataset, STATED, thing=Term("iri", iri)))


def _kept(dataset: Questions, matches: dict[str, str], wanted: frozenset[str] | None, how: How) -> list[Candidate]:
    known: dict[str, str] = {}
    candidates = [
        Candidate(iri, name_of(dataset, iri, known), matched, classes, how)
        for iri, matched in matches.items()
        for classes in [classes_of(dataset, iri)]
        if wanted is None or wanted & set(classes)
    ]
    return sorted(candidates, key=lambda one: (one.label, one.iri))


def classes_of(dataset: Questions, iri: str) -> tuple[str, ...]:
    """Give the classes of a thing, in order."""
    return tuple(sorted(row["class"].value for row in rows_of(dataset, CLASSES, thing=Term("iri", iri))))
