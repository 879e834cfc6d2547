"""What happened when: a dataset goes in, meetings, policies and responses with dates and days elapsed come out."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import NamedTuple

from graphkit.dataset import Dataset
from graphkit.network import Edge, Network, Node, project_dataset
from graphkit.network.words import Words, kind_words
from graphkit.view.kinds import GROUP_OF
from graphkit.view.labels import plain
from graphkit.view.quotes import Passage, Passages
from graphkit.view.scene import QUOTES, NothingToShowError, file_of
from graphkit.view.sheets import SheetTooLargeError
from graphkit.view.sources import Source, Sources

TITLE: Words = ("会议、政策与响应的时间轴", "Meetings, policies and responses in time")
LIMIT = 2000
"""Things of a page."""
AIMS: dict[str, str] = {"didNotRespondTo": "absent", "conveys": "collectively"}
"""Statements of bodies and groups that are no responses of their own, with what the page calls them."""


class When(NamedTuple):
    """A time as the text gives it: first and last day as ISO dates, "" and "" where none is told.

    `is_latest` says that only the day is known on which it was reported: it was then or before.
    """

    start: str = ""
    end: str = ""
    written: str = ""
    is_latest: bool = False


@dataclass(frozen=True, slots=True)
class Aim:
    """What an event takes up, by its number, and the days from its last day, None where a day is missing."""

    target: int
    days: int | None


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting, policy or response; `manner` tells responses, stated absences and groups apart."""

    group: str
    manner: str
    kind: Words
    label: str
    when: When
    bodies: tuple[str, ...]
    aims: tuple[Aim, ...]
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All events by date, undated ones last, with the number of documents read."""

    name: str
    title: Words
    documents: int
    events: tuple[Event, ...]
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...] = ()


class _Draft(NamedTuple):
    """An event before things have numbers: `iri` is what others aim at."""

    iri: str
    group: str
    manner: str
    kind: Words
    label: str
    when: When
    bodies: tuple[str, ...]
    aims: tuple[str, ...]
    readings: tuple[str, ...]


def chronicle_of(dataset: Dataset, *, focus: str = "") -> Chronicle:
    """Give the chronicle of a dataset, or of one meeting, policy or campaign (an IRI) and what took it up.

    Raises NothingToShowError and SheetTooLargeError.
    """
    network = project_dataset(dataset)
    text_of = cache(dataset.text)
    sources = Sources(network, text_of, file_of(dataset))
    chronicle = chronicle_in(network, Passages(network, text_of, sources), focus=focus)
    return replace(chronicle, sources=tuple(sources.found({})))


def chronicle_in(network: Network, passages: Passages, *, focus: str = "") -> Chronicle:
    """Give the chronicle of a network, sentences numbered by `passages`."""
    drafts = [one for one in _drafts(network) if not focus or focus in {one.iri, *one.aims}]
    if not drafts:
        raise NothingToShowError(TITLE)
    if len(drafts) > LIMIT:
        raise SheetTooLargeError(len(drafts), LIMIT)
    drafts.sort(key=lambda one: (one.when.start or "9999", one.when.end, one.group, one.label, one.iri))
    numbers = {one.iri: number for number, one in enumerate(drafts) if one.iri}
    events = tuple(_event(one, drafts, numbers, passages) for one in drafts)
    documents = sum(GROUP_OF.get(node.kind) == "Document" for node in network.nodes.values())
    return Chronicle("timeline", TITLE, documents, events, tuple(passages.found))


def when_of(first: str, last: str = "", *, is_latest: bool = False) -> When:
    """Give the days that one or two dates as precise as the text stand for: 2023-05 is all of May."""
    start, end = _days(first), _days(last or first)
    if start is None or end is None:
        return When()
    written = f"{first}/{last}" if last and last != first else first
    return When(start[0].isoformat(), end[1].isoformat(), written, is_latest)


def days_between(target: When, later: When) -> int | None:
    """Give the days from the end of one time to another; None unless both are known to the day, and in this order."""
    is_exact = target.start and later.start and later.start == later.end and not target.is_latest
    if not is_exact or len(target.written.split("/")[-1]) < len("2023-05-19"):
        return None
    days = (date.fromisoformat(later.start) - date.fromisoformat(target.end)).days
    return days if days >= 0 else None


def _event(draft: _Draft, drafts: list[_Draft], numbers: dict[str, int], passages: Passages) -> Event:
    found = (numbers[aim] for aim in draft.aims if aim in numbers)
    is_deed = draft.manner != AIMS["didNotRespondTo"]  # no days pass until nothing is done
    aims = tuple(Aim(number, days_between(drafts[number].when, draft.when) if is_deed else None) for number in found)
    cited = passages.numbers(draft.readings, most=QUOTES)
    return Event(draft.group, draft.manner, draft.kind, draft.label, draft.when, draft.bodies, aims, cited)


def _drafts(network: Network) -> Iterator[_Draft]:
    """Iterate over meetings, policies, what was done about them, and campaigns that something was done about."""
    conveyed: dict[str, list[Edge]] = defaultdict(list)
    issuers: dict[str, list[str]] = defaultdict(list)
    aimed_at = {edge.target for edge in network.edges if edge.name in {"respondsTo", *AIMS}}
    for edge in network.edges:
        if edge.name == "conveys":
            conveyed[edge.source].append(edge)
        elif edge.name == "issues":
            issuers[edge.target].append(edge.source)
    for iri, node in network.nodes.items():
        group = GROUP_OF.get(node.kind)
        if group in {"Meeting", "Policy"} or (group == "Campaign" and iri in aimed_at):
            yield _thing(network, node, conveyed[iri], issuers[iri])
        elif node.kind == "Response":
            yield from _response(network, node)
    yield from _told_of_bodies(network)


def _thing(network: Network, node: Node, conveyed: list[Edge], issuers: list[str]) -> _Draft:
    held = [edge.target for edge in network.edges_from(node.iri) if edge.name == "heldBy"]
    aims = tuple(edge.target for edge in conveyed if _reported(network, edge.readings))
    dated = [one for one in node.values if one.property in {"heldOn", "issued"}]
    cited = [reading for one in dated for reading in one.readings if reading in network.readings]
    named = [reading for edge in network.edges_from(node.iri) for reading in edge.readings]
    return _Draft(
        iri=node.iri,
        group=GROUP_OF[node.kind],
        manner="",
        kind=kind_words(node.kind),
        label=plain(node.label),
        when=when_of(node.value("heldOn") or node.value("issued"), node.value("heldUntil")),
        bodies=_labels(network, [*held, *issuers]),
        aims=aims,
        readings=tuple(dict.fromkeys(cited or named)),
    )


def _response(network: Network, node: Node) -> Iterator[_Draft]:
    edges = network.edges_from(node.iri)
    who = [edge.target for edge in edges if edge.name == "respondent"]
    aims = [edge for edge in edges if edge.name == "respondsTo"]
    readings = _reported(network, (one for edge in aims for one in edge.readings))
    if not who or not aims or not readings:
        return
    own = when_of(node.value("notBefore") or node.value("notAfter"), node.value("notAfter"))
    when = own if own.start else _reported_on(network, readings)
    label = _labels(network, who)
    yield _Draft(
        node.iri, "Response", "responded", kind_words("Response"), label[0], when, label,
        tuple(edge.target for edge in aims), readings,
    )  # fmt: skip


def _told_of_bodies(network: Network) -> Iterator[_Draft]:
    """Iterate over what bodies are said not to have done, and what groups are said to have."""
    for edge in network.edges:
        source = network.nodes[edge.source]
        is_told = edge.name == "didNotRespondTo" or (edge.name == "conveys" and source.kind == "AgencyGroup")
        readings = _reported(network, edge.readings) if is_told else ()
        if readings:
            yield _Draft(
                iri="",
                group="Response",
                manner=AIMS[edge.name],
                kind=kind_words(source.kind),
                label=plain(source.label),
                when=_reported_on(network, readings),
                bodies=(plain(source.label),),
                aims=(edge.target,),
                readings=readings,
            )


def _reported(network: Network, readings: Iterable[str]) -> tuple[str, ...]:
    """Give the readings that tell of something done, each once."""
    known = (one for one in dict.fromkeys(readings) if one in network.readings)
    return tuple(one for one in known if network.readings[one].modality == "Reported")


def _reported_on(network: Network, readings: tuple[str, ...]) -> When:
    """Give the day of the first document that reports something."""
    days = (network.issued(network.readings[one].document) for one in readings)
    return when_of(min((one for one in days if one), default=""), is_latest=True)


def _labels(network: Network, iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain(network.nodes[one].label) for one in iris))


def _days(written: str) -> tuple[date, date] | None:
    """Give first and last day of an ISO date, month or year."""
    try:
        parts = [int(one) for one in written.split("-")]
        first = date(*[*parts, 1, 1][:3])
    except ValueError:
        return None
    if len(parts) == 1:
        return first, date(first.year, 12, 31)
    if len(parts) == 2:  # noqa: PLR2004 - year and month
        return first, date(first.year, first.month, monthrange(first.year, first.month)[1])
    return first, first
