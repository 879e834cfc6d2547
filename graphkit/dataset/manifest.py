"""What a generation should be, written beside it: counts, digest, inputs, versions, sizes of its files; no clock."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress, groupby, islice
from operator import itemgetter, not_
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from pydantic import Field, ValidationError

from graphkit.errors import DatasetDamagedError
from graphkit.model.record import Record
from graphkit.rdf.iris import GraphName, graph_iri
from graphkit.rdf.lines import Fingerprint, Quad, quads_in
from graphkit.terms import rdf

GraphKind = Literal["default", "reading", "derived", "reference", "asserted", "links", "pair", "rejected"]

NAME = "manifest.json"
INDEX = "search.sqlite"
"""The file of a generation's search index."""

DESCRIPTION = "description.ttl"
"""The file that tells catalogues of a generation."""

_TOGETHER = 1000
"""Lines that are hashed at once."""

_TYPE = f"<{rdf.type}>".encode()
_SUBJECT, _PREDICATE, _GRAPH = map(itemgetter, (0, 1, 3))


class IndexRecord(Record):
    """The description of a search index: bytes of its file, their hash, sentences and names in it."""

    size: int
    sha256: str
    passages: int
    names: int


class AsOf(Record):
    """The documents of a day: those issued on or before `day`, and how many are left out, by reason.

    Of `uncertain` ones only a month or a year is known, in which the day lies.
    """

    day: str
    later: int
    undated: int
    uncertain: int


class Manifest(Record):
    """The description of one generation; `sha256` is of its sorted N-Quads, `index` None before there were indexes.

    `unused` are judgements that could not be followed, as lines of their tables, each with the reason;
    `as_of` is None where no document was left out for its date.
    """

    generation: int
    base: str
    quads: int
    graphs: dict[GraphKind, int]
    sha256: str
    inputs: str
    documents: int
    facts: int
    versions: dict[str, str]
    files: dict[str, int]
    index: IndexRecord | None = None
    unused: dict[str, str] = Field(default_factory=dict)
    as_of: AsOf | None = None


class Tally:
    """Counts the triples of the default graph: all, by subject, by property, and things by class."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.triples = 0
        self.subjects = 0
        self._subject = b""
        self._properties: Counter[bytes] = Counter()
        self._classes: Counter[bytes] = Counter()

    def add(self, quads: list[Quad]) -> None:
        """Take quads of the default graph; those of a subject come one after the other."""
        self.triples += len(quads)
        subjects = [subject for subject, _ in groupby(quads, key=_SUBJECT)]
        self.subjects += len(subjects) - (subjects[:1] == [self._subject])
        self._subject = subjects[-1] if subjects else self._subject
        self._properties.update(map(_PREDICATE, quads))
        self._classes.update(value for _, predicate, value, _ in quads if predicate == _TYPE)

    @property
    def properties(self) -> Counter[str]:
        """How many triples each property has, by its IRI."""
        return Counter({one[1:-1].decode(): count for one, count in self._properties.items()})

    @property
    def classes(self) -> Counter[str]:
        """How many things each class has, by its IRI."""
        return Counter({one[1:-1].decode(): count for one, count in self._classes.items()})


class Part(NamedTuple):
    """Some quads as they pass, those of the default graph, and the lines of these and of the others."""

    quads: list[Quad]
    stated: list[Quad]
    stated_lines: list[bytes]
    named_lines: list[bytes]


class Digest:
    """Counts and hashes N-Quads lines as they pass."""

    def __init__(self, base: str) -> None:
        """Start at nothing; `base` tells which graphs are no readings."""
        self._hash = hashlib.sha256()
        names: tuple[GraphName, ...] = get_args(GraphName)
        self._kinds: dict[bytes, GraphKind] = {b"": "default"}
        self._kinds.update((f"<{graph_iri(name, base)}>".encode(), name) for name in names)
        self.lines = Fingerprint()
        self.tally = Tally()
        self._pairs = f"<{base}pair/".encode()
        self.graphs: dict[GraphKind, int] = {"default": 0, "reading": 0}

    def passing(self, lines: Iterable[bytes]) -> Iterator[Part]:
        """Iterate over the same lines in parts, each counted."""
        source = iter(lines)
        while lines_ := list(islice(source, _TOGETHER)):
            quads = quads_in(written := b"\n".join([*lines_, b""]))
            graphs = list(map(_GRAPH, quads))
            stated = [quad for quad in quads if not quad[3]]
            self._hash.update(written)
            self.lines.add(lines_)
            for graph, count in Counter(graphs).items():
                kind = self._kinds.get(graph, "pair" if graph.startswith(self._pairs) else "reading")
                self.graphs[kind] = self.graphs.get(kind, 0) + count
            self.tally.add(stated)
            yield Part(quads, stated, list(compress(lines_, map(not_, graphs))), list(compress(lines_, graphs)))

    @property
    def quads(self) -> int:
        """How many lines passed."""
        return self.lines.count

    @property
    def sha256(self) -> str:
        """The hash of all lines that passed, each with its line end."""
        return self._hash.hexdigest()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of a generation."""
    written = json.dumps(manifest.model_dump(), ensure_ascii=False, indent=1, sort_keys=True)
    (folder / NAME).write_text(written + "\n", "utf-8", newline="\n")


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a generation; raises DatasetDamagedError when it is not there or not whole."""
    try:
        return Manifest.model_validate_json((folder / NAME).read_bytes())
    except OSError as error:
        raise DatasetDamagedError(str(folder), f"{NAME}: {error.strerror}") from error
    except ValidationError as error:
        raise DatasetDamagedError(str(folder), f"{NAME}: {error.error_count()} errors") from error


def file_sizes(store: Path) -> dict[str, int]:
    """Give the size of each file of a store that holds data."""
    names = sorted(one for one in store.iterdir() if one.name == "CURRENT" or one.suffix in {".sst", ".log"})
    return {one.name: one.stat().st_size for one in names} | {
        one.name: one.stat().st_size for one in sorted(store.glob("MANIFEST-*"))
    }
