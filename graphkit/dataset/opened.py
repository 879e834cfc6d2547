"""A dataset's folder in, a dataset to ask out: the door for Python users."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.dataset.covered import Coverage, coverage_in
from graphkit.dataset.folder import STORE, Folder, is_dataset
from graphkit.dataset.manifest import Manifest, file_sizes, read_manifest
from graphkit.dataset.names import names_like
from graphkit.dataset.search import Hits, Where, search_for, search_generation
from graphkit.dataset.told import Told
from graphkit.errors import DatasetDamagedError, DatasetMissingError, UnsettledNameError
from graphkit.model.tables import Statement, Table, Term
from graphkit.rdf.store import Store, open_store
from graphkit.terms import gk, rdf, skos

if TYPE_CHECKING:
    from graphkit.rdf.view import RdflibDataset

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class EntityView:
    """One thing of a dataset: its name, its other names, its classes, and what is stated of it."""

    iri: str
    label: str
    names: tuple[str, ...]
    classes: tuple[str, ...]
    _store: Store

    def statements(self) -> Iterator[Statement]:
        """Iterate over the statements of the default graph with this thing as subject."""
        return iter(sorted(self._store.statements(subject=self.iri, default_only=True)))

    def quotes(self, statement: Statement) -> list[tuple[str, str]]:
        """Give the readings that a statement stands in, each with its quote, sorted."""
        supported = self._store.statements(
            subject=statement.subject, predicate=statement.predicate, value=statement.object
        )
        readings = {one.graph for one in supported if one.graph is not None}
        quoted = (self._store.statements(subject=reading, predicate=gk.quote) for reading in readings)
        return sorted((quote.subject, quote.object.value) for quotes in quoted for quote in quotes)


@dataclass(frozen=True, slots=True)
class Dataset:
    """A finished generation, open read-only."""

    path: Path
    manifest: Manifest
    store: Store
    generation: Path

    @property
    def base(self) -> str:
        """What the IRIs of its things begin with."""
        return self.manifest.base

    def query(self, sparql: str, /, **bindings: Term | str | int) -> Table | bool | Iterator[Statement]:
        """Answer a SPARQL query; the ontology's prefixes are declared, `bindings` give selected variables values.

        A plain `str` binds a plain string, an `int` an xsd:integer; for IRIs and labels give a Term.
        SELECT gives a Table, ASK a bool, CONSTRUCT and DESCRIBE statements.
        """
        terms = {name: _term(value) for name, value in bindings.items()}
        return self.store.query(sparql, {"gkr": self.base}, terms)

    def entity(self, name: str) -> list[EntityView]:
        """Give the things that are called exactly this, or have this IRI, in order of IRI."""
        named = Term("literal", name, None, "zh")
        found = {one.subject for label in (skos.prefLabel, skos.altLabel) for one in self._stated(label, named)}
        if "://" in name and any(True for _ in self.store.statements(subject=name, default_only=True)):
            found.add(name)
        return [self._view(iri) for iri in sorted(found)]

    def statements(self) -> Iterator[Statement]:
        """Iterate over all statements, of all graphs."""
        return self.store.statements()

    def rdflib(self) -> RdflibDataset:
        """Copy it into an rdflib Dataset in memory."""
        from graphkit.rdf.view import rdflib_dataset

        return rdflib_dataset(self.store, base=self.base)

    def text(self, digits: str) -> str | None:
        """Give the source text whose SHA-256 begins with these 16 hex digits, None when it is not kept."""
        from graphkit.dataset.journal import open_journal

        with open_journal(Folder(self.path).journal, read_only=True) as journal:
            return journal.text(digits[:_DIGITS])

    def files(self, digits: str) -> list[Path]:
        """Give the files whose text's SHA-256 begins with these 16 hex digits; members of archives lie below them."""
        from graphkit.dataset.journal import open_journal

        with open_journal(Folder(self.path).journal, read_only=True) as journal:
            return journal.files_of(digits[:_DIGITS])

    def search(self, text: str, *, where: Where = "all", start: str = "", end: str = "", limit: int = 20) -> Hits:
        """Give the things whose names hold all words of `text`, and the sentences that do, with the words marked.

        A phrase stands in quotes; traditional and full-width characters match simplified and plain
        ones. `start` and `end` are ISO dates, years or months, and keep the sentences of documents
        dated between. Raises IndexMissingError where the dataset was built before there were indexes.
        """
        search = search_for(text, where=where, start=start, end=end, limit=limit)
        return search_generation(self.generation, self.manifest.index, search)

    def names_like(self, typed: str) -> list[tuple[str, str]] | None:
        """Give IRI and name of whatever is called something with these characters in their order, perhaps of more.

        None where the search index does not know: then all names are to be asked for.
        """
        return names_like(self.generation, self.manifest.index, typed)

    def coverage(self, target: str, *, universe: str = "") -> Coverage:
        """Tell who of a universe took up a meeting, policy or campaign: one of four values each, with the passages.

        Both are names or IRIs. A universe is a region (the divisions just below it), an open group
        (各市（州）…) or a document (those it is sent to); by default the region of the body that held or
        issued the target. Raises UnsettledNameError for a name of nothing or of several things.
        """
        wanted = self._one(target, (gk.Meeting, gk.Policy, gk.Campaign))
        place = self._one(universe, (gk.Region, gk.AgencyGroup, gk.Document)) if universe else ""
        return coverage_in(Told(self.store, self.base), wanted, place)

    def _one(self, name: str, classes: tuple[str, ...]) -> str:
        """Give the one thing of these classes that a name or IRI means."""
        found = tuple(one.iri for one in self.entity(name) if set(one.classes) & set(classes))
        if len(found) != 1:
            raise UnsettledNameError(name, found)
        return found[0]

    def _stated(self, predicate: str, value: Term) -> Iterator[Statement]:
        return self.store.statements(predicate=predicate, value=value, default_only=True)

    def _view(self, thing: str) -> EntityView:
        stated = list(self.store.statements(subject=thing, default_only=True))
        names = sorted({one.object.value for one in stated if one.predicate == skos.altLabel})
        label = next((one.object.value for one in stated if one.predicate == skos.prefLabel), thing)
        classes = sorted(one.object.value for one in stated if one.predicate == rdf.type)
        return EntityView(thing, label, tuple(dict.fromkeys([label, *names])), tuple(classes), self.store)


def open_dataset(path: Path | str = "outputs", *, as_of: str = "") -> Dataset:
    """Open the dataset in a folder, read-only.

    With `as_of` (2023-05-31, 2023-05 or 2023) it is what the documents say that were issued until the end
    of that day, month or year; it is made when it is first asked for, and kept until the next build.
    Raises DatasetMissingError when there is none, DatasetDamagedError when files of it are missing
    or cut, AsOfError for what is no date or cannot be made.
    """
    folder = Folder(Path(path))
    if not is_dataset(folder.path):
        raise DatasetMissingError(str(path))
    generation = _as_of(folder, as_of) if as_of else folder.current()
    manifest = read_manifest(generation)
    store = generation / STORE
    if not store.is_dir() or file_sizes(store) != manifest.files:
        raise DatasetDamagedError(str(generation), "its files are not those of its manifest")
    return Dataset(folder.path, manifest, open_store(store), generation)


def _as_of(folder: Folder, day: str) -> Path:
    """Give the generation of a day; what makes one is loaded for this only."""
    from graphkit.dataset.snapshots import snapshot_of

    return snapshot_of(folder, day)


def open_generation(path: Path) -> Dataset:
    """Open one generation of a dataset by its folder, or the current one by the dataset's.

    Raises DatasetMissingError where there is neither.
    """
    if is_dataset(path):
        return open_dataset(path)
    if not (path / STORE).is_dir():
        raise DatasetMissingError(str(path))
    return Dataset(path.parents[1], read_manifest(path), open_store(path / STORE), path)


def _term(value: Term | str | int) -> Term:
    if isinstance(value, Term):
        return value
    from graphkit.rdf.literals import integer, text

    return integer(value) if isinstance(value, int) else text(value)
