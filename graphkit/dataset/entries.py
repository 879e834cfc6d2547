"""A document's statements, text and sentences in, the columns of its journal row out, compressed; and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from graphkit.dataset.marks import Runs
from graphkit.errors import DatasetDamagedError
from graphkit.model.handles import Handle
from graphkit.rdf.engine import nquads_of
from graphkit.rdf.statements import DocumentStatements
from graphkit.rdf.things import LabelProposal

_LEVEL = 3
"""Of zlib: a sixth more bytes than at its usual level, in two fifths of the time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as journalled; `nquads` are its sorted lines.

    `variant` tells texts apart that are the same but stand on other pages or have other rows in `sources.tsv`.
    """

    text_sha256: str
    variant: str
    document: str
    nquads: bytes
    labels: tuple[LabelProposal, ...]
    regions: tuple[str, ...]
    topics: tuple[str, ...]
    handles: tuple[Handle, ...]
    facts: int

    @property
    def lines(self) -> list[bytes]:
        """The N-Quads lines without line ends."""
        return self.nquads.split(b"\n")


def entry_of(stated: DocumentStatements) -> Entry:
    """Give the entry of one document's statements."""
    return Entry(
        text_sha256=stated.text_sha256,
        variant=stated.variant,
        document=stated.document,
        nquads=b"\n".join(nquads_of(stated.statements)),
        labels=stated.labels,
        regions=stated.regions,
        topics=stated.topics,
        handles=stated.handles,
        facts=stated.facts,
    )


class Packed(NamedTuple):
    """The columns of a document's row, but for the versions that it was read with."""

    text_sha256: str
    variant: str
    document: str
    text: bytes
    nquads: bytes
    labels: bytes
    regions: str
    topics: str
    handles: bytes
    facts: int
    sentences: bytes


class Sentence(NamedTuple):
    """One sentence: raw span, order of its article (0: none), key, and the runs from key to raw text.

    The key is None where it is the raw text, the runs where there is one only.
    """

    start: int
    end: int
    article: int
    key: str | None
    runs: Runs | None


class Text(NamedTuple):
    """A text as the search index takes it: its hash, its document, and its sentences."""

    sha256: str
    document: str
    text: str
    sentences: list[Sentence]


def pack(entry: Entry, text: str, sentences: Iterable[Sentence]) -> Packed:
    """Give the row of an entry, with the text that it was read in and its sentences."""
    return Packed(
        entry.text_sha256,
        entry.variant,
        entry.document,
        _packed(text),
        zlib.compress(entry.nquads, _LEVEL),
        _packed(json.dumps(entry.labels)),
        json.dumps(entry.regions),
        json.dumps(entry.topics),
        _packed(json.dumps(entry.handles)),
        entry.facts,
        _packed(json.dumps(list(sentences), separators=(",", ":"))),
    )


def entry_in(row: tuple[str, str, str, bytes, bytes, str, str, bytes, int]) -> Entry:
    """Give the entry of a row."""
    text_sha256, variant, document, nquads, labels, regions, topics, handles, facts = row
    return Entry(
        text_sha256,
        variant,
        document,
        unpacked(nquads),
        tuple(LabelProposal(*one) for one in json.loads(unpacked(labels))),
        tuple(json.loads(regions)),
        tuple(json.loads(topics)),
        handles_of(handles),
        facts,
    )


def text_in(text_sha256: str, document: str, text: bytes, sentences: bytes) -> Text:
    """Give the text of a row."""
    told = [Sentence(*one) for one in json.loads(unpacked(sentences))]
    return Text(text_sha256, document, unpacked(text).decode(), told)


def handles_of(stored: bytes) -> tuple[Handle, ...]:
    """Give the handles of a row."""
    return tuple(Handle(*one) for one in json.loads(unpacked(stored)))


def unpacked(stored: bytes) -> bytes:
    """Give what was packed; raises DatasetDamagedError where it is not that any more."""
    try:
        return zlib.decompress(stored)
    except (zlib.error, TypeError) as error:
        raise DatasetDamagedError("journal.sqlite", str(error)) from error


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode(), _LEVEL)
