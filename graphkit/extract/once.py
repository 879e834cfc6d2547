"""Facts in, each told once out: two rules read the same words, a title says what the text below says."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

from graphkit.extract.scene import Scene
from graphkit.model.facts import Conveyance, Evidence, Fact, Response
from graphkit.model.text import SectionKind, Span

_TOLD_BELOW = (Conveyance, Response)
_SAID_OF_IT = frozenset({"evidence", "theme"})

_Key = tuple[object, ...]


def told_once(scene: Scene, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Iterate over the facts without those that only repeat another.

    Of readings whose words overlap, the one of the earlier rule stays; a response in a title goes where the text of
    its article tells it.
    """
    read: defaultdict[_Key, list[tuple[int, int]]] = defaultdict(list)
    kept: list[tuple[_Key, Fact]] = []
    for fact in facts:
        key, span = _key(fact), fact.evidence[0].span
        if not _is_read(span, read[key]):
            insort(read[key], (span.start, span.end))
            kept.append((key, fact))
    titles = _titles(scene)
    below = {
        (key, fact.evidence[0].article)
        for key, fact in kept
        if isinstance(fact, _TOLD_BELOW) and not _is_in(fact.evidence[0], titles)
    }
    for key, fact in kept:
        evidence = fact.evidence[0]
        if (key, evidence.article) not in below or not _is_in(evidence, titles):
            yield fact


def _key(fact: Fact) -> _Key:
    said = [value for name, value in vars(fact).items() if name not in _SAID_OF_IT]
    return (type(fact), fact.evidence[0].modality, *said)


def _is_read(span: Span, spans: list[tuple[int, int]]) -> bool:
    """Tell whether a span overlaps one of others, sorted and apart from each other."""
    if not spans:
        return False
    index = bisect_left(spans, (span.start, span.end))
    neighbours = spans[max(index - 1, 0) : index + 1]
    return any(span.start < end and start < span.end for start, end in neighbours)


def _titles(scene: Scene) -> list[Span]:
    document = scene.scan.document
    return [document.raw_span(s.start, s.end) for s in document.sections if s.kind is SectionKind.TITLE]


def _is_in(evidence: Evidence, titles: list[Span]) -> bool:
    """Tell whether a reading begins in a title."""
    return any(title.start <= evidence.span.start < title.end for title in titles)
