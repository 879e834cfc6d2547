"""A network in, what is drawn of it out: responses, posts and articles become links, points stay with their owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from graphkit.network import Edge, Network, Node
from graphkit.network.words import Words, property_words
from graphkit.terms import gk
from graphkit.view.drives import drawn_as_one, joined
from graphkit.view.kinds import GROUP_OF

OWNING = ("sets", "reportsAchievement", "provides")
FOLDED = frozenset({"respondent", "respondsTo", "holds", "postIn", "reports", "isPartOf", "hasTarget", *OWNING})
THROUGH_POINTS = frozenset({"topic", "carries", "assignedTo", "assistedBy"})
"""What a point says of further things is drawn between its owner and them."""

DENIAL, DOUBT = "didNotRespondTo", "possiblySame"

Manner = Literal["stated", "demanded", "denied", "derived", "reference", "doubtful"]
MANNERS: tuple[Manner, ...] = ("stated", "demanded", "denied", "derived", "reference", "doubtful")
"""How links are known, the firmest first: read in the text as done, as demanded or intended, as not done, told by
points of their owner, from reference data or other facts, only alike."""

Change = Literal["", "gained", "lost"]
"""What became of a thing or a link between two builds."""

STRENGTH = {"Reported": 0, "Intended": 1, "Demanded": 2}


@dataclass(frozen=True, slots=True)
class Fact:
    """What a link says: in which words, read where; `via` is the point that says it for its owner.

    `predicate` is the IRI that joins the two ends, "" where a post, an article or a point stands between.
    """

    property: str
    words: Words
    readings: tuple[str, ...]
    modality: str = "Reported"
    via: str = ""
    predicate: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """All facts from one thing to another."""

    source: str
    target: str
    facts: tuple[Fact, ...]
    change: Change = ""

    @property
    def manner(self) -> Manner:
        """Tell how it is known: the firmest of its facts."""
        return min((_manner(fact) for fact in self.facts), key=MANNERS.index)


@dataclass(frozen=True, slots=True)
class Folded:
    """Things to draw, links between them, and the points that each thing owns."""

    network: Network
    nodes: dict[str, Node]
    links: tuple[Link, ...]
    points: dict[str, tuple[Edge, ...]]
    """What each thing owns: the edges that state its points, document by document, in the order of the text."""
    changes: dict[str, Change] = field(default_factory=dict)
    """Things that only one of two builds has."""
    standing: dict[str, str] = field(default_factory=dict)
    """Things that another one stands for, each with that one."""

    def standing_for(self, iri: str) -> tuple[str, ...]:
        """Give what a thing stands for, itself first."""
        return (iri, *(one for one, first in self.standing.items() if first == iri))

    def mentions(self, iri: str) -> tuple[str, ...]:
        """Give the documents that mention a thing, or what it stands for."""
        return tuple(sorted({one for each in self.standing_for(iri) for one in self.network.mentions.get(each, ())}))


def fold(network: Network, *, is_apart: bool = False) -> Folded:
    """Give what is drawn of a network; `is_apart` keeps campaigns of one name apart."""
    folding = _Folding(network)
    papers = folding.papers()
    campaigns = {} if is_apart else drawn_as_one(network)
    standing = papers | campaigns
    drawn = {iri: node for iri, node in network.nodes.items() if node.kind in GROUP_OF and iri not in standing}
    for first in sorted(set(campaigns.values())):
        drawn[first] = joined(drawn[first], (network.nodes[one] for one in campaigns if campaigns[one] == first))
    pairs: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for stated_source, stated_target, fact in folding.facts():
        source, target = standing.get(stated_source, stated_source), standing.get(stated_target, stated_target)
        # of a paper drawn as its policy the dataset states nothing about the policy, nor of a campaign about another
        told = fact if (source, target) == (stated_source, stated_target) else replace(fact, predicate="")
        if source in drawn and target in drawn and source != target and told not in pairs[source, target]:
            pairs[source, target].append(told)
    links = tuple(Link(*pair, tuple(_merged(facts))) for pair, facts in sorted(pairs.items()) if facts)
    return Folded(network, drawn, links, folding.points(), standing=campaigns)


class _Folding:
    """The edges of a network by name, and what they say once folded."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.edges: dict[str, list[Edge]] = defaultdict(list)
        for edge in network.edges:
            self.edges[edge.name].append(edge)
        self.owners = {edge.target: self._owner(edge.source) for name in OWNING for edge in self.edges[name]}

    def facts(self) -> Iterator[tuple[str, str, Fact]]:
        """Iterate over source, target and what is said between them."""
        for name, edges in self.edges.items():
            if name not in FOLDED and name not in {"respondedTo", *THROUGH_POINTS}:
                yield from ((one.source, one.target, self._direct(one)) for one in edges)
        yield from self._responses()
        yield from self._posts()
        yield from self._reports()
        yield from self._through_points()

    def papers(self) -> dict[str, str]:
        """Give the documents that are nothing but the paper of a policy of their name, each with its policy."""
        nodes = self.network.nodes
        found = {one.source: one.target for one in self.edges["textOf"]}
        return {paper: policy for paper, policy in found.items() if nodes[paper].label == nodes[policy].label}

    def points(self) -> dict[str, tuple[Edge, ...]]:
        """Give the edges to the points of each owner, in order, each point once."""
        found: dict[str, dict[str, Edge]] = defaultdict(dict)
        for edge in (one for name in OWNING for one in self.edges[name]):
            found[self.owners[edge.target]].setdefault(edge.target, edge)
        ordered = {owner: sorted(edges.values(), key=_point_order) for owner, edges in sorted(found.items())}
        return {owner: tuple(edges) for owner, edges in ordered.items()}

    def _owner(self, source: str) -> str:
        """Give who owns a point: a response's are its respondent's."""
        return next((one.target for one in self.edges["respondent"] if one.source == source), source)

    def _fact(self, name: str, readings: Iterable[str], *, via: str = "", words: Words | None = None) -> Fact:
        every = tuple(sorted(set(readings)))
        told = [self.network.readings[one].modality for one in every]
        modality = min(told, key=lambda one: STRENGTH.get(one, 0), default="Reported")
        return Fact(name, words or property_words(name), every, modality, via)

    def _direct(self, edge: Edge) -> Fact:
        return replace(self._fact(edge.name, edge.readings), predicate=edge.predicate)

    def _responses(self) -> Iterator[tuple[str, str, Fact]]:
        respondent = {one.source: one for one in self.edges["respondent"]}
        found = {(one.source, one.target): set(one.readings) for one in self.edges["respondedTo"]}
        stated = frozenset(found)  # a response that is only demanded is none of these
        for aim in self.edges["respondsTo"]:
            if aim.source in respondent:
                office = respondent[aim.source]
                found.setdefault((office.target, aim.target), set()).update(office.readings, aim.readings)
        for (source, target), readings in sorted(found.items()):
            predicate = gk.respondedTo if (source, target) in stated else ""
            yield source, target, replace(self._fact("respondedTo", readings), predicate=predicate)

    def _posts(self) -> Iterator[tuple[str, str, Fact]]:
        home = {one.source: one for one in self.edges["postIn"]}
        for held in self.edges["holds"]:
            if held.target in home:
                label = self.network.nodes[held.target].label
                fact = self._fact("holds", held.readings or home[held.target].readings, words=(label, label))
                yield held.source, home[held.target].target, fact

    def _reports(self) -> Iterator[tuple[str, str, Fact]]:
        whole = {one.source: one.target for one in self.edges["isPartOf"]}
        for one in self.edges["reports"]:
            yield whole.get(one.source, one.source), one.target, self._fact("reports", one.readings)

    def _through_points(self) -> Iterator[tuple[str, str, Fact]]:
        for name in sorted(THROUGH_POINTS):
            for one in self.edges[name]:
                owner = self.owners.get(one.source)
                if owner:
                    yield owner, one.target, self._fact(name, one.readings, via=one.source)
                else:
                    yield one.source, one.target, self._direct(one)


def _manner(fact: Fact) -> Manner:
    if fact.property in {DENIAL, DOUBT}:
        return "denied" if fact.property == DENIAL else "doubtful"
    if fact.via or not fact.readings:
        return "derived" if fact.via else "reference"
    return "stated" if fact.modality == "Reported" else "demanded"


def _point_order(edge: Edge) -> tuple[str, int, str]:
    head, _, number = edge.target.rpartition("/")
    return head, int(number) if number.isdigit() else 0, edge.target


def _merged(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Give facts that say the same on behalf of several points one after the other, direct ones first."""
    return iter(sorted(facts, key=lambda one: (bool(one.via), STRENGTH.get(one.modality, 0), one.property, one.via)))
