"""Handles of all documents in, which IRIs are one thing out (vocabulary.md, IRIs): the link stage.

Equal keys have merged already, since they are the same IRI. What is left is a meeting that one
document dates and another does not, or dates without its holder, and a policy that one document
numbers or dates and another only names. The result is a function of all handles together, whatever
the order of the documents; where two things fit, none is chosen.
"""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import NamedTuple

from graphkit.dataset.entries import Entry
from graphkit.dataset.spill import Row, Spill, SpilledMap
from graphkit.model.handles import Handle
from graphkit.model.tables import Statement
from graphkit.rdf.iris import graph_iri
from graphkit.rdf.literals import iri
from graphkit.terms import gk

RECENT = 366
"""Days within which a meeting is still spoken of by its bare name: yearly ones keep theirs."""

SAME_ROUND = 183
"""Days within which two documents that do not date a meeting of one name speak of the same."""


_LATE = "11"
"""The month from which a meeting of a year may be held in the year before."""

_TEXT, _NAMED = 0, (2, 4, 3)
"""The columns of what is told by which a text's handles come together, and those of one kind, scope and name."""


class Told(NamedTuple):
    """A handle and the text hash of the document that has it."""

    text: str
    handle: Handle


@dataclass(frozen=True, slots=True)
class Merges:
    """`everywhere` maps an IRI that lost to the one that stands for it; `by_text` those of one document only."""

    everywhere: MutableMapping[str, str] = field(default_factory=dict)
    by_text: MutableMapping[str, dict[str, str]] = field(default_factory=dict)

    def standing(self, thing: str) -> str:
        """Give the IRI that stands for a thing."""
        return self.everywhere.get(thing, thing)

    def of(self, text: str) -> Mapping[str, str]:
        """Give what is to be replaced in one document."""
        own = self.by_text.get(text)
        if own is None:
            return self.everywhere
        return ChainMap({old: self.everywhere.get(new, new) for old, new in own.items()}, self.everywhere)


def merges_of(told: Iterable[Told]) -> Merges:
    """Link the meetings and policies of all documents."""
    merges = Merges(SpilledMap(), SpilledMap())
    spilled = Spill(1 + len(Handle._fields), ((one.text, *one.handle) for one in told))
    carried = _carried(_told(spilled.sorted_by(_TEXT)))
    for text, handle in _told(spilled.sorted_by(_TEXT)) if carried else ():
        inner = carried.get(_number_and_name(handle))
        if inner is not None and inner != handle.thing:
            merges.by_text[text] = merges.by_text.get(text, {}) | {handle.thing: inner}
    is_told_apart = bool(merges.by_text)
    by_name = _told(spilled.sorted_by(*_NAMED))
    for (kind, _, _), group in groupby(by_name, key=lambda one: (one.handle.kind, one.handle.scope, one.handle.name)):
        handles = [
            one.handle for one in group if not is_told_apart or one.handle.thing not in merges.by_text.get(one.text, {})
        ]
        merges.everywhere.update(_meetings(handles) if kind == "meeting" else _policies(handles))
    return merges


def _told(rows: Iterable[Row]) -> Iterator[Told]:
    return (Told(str(row[0]), Handle(*row[1:])) for row in rows)  # type: ignore[arg-type]


def names_any(entry: Entry, replaced: Mapping[str, str]) -> bool:
    """Tell whether a document names a thing that is replaced: each has a label there, and most documents name none."""
    return bool(replaced) and (
        any(one.iri in replaced for one in entry.labels) or any(one.thing in replaced for one in entry.handles)
    )


def merged_lines(lines: Iterable[bytes], replaced: Mapping[str, str]) -> Iterator[bytes]:
    """Iterate over canonical N-Quads lines with subjects and objects replaced; literals and graphs stay."""
    if not replaced:
        yield from lines
        return
    # An IRI of a document stands in many of its lines.
    standing = _Standing(replaced)
    for line in lines:
        if not line:
            continue
        subject, predicate, rest = line.split(b" ", 2)
        if rest.startswith(b"<"):
            value, tail = rest.split(b" ", 1)
            rest = standing[value] + b" " + tail
        yield b" ".join((standing[subject], predicate, rest))


class _Standing(dict[bytes, bytes]):
    """IRIs as lines write them, each with the one that stands for it; looked up once."""

    def __init__(self, replaced: Mapping[str, str]) -> None:
        """Take what is replaced."""
        super().__init__()
        self._replaced = replaced

    def __missing__(self, written: bytes) -> bytes:
        """Look up an IRI that comes for the first time."""
        kept = self._replaced.get(written[1:-1].decode())
        standing = self[written] = written if kept is None else f"<{kept}>".encode()
        return standing


def link_statements(merges: Merges, base: str) -> Iterator[Statement]:
    """State in the graph of links which IRI stands for one that lost."""
    graph = graph_iri("links", base)
    for old, new in merges.everywhere.items():
        yield Statement(old, gk.mergedInto, iri(new), graph)


def _carried(told: Iterable[Told]) -> Mapping[str, str]:
    """Map number and title of a policy to its IRI, where the notice that carries it bears the number; texts in order.

    《某办法》（某发〔2024〕2号）means the measures, although the number is that of 关于印发《某办法》的通知.
    """
    found: SpilledMap[str] = SpilledMap()
    for _, of_text in groupby(told, key=lambda one: one.text):
        handles = [one.handle for one in of_text if one.handle.kind == "policy"]
        for notice in (one for one in handles if one.number):
            for inner in handles:
                if not inner.number and _carries(notice.name, inner.name):
                    key = f"{notice.number}\n{inner.name}"
                    found[key] = min(found.get(key, inner.thing), inner.thing)
    return found


def _carries(notice: str, inner: str) -> bool:
    """Tell whether a title is that of the notice that issues another: 关于印发某办法的通知."""
    before, found, after = notice.partition(inner)
    return bool(found) and before.endswith(("印发", "发布", "公布", "颁发", "颁布", "转发")) and after.startswith("的")


def _number_and_name(handle: Handle) -> str:
    return f"{handle.number}\n{handle.name}" if handle.kind == "policy" and handle.number else ""


def _meetings(group: list[Handle]) -> dict[str, str]:
    """Link the meetings of one name: those of one day first, then what is not dated to the day that fits."""
    merged = _of_one_day(group)
    dated = {merged.get(one.thing, one.thing): one for one in group if one.date}
    undated = sorted((one for one in group if not one.date and one.spoken), key=lambda one: (one.spoken, one.thing))
    left: list[Handle] = []
    for one in undated:
        fitting = [thing for thing, other in dated.items() if _fits(one, other)]
        if len(fitting) == 1:
            merged[one.thing] = fitting[0]
        elif not fitting:
            left.append(one)
    first: Handle | None = None
    for one in left:
        if first is not None and _of_one_round(first, one):
            merged[one.thing] = first.thing
        else:
            first = one
    return {old: new for old, new in merged.items() if old != new}


def _of_one_day(group: list[Handle]) -> dict[str, str]:
    """Link what is held on one day, where only some documents name the holder."""
    merged: dict[str, str] = {}
    days: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in group:
        if one.date:
            days[one.date][one.holder].add(one.thing)
    for holders in days.values():
        held = [holder for holder in holders if holder]
        if len(held) <= 1:
            things = sorted({thing for same in holders.values() for thing in same})
            kept = min(holders[held[0]]) if held else things[0]
            merged.update({thing: kept for thing in things if thing != kept})
    return merged


def _fits(undated: Handle, dated: Handle) -> bool:
    """Tell whether a meeting was held not long before a document that does not date it."""
    days = days_between(dated.date, undated.spoken)
    return 0 <= days <= RECENT and _agree(undated.holder, dated.holder) and _is_of_year(undated.number, dated.date)


def _is_of_year(year: str, day: str) -> bool:
    """Tell whether a meeting that a name counts by its year was held then, or in the last weeks before."""
    return not year or day[:4] == year or (day[:4].isdigit() and int(day[:4]) + 1 == int(year) and day[5:7] >= _LATE)


def _of_one_round(first: Handle, later: Handle) -> bool:
    """Tell whether two documents that do not date a meeting speak of it in one round."""
    days = days_between(first.spoken, later.spoken)
    return days <= SAME_ROUND and _agree(first.holder, later.holder) and _agree(first.number, later.number)


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _policies(group: list[Handle]) -> dict[str, str]:
    """Link the policies of one title: a title without number and year means the only version that is told."""
    versions: dict[str, set[str]] = defaultdict(set)
    for one in group:
        versions[year_of(one)].add(one.thing)
    merged: dict[str, str] = {}
    years = [year for year in versions if year]
    for year in years:
        numbered = {one.thing for one in group if year_of(one) == year and one.number}
        if len(numbered) <= 1:
            kept = min(numbered or versions[year])
            merged.update({thing: kept for thing in versions[year] if thing != kept})
    standing = {merged.get(thing, thing) for year in years for thing in versions[year]}
    if len(standing) == 1:
        (kept,) = standing
        merged.update({thing: kept for thing in versions[""] if thing != kept})
    return merged


def year_of(handle: Handle) -> str:
    """Give the year of a policy: of its number, else of its signature."""
    inside = handle.number.partition("〔")[2][:4]
    return inside if inside.isdigit() else handle.date[:4]


def days_between(earlier: str, later: str) -> int:
    """Count the days between two ISO dates; what is not known of them is taken as far apart as it can be."""
    last, first = f"{later}{'-12-28'[len(later) - 4 :]}", f"{earlier}{'-01-01'[len(earlier) - 4 :]}"
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
