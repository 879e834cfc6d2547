"""Sentences in, the meetings that bodies of several places hold out: 甲区、乙区分别召开区委常委会会议，传达….

Each place's committee or government, which the meeting's name tells, holds one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import modality_at
from graphkit.extract.meant_meetings import SHORT_NAME, meant_meeting
from graphkit.extract.places_apart import places_apart
from graphkit.extract.rules.conveyed import objects_after
from graphkit.extract.rules.conveyors import HEARD
from graphkit.extract.rules.post_bodies import committee_at, government_at
from graphkit.extract.rules.response import relayed_by
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Draft, Scene
from graphkit.model.facts import Conveyance, Fact, Holding, Jurisdiction, Mention, Modality

_HOLD = re.compile("(?:召开|举行|召集)(?:了)?")
_OWN = re.compile(
    "(?P<level>[省市县区州旗])(?P<body>委|(?:人民)?政府)(?=常委|常务|党组|全会|全体|理论|中心组|会议|专题|（扩大）)"
)
_RELAY = re.compile("(?:传达|学习|贯彻|落实|重温){1,4}(?:了)?")
_SPIRIT = re.compile(f"(?P<word>{SHORT_NAME})精神")


def state_placed_sittings(scene: Scene) -> Iterator[Fact]:
    """State who holds each meeting of such a sentence, and what it relays."""
    for _, sentence, verb in scene.cues(_HOLD):
        meeting = scene.starting(verb.end())
        own = _OWN.match(meeting.surface) if meeting is not None and meeting.kind == "Meeting" else None
        if meeting is None or own is None or modality_at(scene, sentence.start, verb.end()) is not Modality.REPORTED:
            continue
        for place in places_apart(scene, sentence, verb.start()):
            region = scene.scan.gazetteer.regions.get(scene.draft(place).region or "")
            if region is None or not region.name.endswith(own["level"]):
                continue
            body = committee_at(scene, region) if own["body"] == "委" else government_at(scene, region)
            named = scene.cite(place.start, place.end, "place-in-name")
            yield Jurisdiction(agency=body.id, region=place.entity or "", evidence=named)
            yield from _held(scene, sentence, meeting, (place, body, meeting.surface[own.end() :]))


def _held(scene: Scene, sentence: Sentence, meeting: Mention, part: tuple[Mention, Draft, str]) -> Iterator[Fact]:
    """State one meeting of one place's body, and what the sentence says that all of them relay."""
    place, body, rest = part
    own = scene.implied("Meeting", f"{body.names[0]}{rest}", holder=body.id).id
    yield Holding(meeting=own, by=body.id, evidence=scene.cite(place.start, meeting.end, "holding"))
    verb = _RELAY.search(scene.text, meeting.end, sentence.end)
    if verb is None or HEARD.search(verb[0]) is None:
        return
    if modality_at(scene, meeting.end, verb.end()) is not Modality.REPORTED:
        return
    short = _SPIRIT.match(scene.text, verb.end(), sentence.end)
    meant = meant_meeting(scene, sentence, place.start, word=short["word"]) if short is not None else None
    for item in objects_after(scene, verb[0], verb.end(), sentence.end) or ([meant] if meant is not None else []):
        if item.entity is not None:
            end = max(verb.end(), item.end if item.end <= sentence.end else 0)
            evidence = scene.cite(place.start, end, "conveyance")
            yield Conveyance(conveyor=own, conveyed=item.entity, evidence=evidence)
            yield from relayed_by(scene, body.id, item.entity, evidence)
