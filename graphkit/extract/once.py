"""Facts in, each told once out: two rules read the same words, a title says what the text below says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graphkit.extract.scene import Scene
from graphkit.model.facts import Conveyance, Evidence, Fact, Response
from graphkit.model.text import SectionKind

_TOLD_BELOW = (Conveyance, Response)
_SAID_OF_IT = frozenset({"evidence", "theme"})

_Key = tuple[object, ...]


def told_once(scene: Scene, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Iterate over the facts without those that only repeat another.

    Of readings whose words overlap, the one of the earlier rule stays; a response in a title goes where the text of
    its article tells it.
    """
    read: defaultdict[_Key, list[Evidence]] = defaultdict(list)
    kept: list[tuple[_Key, Fact]] = []
    for fact in facts:
        key = _key(fact)
        if not any(_overlap(fact.evidence[0], other) for other in read[key]):
            read[key].append(fact.evidence[0])
            kept.append((key, fact))
    for key, fact in kept:
        if not (isinstance(fact, _TOLD_BELOW) and _is_told_below(scene, fact.evidence[0], read[key])):
            yield fact


def _key(fact: Fact) -> _Key:
    return (type(fact), *(value for name, value in vars(fact).items() if name not in _SAID_OF_IT))


def _overlap(one: Evidence, other: Evidence) -> bool:
    """Tell whether two readings are of the same words, put in the same way."""
    return one.modality is other.modality and one.span.start < other.span.end and other.span.start < one.span.end


def _is_told_below(scene: Scene, one: Evidence, others: list[Evidence]) -> bool:
    """Tell whether a reading of a title is one of the text below it, too."""
    alike = [other for other in others if other.article == one.article and other.modality is one.modality]
    return len(alike) > 1 and _is_in_title(scene, one) and not all(_is_in_title(scene, other) for other in alike)


def _is_in_title(scene: Scene, evidence: Evidence) -> bool:
    document = scene.scan.document
    titles = (document.raw_span(s.start, s.end) for s in document.sections if s.kind is SectionKind.TITLE)
    return any(title.start <= evidence.span.start < title.end for title in titles)
