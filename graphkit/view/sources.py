"""Documents in, what a page holds of them out: name, date, file, and the text with the things that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from graphkit.network import Network
from graphkit.view.labels import plain

TEXTS = 600_000
"""Characters of texts that a page holds (1.8 MB of Chinese); what comes later is quoted only."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document of a page; `text` is None where it is not kept or has no room.

    `marks` are start and end in the text, and the number of the thing that is named there.
    """

    label: str
    iri: str
    date: str
    file: str
    text: str | None
    marks: tuple[tuple[int, int, int], ...]


class Sources:
    """Documents numbered as they are first needed, each once."""

    def __init__(self, network: Network, text_of: Callable[[str], str | None], file_of: Callable[[str], str]) -> None:
        """Keep where documents, texts and file names come from."""
        self._network = network
        self._text_of = text_of
        self._file_of = file_of
        self._numbers: dict[str, int] = {}
        self._digits = {one.document: one.text for one in network.readings.values() if one.document}

    def number(self, document: str) -> int:
        """Give the number of a document, -1 for none."""
        if not document or document not in self._network.nodes:
            return -1
        return self._numbers.setdefault(document, len(self._numbers))

    def found(self, numbers: Mapping[str, int]) -> Iterator[Source]:
        """Iterate over the documents in order, with texts as long as there is room.

        `numbers` are those of the things of the page.
        """
        room = TEXTS
        for document in self._numbers:
            node = self._network.nodes[document]
            digits = self._digits.get(document, "")
            text = self._text_of(digits) if digits else None
            if text is not None and len(text) > room:
                text = None
            room -= len(text or "")
            marks = self._network.marks.get(digits, ()) if text is not None else ()
            yield Source(
                label=plain(node.label),
                iri=document,
                date=plain(node.value("issued")),
                file=plain(self._file_of(digits)) if digits else "",
                text=text,
                marks=tuple((one.start, one.end, numbers[one.node]) for one in marks if one.node in numbers),
            )
