"""Statements of readings in, the responses that they make out: one decision takes a response whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graphkit.model.tables import Statement
from graphkit.terms import gk, rdf


def with_responses(meant: Iterable[Statement], read: Iterable[Statement]) -> Iterator[Statement]:
    """Iterate over some statements, and over what cannot be right without them in the same reading.

    A response is its class, its respondent, its target and the short form of these (gk:respondedTo): with one of
    them goes the whole; of several targets only the one that is meant.
    """
    wanted = list(meant)
    yield from wanted
    graphs = {one.graph for one in wanted}
    for response in _responses_in(one for one in read if one.graph in graphs):
        yield from response.fallen(set(wanted))


class _Response:
    """What one reading states of one response, by target."""

    def __init__(self) -> None:
        self.own: list[Statement] = []
        self.by_target: dict[str, list[Statement]] = defaultdict(list)

    def fallen(self, rejected: set[Statement]) -> Iterator[Statement]:
        """Iterate over what goes when some statements are rejected."""
        is_whole = not rejected.isdisjoint(self.own)
        gone = {target for target, some in self.by_target.items() if is_whole or not rejected.isdisjoint(some)}
        for target in sorted(gone):
            yield from self.by_target[target]
        if len(gone) == len(self.by_target) and gone:
            yield from self.own


def _responses_in(read: Iterable[Statement]) -> Iterator[_Response]:
    found: dict[tuple[str | None, str], _Response] = defaultdict(_Response)
    short: dict[tuple[str | None, str, str], Statement] = {}
    respondents: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for one in read:
        key, value = (one.graph, one.subject), one.object.value
        if one.predicate == gk.respondsTo:
            found[key].by_target[value].append(one)
        elif one.predicate == gk.respondent:
            found[key].own.append(one)
            respondents[key].add(value)
        elif one.predicate == rdf.type and value == gk.Response:
            found[key].own.append(one)
        elif one.predicate == gk.respondedTo:
            short[one.graph, one.subject, value] = one
    for (graph, name), response in sorted(found.items(), key=lambda each: (each[0][0] or "", each[0][1])):
        for target, some in response.by_target.items():
            some += [
                short[graph, who, target] for who in sorted(respondents[graph, name]) if (graph, who, target) in short
            ]
        yield response
