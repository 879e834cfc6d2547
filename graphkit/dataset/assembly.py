"""Journalled documents and people's judgements in, the lines of a generation out: the link stage as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from graphkit.dataset.alike.bodies import LEAST_NAME
from graphkit.dataset.alike.everything import alike_things
from graphkit.dataset.alike.pairs import pair_statements
from graphkit.dataset.corrections import Corrected, correct
from graphkit.dataset.coverage import Group, groups_in, member_regions, membership_statements, offices_in, told_of
from graphkit.dataset.entries import Entry
from graphkit.dataset.journal import Journal
from graphkit.dataset.judgement_files import Judgements
from graphkit.dataset.linking import Labels
from graphkit.dataset.mentioned import Mentioned
from graphkit.dataset.merging import Told, link_statements, merged_lines, merges_of, names_any
from graphkit.dataset.namings import Namings
from graphkit.dataset.reference import described_regions, reference_lines
from graphkit.dataset.rejected import rejected_statements
from graphkit.dataset.spill import Again, Spill
from graphkit.dataset.verdicts import Settled, decided_of, settle, verdict_statements
from graphkit.model.handles import Handle
from graphkit.model.judgements import Judgement
from graphkit.model.tables import Statement
from graphkit.rdf.engine import nquads_in
from graphkit.rdf.iris import region_iri
from graphkit.terms import gk

_PAGE = f" <{gk.page}> ".encode()


@dataclass(frozen=True, slots=True)
class Assembly:
    """What a generation is made of, judgements followed; `unused` tells why others could not be."""

    journal: Journal
    base: str
    settled: Settled
    corrected: Corrected
    unused: Mapping[Judgement, str]

    def lines(self) -> Iterator[bytes]:
        """Iterate over the lines of all documents, then of what is said over documents."""
        return chain.from_iterable(self._parts())

    def _parts(self) -> Iterator[Iterable[bytes]]:
        merges = self.settled.merges
        over = _Over(self.base)
        paged = ""
        for read in self.journal.entries():
            entry = self.corrected.entries.get(read.text_sha256, read)
            replaced = merges.of(entry.text_sha256)
            if not names_any(entry, replaced):
                replaced = {}
            over.take(entry, replaced)
            lines = entry.lines
            if entry.text_sha256 == paged:
                # The same text on other pages: a reading has one page, that of the first.
                lines = [line for line in lines if _PAGE not in line]
            elif _PAGE in entry.nquads:
                paged = entry.text_sha256
            yield merged_lines(lines, replaced) if replaced else lines
        over.rename({merges.standing(thing): name for thing, name in sorted(self.corrected.names.items())})
        yield from over.parts()
        yield self._rejected_lines()
        yield nquads_in(link_statements(merges, self.base))
        yield nquads_in(verdict_statements(self.settled.decided, self.base))
        yield nquads_in(over.pairs(self.settled.apart()))

    def _rejected_lines(self) -> Iterator[bytes]:
        for one in self.corrected.rejected:
            lines = nquads_in(rejected_statements(one, self.base))
            yield from merged_lines(lines, self.settled.merges.of(one.text_sha256))


def assemble(journal: Journal, judgements: Judgements, base: str) -> Assembly:
    """Link all documents and follow the judgements."""
    mentioned = Mentioned(journal, base)
    settled, corrected = _settled(journal, judgements, mentioned, {}, base=base), Corrected()
    if judgements.corrections:
        # What a correction names is found among things as merged before it, what is rejected links nothing.
        corrected = correct(journal, judgements.corrections, mentioned, settled.merges, base=base)
        mentioned = Mentioned(journal, base, corrected.entries.values())
        settled = _settled(journal, judgements, mentioned, corrected.entries, base=base)
    return Assembly(journal, base, settled, corrected, {**settled.unused, **corrected.unused})


def _settled(
    journal: Journal, judgements: Judgements, mentioned: Mentioned, entries: Mapping[str, Entry], *, base: str
) -> Settled:
    """Link all documents, some of them as corrected, and follow the judgements of pairs."""
    read = (Told(*one) for one in journal.handles() if one[0] not in entries)
    told = chain(read, (Told(text, handle) for text, entry in entries.items() for handle in entry.handles))
    decided, stale = decided_of(judgements.pairs, mentioned)
    settled = settle(merges_of(told), decided, base)
    return replace(settled, unused={**stale, **settled.unused})


class _Over:
    """Gathers from each document what is said over all of them, beyond what memory would hold."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._labels = Labels()
        self._regions: set[str] = set()
        self._topics: set[str] = set()
        self._handles = Spill(len(Handle._fields))
        self._told_in = Namings()
        self._groups: dict[str, Group] = {}

    def take(self, entry: Entry, replaced: Mapping[str, str]) -> None:
        """Take one document, of which some IRIs are replaced."""
        labels, handles = entry.labels, entry.handles
        if replaced:
            labels = tuple(one._replace(iri=replaced.get(one.iri, one.iri)) for one in labels)
            handles = tuple(one._replace(thing=replaced.get(one.thing, one.thing)) for one in handles)
        self._labels.propose(labels)
        self._regions.update(entry.regions)
        self._topics.update(entry.topics)
        self._groups.update((one.iri, one) for one in groups_in(told_of(entry.nquads, self._base), self._base))
        for handle in handles:
            self._handles.add(handle)
        agencies = f"{self._base}agency/"
        for read, one in zip(entry.labels, labels, strict=True):
            if read.iri.startswith(agencies) and len(read.iri.rpartition("/")[2]) >= LEAST_NAME:
                self._told_in.add(one.iri, entry.text_sha256)

    def rename(self, names: Mapping[str, str]) -> None:
        """Take names that people gave."""
        self._labels.rename(names)

    def parts(self) -> Iterator[Iterable[bytes]]:
        """Iterate over the lines of names, and of what the reference says of regions and topics."""
        groups = [one for _, one in sorted(self._groups.items())]
        regions = sorted(self._regions | member_regions(groups))
        official = frozenset(region_iri(row.code, self._base) for row in described_regions(regions))
        yield self._labels.lines(official=official, base=self._base)
        yield reference_lines(regions, self._topics, base=self._base)
        yield nquads_in(membership_statements(groups, offices_in(self._told_in, self._base), self._base))

    def pairs(self, apart: frozenset[frozenset[str]]) -> Iterator[Statement]:
        """State what is possibly the same."""
        things = Again(self._labels.things)
        handles = Again(lambda: (Handle(*row) for row in self._handles.sorted_by()))  # type: ignore[arg-type]
        found = alike_things(things, handles, self._told_in, apart=apart, base=self._base)
        yield from pair_statements(found, self._base)
