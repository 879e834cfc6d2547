"""Journalled documents and people's judgements in, the lines of a generation out: the link stage as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from graphkit.dataset.alike.bodies import LEAST_NAME
from graphkit.dataset.alike.everything import alike_things
from graphkit.dataset.alike.pairs import pair_statements
from graphkit.dataset.corrections import Corrected, correct
from graphkit.dataset.coverage import coverage_of, member_regions, membership_statements, told_of
from graphkit.dataset.journal import Entry, Journal
from graphkit.dataset.judgement_files import Judgements
from graphkit.dataset.linking import REWORDED, Labels
from graphkit.dataset.mentioned import Mentioned
from graphkit.dataset.merging import Told, link_statements, merged_lines, merges_of
from graphkit.dataset.reference import described_regions, reference_statements
from graphkit.dataset.rejected import rejected_statements
from graphkit.dataset.verdicts import Settled, decided_of, settle, verdict_statements
from graphkit.model.handles import Handle
from graphkit.model.judgements import Judgement
from graphkit.model.tables import Statement
from graphkit.rdf.engine import nquads_of
from graphkit.rdf.iris import region_iri
from graphkit.rdf.things import LabelProposal
from graphkit.terms import gk

_PAGE = f" <{gk.page}> ".encode()
_LINKED = ("person", "agency", "campaign", "meeting", "policy")


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
        merges = self.settled.merges
        over = _Over(self.base)
        paged = ""
        for read in self.journal.entries():
            entry = self.corrected.entries.get(read.text_sha256, read)
            replaced = merges.of(entry.text_sha256)
            over.take(entry, replaced)
            lines = entry.lines
            if entry.text_sha256 == paged:
                # The same text on other pages: a reading has one page, that of the first.
                lines = [line for line in lines if _PAGE not in line]
            elif any(_PAGE in line for line in lines):
                paged = entry.text_sha256
            yield from merged_lines(lines, replaced)
        over.rename({merges.standing(thing): name for thing, name in sorted(self.corrected.names.items())})
        yield from nquads_of(over.statements())
        yield from self._rejected_lines()
        yield from nquads_of(link_statements(merges, self.base))
        yield from nquads_of(verdict_statements(self.settled.decided, self.base))
        yield from nquads_of(over.pairs(self.settled.apart()))

    def _rejected_lines(self) -> Iterator[bytes]:
        for one in self.corrected.rejected:
            lines = nquads_of(rejected_statements(one, self.base))
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
    told = [Told(*one) for one in journal.handles() if one[0] not in entries]
    told += [Told(text, handle) for text, entry in entries.items() for handle in entry.handles]
    decided, stale = decided_of(judgements.pairs, mentioned)
    settled = settle(merges_of(told), decided, base)
    return replace(settled, unused={**stale, **settled.unused})


class _Over:
    """Gathers from each document what is said over all of them."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._labels = Labels()
        self._regions: set[str] = set()
        self._topics: set[str] = set()
        self._handles: set[Handle] = set()
        self._told_in: dict[str, set[str]] = defaultdict(set)
        self._told: set[str] = set()

    def take(self, entry: Entry, replaced: Mapping[str, str]) -> None:
        """Take one document, of which some IRIs are replaced."""
        self._labels.propose(one._replace(iri=replaced.get(one.iri, one.iri)) for one in entry.labels)
        self._regions.update(entry.regions)
        self._told.update(told_of(entry.nquads, self._base))
        self._topics.update(entry.topics)
        self._handles.update(one._replace(thing=replaced.get(one.thing, one.thing)) for one in entry.handles)
        agencies = f"{self._base}agency/"
        for one in entry.labels:
            if one.iri.startswith(agencies) and len(one.iri.rpartition("/")[2]) >= LEAST_NAME:
                self._told_in[replaced.get(one.iri, one.iri)].add(entry.text_sha256)

    def rename(self, names: Mapping[str, str]) -> None:
        """Take names that people gave; things that nothing tells of any more get none."""
        known = self._labels.chosen()
        self._labels.propose([LabelProposal(thing, name, REWORDED) for thing, name in names.items() if thing in known])

    def statements(self) -> Iterator[Statement]:
        """State the names, and what the reference says of regions and topics."""
        groups, offices = coverage_of({*self._told_in, *self._told}, self._base)
        regions = sorted(self._regions | member_regions(groups))
        official = frozenset(region_iri(row.code, self._base) for row in described_regions(regions))
        yield from self._labels.statements(official=official, base=self._base)
        yield from reference_statements(regions, sorted(self._topics), base=self._base)
        yield from membership_statements(groups, offices, self._base)

    def pairs(self, apart: frozenset[frozenset[str]]) -> Iterator[Statement]:
        """State what is possibly the same."""
        starts = tuple(f"{self._base}{sort}/" for sort in _LINKED)
        things = (thing for thing in self._labels.chosen() if thing.startswith(starts))
        told_in = {thing: frozenset(texts) for thing, texts in self._told_in.items()}
        found = alike_things(things, sorted(self._handles), told_in, apart=apart, base=self._base)
        yield from pair_statements(found, self._base)
