"""Facts in, the times that they leave open out: 近日 is not after the document, a response not before its meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.extract.calendar import DatedMention
from graphkit.extract.scene import Scene, Sitting
from graphkit.extract.sittings import sittings_of
from graphkit.model.facts import Evidence, Fact, Holding, Interval, Modality, Response
from graphkit.model.text import Span

_LATELY = re.compile("近日|日前|近期|连日来|最近")


def state_intervals(scene: Scene, facts: Sequence[Fact]) -> Iterator[Fact]:
    """State between which days each undated meeting and each response lies, where the text settles one of them."""
    held = {fact.meeting: fact for fact in reversed(facts) if isinstance(fact, Holding) and fact.on is not None}
    told = {fact.meeting: fact.evidence[0] for fact in reversed(facts) if isinstance(fact, Holding)}
    yield from _of_meetings(scene, held, told)
    seen: set[str] = set()
    for fact in facts:
        if isinstance(fact, Response) and fact.id not in seen and _is_reported(fact.evidence):
            sitting = _sitting_of(scene, fact, held)
            if sitting is not None:
                seen.add(fact.id)
                yield _of_response(fact, held[sitting.meeting])


def _is_reported(evidence: Sequence[Evidence]) -> bool:
    return any(one.modality is Modality.REPORTED for one in evidence)


def _of_meetings(scene: Scene, held: dict[str, Holding], told: dict[str, Evidence]) -> Iterator[Fact]:
    """State that a meeting held 近日 is not later than the document that tells of it."""
    dated = scene.calendar.document
    if dated is None:
        return
    for sitting in sittings_of(scene):
        sentence = scene.scan.sentence_at(sitting.verb.start)
        lately = _LATELY.search(scene.text, sentence.start, sitting.verb.start)
        if lately is not None and sitting.meeting not in held and sitting.modality is Modality.REPORTED:
            own = told.get(sitting.meeting)
            if own is not None and own.span.start <= scene.scan.document.raw_span(lately.start(), lately.end()).start:
                evidence = (_relying(own, _span(scene, dated)),)
            else:
                evidence = scene.cite(lately.start(), sitting.end, "interval", relies_on=(_span(scene, dated),))
            yield Interval(thing=sitting.meeting, not_after=dated.date, evidence=evidence)


def _of_response(fact: Response, day: Holding) -> Interval:
    """State the day of a response by the dated meeting that it is.

    That others lie between their target's day and the document's follows from both, and is asked, not stated.
    """
    return Interval(thing=fact.id, not_before=day.on, not_after=day.until or day.on, evidence=day.evidence)


def _relying(evidence: Evidence, *more: Span) -> Evidence:
    """Give the same reading, which relies on further passages too."""
    return evidence.model_copy(update={"relies_on": tuple(dict.fromkeys((*evidence.relies_on, *more)))})


def _sitting_of(scene: Scene, fact: Response, held: dict[str, Holding]) -> Sitting | None:
    """Give the dated meeting of the respondent that the response's own words tell of."""
    own = fact.evidence[0].span
    for sitting in sittings_of(scene):
        place = scene.scan.document.raw_span(sitting.start, sitting.end)
        is_own = own.start <= place.start < own.end or place.start <= own.start < place.end
        by = {holder.entity for holder in sitting.holders}
        if is_own and fact.respondent in by and sitting.meeting in held and sitting.meeting != fact.target:
            return sitting
    return None


def _span(scene: Scene, dated: DatedMention) -> Span:
    return scene.scan.document.raw_span(dated.mention.start, dated.mention.end)
