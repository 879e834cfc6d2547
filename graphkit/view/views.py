"""The views that a user can ask for: which things and links each shows, and how it is laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graphkit.view.folding import Folded, Link
from graphkit.view.kinds import GROUP_OF, LOOKS

LINEAGE = frozenset({"basedOn", "amends", "repeals", "cites", "implements"})
EVERY = frozenset(LOOKS) - {"Point"}


@dataclass(frozen=True, slots=True)
class View:
    """One picture of a dataset.

    `properties` None takes all; `at_first` names the groups of the opening picture, `main` the relations
    that are drawn darker and told first, `backward` those that point to what came before, `upward` those
    that lead to a parent of an outline, the nearest first.
    """

    name: str
    zh: str
    en: str
    groups: frozenset[str]
    properties: frozenset[str] | None
    at_first: frozenset[str]
    main: tuple[str, ...]
    backward: frozenset[str] = field(default=frozenset())
    is_layered: bool = False
    upward: tuple[str, ...] = ()

    def takes(self, link: Link) -> bool:
        """Tell whether any fact of a link belongs to this view."""
        return self.properties is None or any(fact.property in self.properties for fact in link.facts)

    def is_main(self, link: Link) -> bool:
        """Tell whether any fact of a link is one of the view's main relations."""
        return any(fact.property in self.main for fact in link.facts)

    def narrowed(self, link: Link) -> Link:
        """Give a link with the facts that belong to this view only, main ones first."""
        kept = (fact for fact in link.facts if self.properties is None or fact.property in self.properties)
        ordered = sorted(kept, key=lambda fact: (bool(fact.via), fact.property not in self.main))
        return Link(link.source, link.target, tuple(ordered), link.change)


def _everything(name: str, zh: str, en: str) -> View:
    """Give a view that takes whatever there is, none of it before the rest."""
    return View(name, zh, en, EVERY, None, EVERY, main=())


VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View(
            "responses",
            "会议与政策的落实",
            "Who took up which meeting or policy",
            frozenset({"Agency", "AgencyGroup", "Meeting", "Policy", "Campaign"}),
            frozenset({"respondedTo", "didNotRespondTo", "heldBy", "conveys"}),
            frozenset({"Agency", "AgencyGroup", "Meeting", "Policy", "Campaign"}),
            main=("respondedTo", "didNotRespondTo"),
        ),
        View(
            "policies",
            "政策沿革",
            "How policies build on each other",
            frozenset({"Agency", "AgencyGroup", "Policy"}),
            LINEAGE | {"issues", "lists"},
            frozenset({"Agency", "AgencyGroup", "Policy"}),
            main=tuple(sorted(LINEAGE)),
            backward=LINEAGE,
            is_layered=True,
        ),
        View(
            "agencies",
            "机构、人员与区划",
            "Agencies, their people and places",
            frozenset({"Agency", "AgencyGroup", "Region", "Person"}),
            frozenset(
                {"subOrganizationOf", "jurisdiction", "within", "cooperatesWith", "holds", "renamedTo", "memberOf"}
            ),
            frozenset({"Agency", "AgencyGroup", "Region", "Person"}),
            main=("subOrganizationOf",),
            upward=("subOrganizationOf", "holds", "memberOf", "jurisdiction", "within"),
        ),
        View(
            "all",
            "全部关系",
            "Everything",
            EVERY,
            None,
            EVERY - {"Region", "Work"},
            main=("respondedTo", "didNotRespondTo", "issues"),
        ),
        _everything("document", "原文与事实", "Text and facts of a document"),
        _everything("differences", "两次构建的差别", "What differs between two builds"),
    )
}


def links_of(view: View, folded: Folded) -> list[Link]:
    """Give the links of a view; a region counts only where something other than a region needs it.

    Of the things that these join it is told which may be the same.
    """
    taken = [
        view.narrowed(link)
        for link in folded.links
        if view.takes(link) and all(group_of(folded, end) in view.groups for end in (link.source, link.target))
    ]
    regions = _regions_needed(folded, taken)
    kept = [link for link in taken if _needed(folded, link.source, regions) and _needed(folded, link.target, regions)]
    return kept if view.properties is None else [*kept, *_doubts(folded, kept)]


def _doubts(folded: Folded, links: Sequence[Link]) -> Iterator[Link]:
    """Iterate over the links that say no more than that two of the things drawn may be the same."""
    drawn = {end for link in links for end in (link.source, link.target)}
    return (link for link in folded.links if link.manner == "doubtful" and {link.source, link.target} <= drawn)


def group_of(folded: Folded, iri: str) -> str:
    """Give the group that a thing is drawn as."""
    return GROUP_OF[folded.nodes[iri].kind]


def _needed(folded: Folded, iri: str, regions: set[str]) -> bool:
    return group_of(folded, iri) != "Region" or iri in regions


def _regions_needed(folded: Folded, links: Iterable[Link]) -> set[str]:
    """Give the regions that something else is linked to, and those above them."""
    above = {link.source: link.target for link in links if any(fact.property == "within" for fact in link.facts)}
    found: set[str] = set()
    for link in links:
        if any(fact.property != "within" for fact in link.facts):
            for end in (link.source, link.target):
                while group_of(folded, end) == "Region" and end not in found:
                    found.add(end)
                    end = above.get(end, end)  # noqa: PLW2901 - climbs
    return found
