"""Two things in, why they are one, two or possibly one out: keys, merges, judgements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graphkit.dataset.alike.pairs import key_of
from graphkit.model.tables import Term
from graphkit.query.entity import Questions, rows_of
from graphkit.query.names import candidates_for
from graphkit.query.pairs import VERDICTS, Pair, possible_pairs

MERGED = "SELECT DISTINCT ?old ?new WHERE { GRAPH ?links { ?old gk:mergedInto ?new } }"
JUDGED = (
    "SELECT DISTINCT ?pair ?a ?b WHERE { GRAPH ?links { ?pair gk:verdict ?verdict } GRAPH ?pair { ?a ?relation ?b } }"
)

RENAMED = "SELECT DISTINCT ?old ?new WHERE { ?old gk:renamedTo ?new }"

RENAMED_IN = "SELECT DISTINCT ?old ?new ?reading WHERE { GRAPH ?reading { ?old gk:renamedTo ?new } }"

Relation = Literal["one", "two", "possibly one"]


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody judged of two things, as documents call them."""

    a: str
    b: str
    verdict: str
    who: str = ""
    why: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How two IRIs stand to each other.

    `merged` are IRIs that the things lost to theirs, each with the one that stands, `keys` the parts of
    the keys in which they differ, `pair` what is possibly the same, `judged` what people said, `renamed`
    the old and the new agency where documents say that one became the other.
    """

    a: str
    b: str
    relation: Relation
    merged: tuple[tuple[str, str], ...]
    keys: tuple[str, str]
    pair: Pair | None
    judged: tuple[Said, ...]
    renamed: tuple[str, str] | None = None


def told_in(dataset: Questions, renamed: tuple[str, str]) -> list[str]:
    """Give the graphs in which one agency is said to have become another, sorted."""
    old, new = (Term("iri", one) for one in renamed)
    return sorted(row["reading"].value for row in rows_of(dataset, RENAMED_IN, old=old, new=new))


class Identities:
    """The merges and judgements of a dataset, read once."""

    def __init__(self, dataset: Questions, base: str) -> None:
        """Read them."""
        self._dataset = dataset
        self._base = base
        self.merged = {row["old"].value: row["new"].value for row in rows_of(dataset, MERGED)}
        self._renamed = [(row["old"].value, row["new"].value) for row in rows_of(dataset, RENAMED)]
        self._pairs = {frozenset((pair.a, pair.b)): pair for pair in possible_pairs(dataset)}
        said = {
            row["pair"].value: tuple(
                row[name].value if name in row else "" for name in ("verdict", "who", "why", "date")
            )
            for row in rows_of(dataset, VERDICTS)
        }
        self._said = [
            Said(row["a"].value, row["b"].value, *said[row["pair"].value]) for row in rows_of(dataset, JUDGED)
        ]

    def named(self, name: str) -> list[str]:
        """Give the IRIs that a name may mean: things that stand, and IRIs that were given up."""
        bare = name.removeprefix("<").removesuffix(">").removeprefix("gkr:")
        whole = bare if bare.startswith(self._base) else self._base + bare
        if whole in self.merged:
            return [whole]
        return [one.iri for one in candidates_for(self._dataset, whole if "/" in bare else name)]

    def explain(self, a: str, b: str) -> Explanation:
        """Tell how two IRIs stand to each other."""
        first, second = (self.merged.get(thing, thing) for thing in (a, b))
        ends = {first, second}
        judged = tuple(
            sorted(
                (one for one in self._said if {self.merged.get(one.a, one.a), self.merged.get(one.b, one.b)} == ends),
                key=lambda one: (one.date, one.a, one.b),
            )
        )
        pair = self._pairs.get(frozenset(ends))
        relation: Relation = "one" if first == second else "possibly one" if pair is not None else "two"
        merged = tuple(sorted((old, new) for old, new in self.merged.items() if new in ends))
        renamed = next((one for one in sorted(self._renamed) if set(one) == ends), None)
        return Explanation(a, b, relation, merged, self._differing(a, b), pair, judged, renamed)

    def _differing(self, a: str, b: str) -> tuple[str, str]:
        """Give the parts of two keys that are left when what they share at both ends is taken off."""
        one, other = key_of(a, self._base).segments, key_of(b, self._base).segments
        start = 0
        while start < min(len(one), len(other)) and one[start] == other[start]:
            start += 1
        end = 0
        while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
            end += 1
        return "/".join(one[start : len(one) - end]), "/".join(other[start : len(other) - end])
