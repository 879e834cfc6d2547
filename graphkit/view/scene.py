"""All that a picture needs: a dataset and a wish go in, things with places, links with facts and passages come out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from graphkit.dataset import Dataset
from graphkit.errors import GraphkitError
from graphkit.network import project_dataset
from graphkit.network.bands import Band, banded
from graphkit.network.layers import layered
from graphkit.network.layout import Box, Positions, added, spring
from graphkit.network.measures import degrees, neighbourhood, paths_between
from graphkit.network.outline import outlined
from graphkit.network.words import Words, kind_words
from graphkit.view.details import Point, Stated, points_of, stated_of
from graphkit.view.folding import Folded, Link, Manner, fold
from graphkit.view.labels import box_of, plain, spelling
from graphkit.view.namesakes import noted_lines, notes_of
from graphkit.view.opening import opening_of
from graphkit.view.quotes import FileOf, Passage, Passages, TextOf
from graphkit.view.sources import Source, Sources
from graphkit.view.views import VIEWS, View, group_of, links_of

LIMIT = 10_000
"""Things of a page: a canvas answers a drag of so many in a tenth of a second (measured, docs/views.md)."""
STAGE = (960.0, 830.0)
"""The stage of a page in a window of 1600 x 950, less a margin."""
SPARE_STEPS = 1
"""By how many steps a path may be longer than the shortest to be in the page, where readers can ask for it."""
QUOTES = 8
"""Passages kept of each fact."""


class TooLargeError(GraphkitError):
    """Raised when a picture would have more things than a page can move."""

    def __init__(self, count: int, limit: int) -> None:
        """Keep the count and the limit."""
        super().__init__(
            f"{count} 个节点超过 {limit}，请选一个视图或用 --focus 名称 缩小范围 / "
            f"{count} nodes are more than {limit}; choose a view or narrow it with --focus NAME"
        )
        self.count = count
        self.limit = limit


class NothingToShowError(GraphkitError):
    """Raised when a view of a dataset is empty."""

    def __init__(self, title: Words, *, of_differences: bool = False) -> None:
        """Keep what was wanted; where no difference is shown, the two sides are the same."""
        told = (
            "两次构建相同，没有写出网页 / the two builds are the same, no page was written"
            if of_differences
            else "数据集中没有这样的关系，试试 graphkit view all / nothing to show; try graphkit view all"
        )
        super().__init__(f"{title[0]}：{told}")
        self.title = title


@dataclass(frozen=True, slots=True)
class SceneFact:
    """What one link says: words, modality, numbers of its passages, how many there are; `via` names the point.

    `predicate` is the IRI that joins the two in the dataset, "" where something between them was folded.
    """

    property: str
    predicate: str
    words: Words
    modality: str
    passages: tuple[int, ...]
    count: int
    via: str


@dataclass(frozen=True, slots=True)
class SceneLink:
    """A line of the picture, from one thing's number to another's."""

    source: int
    target: int
    manner: Manner
    is_main: bool
    facts: tuple[SceneFact, ...]
    change: str = ""


@dataclass(frozen=True, slots=True)
class SceneNode:
    """A thing of the picture, and what the panel tells of it; it `stands_for` so many things of the dataset."""

    iri: str
    group: str
    kind: Words
    label: str
    lines: tuple[str, ...]
    names: tuple[str, ...]
    spellings: tuple[str, ...]
    size: float
    x: float
    y: float
    at_first: bool
    date: str
    values: tuple[Stated, ...]
    points: tuple[Point, ...]
    documents: tuple[int, ...]
    change: str = ""
    stands_for: int = 1


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: its title, things, links, passages and documents; `focus` and `paths` hold numbers of things.

    Of `paths` those are shown that are up to `longer` steps longer than the shortest; `notes` tell things of one
    name apart, by their numbers; `opens` is the number of the document whose text the page shows at first; `bands`
    are years, where time goes from left to right.
    """

    name: str
    title: Words
    nodes: tuple[SceneNode, ...]
    links: tuple[SceneLink, ...]
    passages: tuple[Passage, ...]
    documents: tuple[Source, ...] = ()
    main: tuple[str, ...] = ()
    focus: int | None = None
    paths: tuple[tuple[int, ...], ...] = ()
    longer: int = 0
    opens: int | None = None
    notes: Mapping[int, str] = field(default_factory=dict)
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What a picture is to show: a view, the surroundings of one thing, the paths between two, or a document's own.

    Things are named by their IRIs; paths may be `longer` steps longer than the shortest.
    """

    view: str = "responses"
    focus: str = ""
    depth: int = 1
    path: tuple[str, str] | None = None
    longer: int = 0
    document: str = ""


def scene_of(dataset: Dataset, wish: Wish | None = None) -> Scene:
    """Give the scene of a wish.

    Raises TooLargeError above LIMIT things, NothingToShowError where there are none.
    """
    return scene_in(fold(project_dataset(dataset)), wish or Wish(), dataset.text, file_of=file_of(dataset))


def file_of(dataset: Dataset) -> FileOf:
    """Give what tells the names of a dataset's files."""
    return lambda digits: next((path.name for path in sorted(dataset.files(digits))), "")


def scene_in(folded: Folded, wish: Wish, text_of: TextOf, *, file_of: FileOf = lambda _: "") -> Scene:
    """Give the scene of a wish within what is drawn of a dataset, sentences taken from its texts."""
    view = VIEWS[wish.view]
    title = _title(view, folded, wish)
    links, paths = _links(view, folded, wish)
    things = sorted({end for link in links for end in (link.source, link.target)} | {wish.focus} - {""})
    if not things:
        raise NothingToShowError(title, of_differences=view.name == "differences")
    if len(things) > LIMIT:
        raise TooLargeError(len(things), LIMIT)
    notes = notes_of(folded.network, things)
    sizes = _sizes(things, links)
    looks = {iri: _Look(folded, iri, sizes[iri], notes.get(iri, "")) for iri in things}
    boxes = {iri: look.box for iri, look in looks.items()}
    on_paths = {iri for path in paths if len(path) <= len(paths[0]) + wish.longer for iri in path}
    places, first, bands = _places(view, folded, links, boxes, wish=wish, on_paths=on_paths)
    number = {iri: index for index, iri in enumerate(things)}
    sources = Sources(folded.network, cache(text_of), file_of)
    opens = sources.number(wish.document) if wish.document else None
    passages = Passages(folded.network, cache(text_of), sources)
    nodes = tuple(
        _node(folded, looks[iri], places[iri], passages, sources=sources, at_first=iri in first) for iri in things
    )
    drawn = tuple(_link(view, link, number, folded=folded, passages=passages) for link in links)
    return Scene(
        name="path" if wish.path else "focus" if wish.focus else "document" if wish.document else view.name,
        title=title,
        nodes=nodes,
        links=drawn,
        passages=tuple(passages.found),
        documents=tuple(sources.found(number | _standing(folded, number))),
        main=view.main,
        focus=number.get(wish.focus),
        paths=tuple(tuple(number[iri] for iri in path) for path in paths),
        longer=wish.longer,
        opens=opens,
        notes={number[iri]: note for iri, note in notes.items()},
        bands=bands,
    )


def _standing(folded: Folded, number: Mapping[str, int]) -> dict[str, int]:
    """Give the numbers of what stands in the picture for things that are not drawn."""
    return {iri: number[first] for iri, first in folded.standing.items() if first in number}


class _Look:
    """How a thing stands in the picture, with the note that tells it from others of its name."""

    def __init__(self, folded: Folded, iri: str, size: float, note: str) -> None:
        self.node = folded.nodes[iri]
        self.group = group_of(folded, iri)
        self.size = size
        self.lines = noted_lines(self.node.label, note)
        self.box: Box = box_of(self.lines, size, badge=iri in folded.points)


def _title(view: View, folded: Folded, wish: Wish) -> Words:
    if wish.path:
        start, end = (plain(folded.nodes[iri].label) for iri in wish.path)
        return f"{start}与{end}的联系", f"From {start} to {end}"
    if wish.focus:
        name = plain(folded.nodes[wish.focus].label)
        return f"{name}的关系", f"Around {name}"
    if wish.document:
        name = plain(folded.network.nodes[wish.document].label)
        return f"{name}：原文与事实", f"{name}: text and facts"
    return view.zh, view.en


def _links(view: View, folded: Folded, wish: Wish) -> tuple[list[Link], list[list[str]]]:
    """Give the links of a wish, and the paths where paths are wished."""
    links = links_of(view, folded)
    pairs = [(link.source, link.target) for link in links]
    if wish.path:
        # what is only alike connects nothing: two people of one name would join two provinces
        firm = [(link.source, link.target) for link in links if link.manner != "doubtful"]
        paths = paths_between(firm, *wish.path, longer=max(wish.longer, SPARE_STEPS))
        steps = {frozenset(step) for path in paths for step in pairwise(path)}
        return [link for link in links if frozenset((link.source, link.target)) in steps], paths
    if wish.document:
        return [link for link in links if _is_read_in(folded, link, wish.document)], []
    if wish.focus:
        near = neighbourhood(pairs, wish.focus, wish.depth)
        return [link for link in links if link.source in near and link.target in near], []
    return links, []


def _is_read_in(folded: Folded, link: Link, document: str) -> bool:
    """Tell whether a link has a fact that is read in a document, or joins two things that it mentions."""
    readings = folded.network.readings
    read = [readings[one].document for fact in link.facts for one in fact.readings if one in readings]
    if read:
        return document in read
    return all(document in folded.mentions(end) for end in (link.source, link.target))


def _sizes(things: list[str], links: list[Link]) -> dict[str, float]:
    """Give radii that grow with the root of the number of neighbours, up to a limit."""
    counted = degrees(things, [(link.source, link.target) for link in links])
    return {iri: round(6 + min(12.0, 2.0 * math.sqrt(counted[iri])), 1) for iri in things}


def _places(
    view: View, folded: Folded, links: list[Link], boxes: Mapping[str, Box], *, wish: Wish, on_paths: set[str]
) -> tuple[Positions, set[str], tuple[Band, ...]]:
    """Give a place to every thing, the things of the opening picture, and bands of years where time is drawn."""
    width, height = STAGE
    first = on_paths or opening_of(view, folded, links, boxes, stage=width * height, focus=wish.focus)
    first |= ({wish.focus} - {""}) or (set() if first else set(sorted(boxes)[:1]))
    if view.is_layered and not (wish.focus or wish.path):
        dates = {iri: _date(folded, iri) for iri in sorted(boxes)}
        if any(dates[iri] for iri in first):
            places, bands = banded(boxes, first, dates, _ordered(view, links), stage=STAGE)
            return places, first, bands
    shown = {iri: boxes[iri] for iri in sorted(first)}
    inside = [link for link in links if link.source in first and link.target in first]
    if wish.path:
        steps = [(link.source, link.target) for link in inside]
        order = neighbourhood(steps, wish.path[0], len(steps) + 1)
        forward = [pair if order[pair[0]] <= order[pair[1]] else pair[::-1] for pair in steps]
        places = layered(shown, forward, width=width, height=height, first=wish.path[0])
    elif view.is_layered and not wish.focus:
        places = layered(shown, _ordered(view, inside), width=width, height=height)
    elif view.upward and not wish.focus:
        by_name = {iri: shown[iri] for iri in sorted(shown, key=lambda iri: (folded.nodes[iri].label, iri))}
        places = outlined(by_name, _parents(view, inside), width=width, height=height)
    else:
        places = spring(shown, [(link.source, link.target) for link in inside], width=width, height=height)
    pairs = [(link.source, link.target) for link in links]
    return added(places, boxes, pairs, width=width, height=height), first, ()


def _date(folded: Folded, iri: str) -> str:
    node = folded.nodes[iri]
    return plain(node.value("heldOn") or node.value("issued"))


def _parents(view: View, links: list[Link]) -> dict[str, str]:
    """Give what each thing stands under: what it belongs to in the nearest way."""
    ranked = sorted(
        (view.upward.index(fact.property), link.source, link.target)
        for link in links
        for fact in link.facts
        if fact.property in view.upward
    )
    found: dict[str, str] = {}
    for _, source, target in ranked:
        found.setdefault(source, target)
    return found


def _ordered(view: View, links: Iterable[Link]) -> list[tuple[str, str]]:
    """Give the links that tell what stands before what, each from that one; what may be the same is neither."""
    return [_forward(view, link) for link in links if link.manner != "doubtful"]


def _forward(view: View, link: Link) -> tuple[str, str]:
    """Give a link from what stands first: a policy builds on an older one, an office lies in a region."""
    is_backward = any(fact.property in view.backward for fact in link.facts)
    return (link.target, link.source) if is_backward else (link.source, link.target)


def _node(
    folded: Folded, look: _Look, place: tuple[float, float], passages: Passages, *, sources: Sources, at_first: bool
) -> SceneNode:
    node = look.node
    documents = folded.mentions(node.iri)
    return SceneNode(
        iri=node.iri,
        group=look.group,
        kind=kind_words(node.kind),
        label=plain(node.label),
        lines=look.lines,
        names=tuple(dict.fromkeys(map(plain, node.names[1:]))),
        spellings=tuple(dict.fromkeys(spelling(name) for name in node.names)),
        size=look.size,
        x=place[0],
        y=place[1],
        at_first=at_first,
        date=_date(folded, node.iri),
        values=stated_of(folded, node, passages),
        points=points_of(folded, node.iri, passages),
        documents=tuple(sources.number(one) for one in documents if one in folded.network.nodes),
        change=folded.changes.get(node.iri, ""),
        stands_for=len(folded.standing_for(node.iri)),
    )


def _link(view: View, link: Link, number: Mapping[str, int], *, folded: Folded, passages: Passages) -> SceneLink:
    facts = tuple(
        SceneFact(
            property=fact.property,
            predicate=fact.predicate,
            words=(plain(fact.words[0]), plain(fact.words[1])),
            modality=fact.modality,
            passages=passages.numbers(fact.readings, most=QUOTES),
            count=len(fact.readings),
            via=plain(folded.network.nodes[fact.via].label) if fact.via else "",
        )
        for fact in link.facts
    )
    return SceneLink(
        source=number[link.source],
        target=number[link.target],
        manner=link.manner,
        is_main=view.is_main(link) or bool(link.change),
        facts=facts,
        change=link.change,
    )
