"""A name or term that nothing has goes in, the nearest that there are come out, and the words that offer them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches

from graphkit.dataset.search_words import name_key
from graphkit.normalise.pinyin import is_typed_pinyin, syllables_of
from graphkit.query.entity import Questions, name_of
from graphkit.query.guard import gk_terms
from graphkit.query.names import names_like
from graphkit.terms import gk

OFFERED = 3
"""Names that are offered, at most."""
ALIKE = 0.6
"""Least likeness, of 0 to 1, of a name that is offered."""
BEHIND = 0.15
"""By how much a name may be less like what was typed than the nearest one."""
PART = 0.8
"""Likeness of a name that holds the whole of what was typed within it."""
COMPARED = 200
"""Names that are compared in full: those that share most characters with what was typed."""


def nearest_names(dataset: Questions, typed: str, is_wanted: Callable[[str], bool] = lambda _: True) -> tuple[str, ...]:
    """Give the labels of up to OFFERED things whose names look or sound most like `typed`, the nearest first.

    `is_wanted` tells of an IRI whether the thing may be offered.
    """
    wanted = name_key(typed)
    written = _letters if is_typed_pinyin(typed) else name_key
    characters = Counter(written(wanted))
    named = names_like(dataset, "")
    shared = {one: (characters & Counter(written(one[1]))).total() for one in named}
    compared = sorted(named, key=lambda one: (-shared[one], len(one[1]), one[1], one[0]))[:COMPARED]
    spelt = (written,) if written is _letters else (name_key, _syllables)
    scored = sorted((-max(_likeness(of(wanted), of(name)) for of in spelt), name, iri) for iri, name in compared)
    found: dict[str, None] = {}
    known: dict[str, str] = {}
    for score, _, iri in scored:
        if -score < max(ALIKE, -scored[0][0] - BEHIND) or len(found) == OFFERED:
            break
        if is_wanted(iri):
            found[name_of(dataset, iri, known)] = None
    return tuple(found)


def offered(names: Iterable[str]) -> tuple[str, str]:
    """Give what a message in Chinese and one in English add to offer names, or to look further where there are none."""
    quoted = [f"“{name}”" for name in names]
    if not quoted:
        return "，可用 graphkit search 在原文中找", "; graphkit search looks in the texts"
    return f"，您是不是要找{''.join(quoted)}", f"; did you mean {' '.join(quoted)}"


def unknown_terms(query: str) -> dict[str, str]:
    """Give the gk: terms of a SPARQL query that the ontology has not, each with the nearest that it has, or ""."""
    known = {name.removesuffix("_"): None for name in gk.names}
    lower = {name.casefold(): name for name in known}
    asked = (one for one in dict.fromkeys(gk_terms(query)) if one not in known)
    return {one: next((lower[near] for near in get_close_matches(one.casefold(), lower, 1)), "") for one in asked}


def _likeness(wanted: Sequence[str], name: Sequence[str]) -> float:
    """Tell how alike two spellings are, a part of the name counting nearly as much as the whole."""
    matcher = SequenceMatcher(None, wanted, name, autojunk=False)
    inside = sum(block.size for block in matcher.get_matching_blocks() if block.size > 1)
    return max(matcher.ratio(), PART * inside / max(1, len(wanted)))


def _syllables(text: str) -> tuple[str, ...]:
    """Give the first reading of each character."""
    return tuple(one[0] for one in syllables_of(name_key(text)))


def _letters(text: str) -> str:
    """Give a name as it is typed in pinyin."""
    return "".join(_syllables(text))
