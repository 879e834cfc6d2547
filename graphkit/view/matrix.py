"""Who took up what: a dataset goes in, places × meetings with one of four values in each cell come out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graphkit.dataset import Coverage, CoverageValue, Dataset
from graphkit.dataset.covered import CoveredPlace, coverage_in
from graphkit.dataset.told import Passage as Said
from graphkit.dataset.told import Told
from graphkit.errors import GraphkitError
from graphkit.network import Network, project_dataset
from graphkit.network.words import Words, kind_words
from graphkit.view.kinds import GROUP_OF
from graphkit.view.labels import plain
from graphkit.view.namesakes import notes_of, titled
from graphkit.view.quotes import Passage, Passages
from graphkit.view.scene import QUOTES, NothingToShowError, file_of
from graphkit.view.sheets import SheetTooLargeError
from graphkit.view.sources import Source, Sources

TITLE: Words = ("会议与政策响应一览", "Who took up which meeting and policy")
LIMIT = 20_000
"""Cells of a page."""
TARGETS = frozenset({"Meeting", "Policy", "Campaign"})
"""Groups of classes that can be taken up."""
CODES: dict[CoverageValue, str] = {
    CoverageValue.RESPONDED: "responded",
    CoverageValue.COLLECTIVELY: "collectively",
    CoverageValue.NOT_REPORTED: "unreported",
    CoverageValue.STATED_ABSENT: "absent",
}
"""What the page calls the four values."""


MadeOf = Literal["", "divisions", "group", "recipients"]


class NobodyToAskError(NothingToShowError):
    """Raised when a thing was asked about by name, and neither who should respond is known nor who did."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        GraphkitError.__init__(
            self,
            f"“{name}”由谁主办或印发没有写明，原文也没有说到谁响应，列不出名单；"
            "请用 --within 写明范围：地区、机构群体或文件（主送单位） / "
            "no text tells who held or issued it, nor who responded; "
            "name a universe with --within: a region, a group or a document (those it is sent to)",
        )
        self.title = TITLE


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that can be taken up, its name like no other's; `telling` counts documents that its values rest on."""

    label: str
    kind: Words
    date: str
    holders: tuple[str, ...]
    telling: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: whose, with the numbers of its passages, of those that say otherwise, and how many there are."""

    value: str
    offices: tuple[str, ...]
    passages: tuple[int, ...]
    against: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A place or a body, and what it did about each target of a block; None where it is not asked about."""

    label: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One universe: its members × the targets asked about in it; bodies outside it stand apart and are not counted.

    Members are the `divisions` right below a region, the regions of a `group` or the `recipients` of a document.
    """

    universe: str
    made_of: MadeOf
    targets: tuple[int, ...]
    members: tuple[Row, ...]
    outside: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """All universes, what is asked about, and the number of documents that were read.

    A block without universe holds targets of which no text tells whom they are for: bodies that are said
    to have taken them up, and nobody who is not; `within` is the universe that was wished and has no members.
    """

    name: str
    title: Words
    documents: int
    targets: tuple[Target, ...]
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...] = ()
    within: str = ""


def matrix_of(dataset: Dataset, *, universe: str = "", focus: str = "") -> Matrix:
    """Give the matrix of a dataset; `universe` and `focus`, a target, are IRIs.

    Without a universe each target is asked about in the region of the body that held or issued it.
    Raises NothingToShowError and SheetTooLargeError.
    """
    network = project_dataset(dataset)
    text_of = cache(dataset.text)
    sources = Sources(network, text_of, file_of(dataset))
    making = _Making(network, Told(dataset.store, dataset.base), Passages(network, text_of, sources), sources)
    wanted = [focus] if focus else targets_in(network)
    asked = (coverage_in(making.told, one, universe) for one in wanted)
    return making.matrix(asked, universe=universe, is_named=bool(focus))


def targets_in(network: Network) -> list[str]:
    """Give what somebody took up, or is said not to have, by date and name, undated ones last."""
    said = {"respondedTo", "didNotRespondTo", "conveys", "carriesOut"}
    found = {edge.target for edge in network.edges if edge.name in said}
    kept = [iri for iri in found if GROUP_OF.get(network.nodes[iri].kind) in TARGETS]
    return sorted(kept, key=lambda iri: (date_of(network, iri) or "9999", network.nodes[iri].label, iri))


def date_of(network: Network, iri: str) -> str:
    """Give the day of a meeting or the date of a policy, "" where no text tells."""
    node = network.nodes[iri]
    return node.value("heldOn") or node.value("issued")


@dataclass(frozen=True, slots=True)
class _Making:
    """A matrix in the making: where names, values and sentences come from."""

    network: Network
    told: Told
    passages: Passages
    sources: Sources

    def matrix(self, asked: Iterable[Coverage], *, universe: str, is_named: bool) -> Matrix:
        """Give the matrix of some answers; what nobody took up is left out, unless it was asked for by name.

        `universe` is the one that was wished, "" for none.
        """
        answers = [(one, self._outside(one)) for one in asked]
        taken_up = [(one, outside) for one, outside in answers if outside or _said_of(one) or (is_named and one.places)]
        if not taken_up:
            raise NobodyToAskError(plain(answers[0][0].label)) if is_named else NothingToShowError(TITLE)
        cells = sum(len(one.places) + len(outside) for one, outside in taken_up)
        if cells > LIMIT:
            raise SheetTooLargeError(cells, LIMIT)
        by_universe: dict[str, list[int]] = defaultdict(list)
        for number, (one, _) in enumerate(taken_up):
            by_universe[one.universe if one.places else ""].append(number)
        for numbers in by_universe.values():
            numbers.sort(key=lambda number: _said_of(taken_up[number][0]) == 0)
        said = {one: sum(_said_of(taken_up[number][0]) for number in numbers) for one, numbers in by_universe.items()}
        # universes of which something is told, then what has none, then those of which nothing is
        known = sorted(by_universe, key=lambda one: (2 * (said[one] == 0) - (not one), -said[one], one))
        return Matrix(
            name="coverage",
            title=TITLE,
            documents=taken_up[0][0].documents,
            targets=self._targets([one for one, _ in taken_up]),
            blocks=tuple(self._block(taken_up, by_universe[one]) for one in known),
            passages=tuple(self.passages.found),
            sources=tuple(self.sources.found({})),
            within=next((plain(one.universe_label) for one, _ in taken_up if universe and not one.places), ""),
        )

    def _targets(self, asked: Sequence[Coverage]) -> tuple[Target, ...]:
        notes = notes_of(self.network, {one.target for one in asked})
        return tuple(self._target(one, notes.get(one.target, "")) for one in asked)

    def _target(self, asked: Coverage, note: str) -> Target:
        holders = [edge.target for edge in self.network.edges_from(asked.target) if edge.name == "heldBy"]
        holders += [one.source for one in self.network.edges if one.target == asked.target and one.name == "issues"]
        return Target(
            label=titled(plain(asked.label), note),
            kind=kind_words(self.network.nodes[asked.target].kind),
            date=date_of(self.network, asked.target),
            holders=tuple(dict.fromkeys(plain(self.network.nodes[one].label) for one in holders)),
            telling=asked.telling,
        )

    def _block(self, taken_up: list[tuple[Coverage, dict[str, Cell]]], numbers: list[int]) -> Block:
        rows: dict[tuple[str, str], dict[int, Cell]] = defaultdict(dict)
        apart: dict[str, dict[int, Cell]] = defaultdict(dict)
        for number in numbers:
            asked, outside = taken_up[number]
            for place in asked.places:
                rows[place.region, plain(place.label)][number] = self._cell(place)
            for who, cell in outside.items():
                apart[who][number] = cell
        first, _ = taken_up[numbers[0]]
        notes = notes_of(self.network, apart)
        return Block(
            universe=plain(first.universe_label) if first.places else "",
            made_of=self._made_of(first.universe) if first.places else "",
            targets=tuple(numbers),
            members=tuple(_row(label, cells, numbers) for (_, label), cells in rows.items()),
            outside=tuple(
                _row(titled(self.told.label(who), notes.get(who, "")), apart[who], numbers)
                for who in sorted(apart, key=self._by_name)
            ),
        )

    def _made_of(self, universe: str) -> MadeOf:
        if universe in self.told.groups:
            return "group"
        return "divisions" if universe in self.told.levels else "recipients"

    def _by_name(self, iri: str) -> tuple[str, str]:
        return self.told.label(iri), iri

    def _cell(self, place: CoveredPlace) -> Cell:
        offices = tuple(dict.fromkeys(plain(one.label) for one in place.offices))
        return self._made(place.value, offices, place.evidence, place.against)

    def _made(
        self, value: CoverageValue, offices: tuple[str, ...], evidence: Iterable[Said], against: Iterable[Said] = ()
    ) -> Cell:
        every = list(dict.fromkeys(one.reading for one in evidence))
        otherwise = list(dict.fromkeys(one.reading for one in against))
        numbers = (self.passages.numbers(every, most=QUOTES), self.passages.numbers(otherwise, most=QUOTES))
        return Cell(CODES[value], offices, *numbers, len(every))

    def _outside(self, asked: Coverage) -> dict[str, Cell]:
        """Give what is said of bodies that are no members, and of groups where nothing tells the members."""
        inside = {office.iri for place in asked.places for office in place.offices}
        said = self.told.passages(asked.target)
        responded, absent = (self._by_body(said[name], inside) for name in ("respondedTo", "didNotRespondTo"))
        groups = {} if asked.places else self._of_groups([*said["conveys"], *said["carriesOut"]])
        found: dict[str, Cell] = {}
        for who in sorted({*responded, *absent, *groups}):
            own = responded.get(who) or absent.get(who) or groups[who]
            value = (
                CoverageValue.RESPONDED
                if who in responded
                else CoverageValue.STATED_ABSENT
                if who in absent
                else CoverageValue.COLLECTIVELY
            )
            found[who] = self._made(value, (), own, absent.get(who, ()) if who in responded else ())
        return found

    def _by_body(self, said: Iterable[Said], inside: set[str]) -> dict[str, list[Said]]:
        found: dict[str, list[Said]] = defaultdict(list)
        for one in said:
            if not inside.intersection(self.told.home_of(one.who)):
                found[one.who].append(one)
        return found

    def _of_groups(self, said: Iterable[Said]) -> dict[str, list[Said]]:
        found: dict[str, list[Said]] = defaultdict(list)
        for one in said:
            node = self.network.nodes.get(one.who)
            if node is not None and node.kind == "AgencyGroup":
                found[one.who].append(one)
        return found


def _said_of(asked: Coverage) -> int:
    """Count the members that a text tells something of."""
    return sum(place.value is not CoverageValue.NOT_REPORTED for place in asked.places)


def _row(label: str, cells: dict[int, Cell], numbers: list[int]) -> Row:
    return Row(plain(label), tuple(cells.get(number) for number in numbers))


def cells_in(matrix: Matrix) -> Iterator[Cell]:
    """Iterate over the cells of all universes, of their members and of bodies outside."""
    rows = (row for block in matrix.blocks for row in (*block.members, *block.outside))
    return (cell for row in rows for cell in row.cells if cell is not None)
