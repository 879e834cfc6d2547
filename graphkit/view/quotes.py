"""Readings in, what a reader sees of them out: the sentence with the quote marked, the document, its issue and date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graphkit.network import Network, Reading
from graphkit.query.entity import sentence_around
from graphkit.view.labels import plain
from graphkit.view.sources import Sources

CONTEXT = 120
"""Characters of the sentence kept before and after a quote."""
QUOTE = 600
"""Characters of a quote that are shown."""

TextOf = Callable[[str], "str | None"]
"""Gives the source text whose hash begins with 16 hex digits."""
FileOf = Callable[[str], str]
"""Gives the name of the file that such a text was read from, "" where it is not known."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked sentence and where it stands; `document` and `article` are their names.

    `source` is the number of its document, -1 where there is none; `start` and `end` are offsets in its text, `line`
    counts from 1 and is 0 where the text is not kept.
    """

    before: str
    quote: str
    after: str
    document: str
    date: str
    article: str
    modality: str
    rule: str
    confidence: str
    source: int = -1
    start: int = 0
    end: int = 0
    line: int = 0
    page: str = ""


def passage_of(network: Network, reading: Reading, text_of: TextOf, source: int = -1) -> Passage:
    """Give what is shown of a reading; where its text is not kept, the quote stands alone."""
    text = text_of(reading.text)
    start, end = reading.span
    is_kept = text is not None and text[start:end] == reading.quote
    before, quote, after = sentence_around(text or "", start, end) if is_kept else ("", reading.quote, "")
    document = network.document_of(reading)
    article = network.nodes.get(reading.article)
    return Passage(
        before=_tail(plain(before)),
        quote=_start(plain(quote), QUOTE),
        after=_start(plain(after), CONTEXT),
        document=plain(document.label) if document else "",
        date=network.issued(reading.document),
        article=plain(article.label) if article and article is not document else "",
        modality=reading.modality,
        rule=reading.rule,
        confidence=reading.confidence,
        source=source,
        start=start,
        end=end,
        line=(text or "").count("\n", 0, start) + 1 if is_kept else 0,
        page=reading.page,
    )


class Passages:
    """Passages numbered as they are first needed, each once."""

    def __init__(self, network: Network, text_of: TextOf, sources: Sources | None = None) -> None:
        """Keep where readings and texts come from, and who numbers their documents."""
        self._network = network
        self._text_of = text_of
        self._sources = sources
        self._numbers: dict[str, int] = {}
        self.found: list[Passage] = []

    def numbers(self, readings: Iterable[str], *, most: int) -> tuple[int, ...]:
        """Give the numbers of up to `most` readings' passages."""
        return tuple(self._number(one) for one in list(readings)[:most])

    def _number(self, iri: str) -> int:
        if iri not in self._numbers:
            self._numbers[iri] = len(self.found)
            reading = self._network.readings[iri]
            source = self._sources.number(reading.document) if self._sources else -1
            self.found.append(passage_of(self._network, reading, self._text_of, source))
        return self._numbers[iri]


def _tail(text: str) -> str:
    return text if len(text) <= CONTEXT else f"…{text[-CONTEXT:]}"


def _start(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
