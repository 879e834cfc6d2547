"""A dataset in, everything that is wrong with it out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path

from graphkit.dataset.folder import Folder
from graphkit.dataset.index import index_digest
from graphkit.dataset.journal import open_journal
from graphkit.dataset.manifest import INDEX, Digest
from graphkit.dataset.opened import Dataset
from graphkit.dataset.sums import damaged_files
from graphkit.errors import DatasetDamagedError
from graphkit.model.tables import Statement
from graphkit.rdf.engine import statements_in
from graphkit.rdf.lines import Quad
from graphkit.rdf.ontology import defined_terms
from graphkit.rdf.shapes import Violation, check_shapes
from graphkit.settings import resource
from graphkit.terms import GK, dcterms, gk, oa, rdf

_READING = re.compile(r"text/(?P<digits>[0-9a-f]{16})/[^#]+#char=(?P<start>\d+),(?P<end>\d+)$")
_ABOUT_READINGS = frozenset({gk.quote, gk.rule, gk.confidence, gk.modality, gk.page, gk.reliesOn, dcterms.isPartOf})


def check_dataset(dataset: Dataset, progress: Callable[[int, int], None] | None = None) -> list[Violation]:
    """Check the files, the store against the manifest, every citation, every gk: term, and the shapes.

    `progress` is told (checks done, checks in all). Damage that keeps the store from being read is all that is
    reported then.
    """
    ontology = resource("ontology/graphkit.ttl").read_bytes()
    shapes = resource("ontology/shapes.ttl").read_bytes()
    checks: tuple[Callable[[], Iterable[Violation]], ...] = (
        lambda: _check_files(dataset.generation),
        lambda: _check_lines(dataset),
        lambda: _check_index(dataset),
        lambda: _check_journal(dataset),
        lambda: _check_terms(dataset, defined_terms(ontology)),
        lambda: check_shapes(dataset.store, shapes=shapes, ontology=ontology),
    )
    found: list[Violation] = []
    for done, check in enumerate(checks):
        if progress is not None:
            progress(done, len(checks))
        try:
            found += check()
        except DatasetDamagedError as error:
            return [*found, Violation("file", str(dataset.path), "", error.reason)]
    return found


def _check_journal(dataset: Dataset) -> Iterator[Violation]:
    """Tell the faults of the journal, and the quotes that are not in the texts it keeps."""
    path = Folder(dataset.path).journal
    try:
        with open_journal(path, read_only=True) as journal:
            for fault in journal.faults():
                yield Violation("journal", str(path), "", str(fault))
            yield from check_quotes(dataset, journal.text)
    except DatasetDamagedError as error:
        yield Violation("journal", str(path), "", error.reason)


def check_quotes(dataset: Dataset, text_of: Callable[[str], str | None]) -> Iterator[Violation]:
    """Slice every quote again from its text, of rejected readings too; a text that is not kept is a violation."""
    told = dataset.store.statements(predicate=gk.quote, default_only=True)
    quotes = sorted({*told, *_rejected_quotes(dataset)})
    for digits, group in groupby(quotes, key=lambda one: _digits(one.subject)):
        text = text_of(digits) if digits else None
        for one in group:
            yield from _check_quote(one, text)


def _rejected_quotes(dataset: Dataset) -> Iterator[Statement]:
    """Iterate over what rejected readings quote, as if they stood."""
    readings = {one.subject: one.object.value for one in dataset.store.statements(predicate=dcterms.source)}
    for one in dataset.store.statements(predicate=oa.exact):
        yield Statement(readings.get(one.subject, one.subject), gk.quote, one.object, None)


def _check_quote(quote: Statement, text: str | None) -> Iterator[Violation]:
    place = _READING.search(quote.subject)
    if place is None:
        yield Violation("quote", quote.subject, gk.quote, "不是出处的 IRI / no IRI of a reading")
        return
    if text is None:
        yield Violation("quote", quote.subject, gk.quote, "没有原文 / its text is not kept")
        return
    found = text[int(place["start"]) : int(place["end"])]
    if found != quote.object.value:
        message = f"引文与原文不符，原文为 / the quote is not the slice of its text, which reads {found!r}"
        yield Violation("quote", quote.subject, gk.quote, message, quote.object.value)


def _check_files(generation: Path) -> Iterator[Violation]:
    """Compare each file of a generation with its hash when it was made."""
    for name, reason in damaged_files(generation):
        yield Violation("file", str(generation / name), "", reason)


def _check_lines(dataset: Dataset) -> Iterator[Violation]:
    """Compare the digest, and ask of each fact of the default graph where it stands."""
    digest = Digest(dataset.base)
    parts = digest.passing(dataset.store.lines())
    yield from _uncited(chain.from_iterable(part.quads for part in parts), dataset.base)
    if digest.sha256 != dataset.manifest.sha256:
        message = f"内容与清单不符 / not what the manifest says: {digest.quads} of {dataset.manifest.quads} quads"
        yield Violation("digest", str(dataset.path), "", message)


def _check_index(dataset: Dataset) -> Iterator[Violation]:
    """Compare the search index with the manifest, byte for byte; a dataset from before there were any has none."""
    record = dataset.manifest.index
    path = dataset.generation / INDEX
    if record is not None and (not path.is_file() or index_digest(path) != record.sha256):
        message = "搜索索引与清单不符，请重新 build / the search index is not what the manifest says, build again"
        yield Violation("index", str(path), "", message)


def _uncited(quads: Iterable[Quad], base: str) -> Iterator[Violation]:
    """Iterate over facts that stand in no other graph; sorted quads have a triple's graphs together."""
    for triple, group in groupby(quads, key=itemgetter(0, 1, 2)):
        if any(quad[3] for quad in group):
            continue
        fact = next(statements_in(b" ".join([*triple, b"."])))
        is_about_reading = fact.subject.startswith(f"{base}text/") and fact.predicate in _ABOUT_READINGS
        if not is_about_reading:
            message = "默认图中的陈述没有出处 / a fact of the default graph stands in no other graph"
            yield Violation("citation", fact.subject, fact.predicate, message, fact.object.value)


def _check_terms(dataset: Dataset, defined: frozenset[str]) -> Iterator[Violation]:
    """Iterate over gk: terms that are used and not defined, each once."""
    used: dict[str, str] = {}
    for one in dataset.store.statements(default_only=True):
        used.setdefault(one.predicate, one.subject)
        if one.predicate == rdf.type or one.object.value.startswith(GK):
            used.setdefault(one.object.value, one.subject)
    for term, subject in sorted(used.items()):
        if term.startswith(GK) and term not in defined:
            yield Violation("term", subject, term, f"本体没有定义 {term} / the ontology does not define it")


def _digits(reading: str) -> str:
    place = _READING.search(reading)
    return place["digits"] if place else ""
