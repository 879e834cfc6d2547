"""A notice that hands a paper on in, the responses of who hands it on out: 现将《…通知》转发给你们，请按要求落实."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.heads import publishers_of
from graphkit.extract.rules.response import response_id
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Response

_HANDED_ON = re.compile("转发(?:给|至|到)(?:你们|你[局厅委办院校县市区])")
# What an old paper says of another, in quotes or told of as done long ago, is handed on by nobody here.
_NOT_HERE = re.compile("曾|此前|去年|已于|不再|暂不|“[^”]*$")


def state_forwarding(scene: Scene) -> Iterator[Fact]:
    """State that the bodies which issue a notice take up the paper that it hands on."""
    own = scene.own_title
    for _, sentence, cue in scene.cues(_HANDED_ON):
        papers = [one for one in scene.within(sentence.start, cue.start(), "Policy") if one.entity is not None]
        papers = [one for one in papers if one.rule != "document-number" and (own is None or one.entity != own.entity)]
        if not papers or _NOT_HERE.search(scene.text, sentence.start, cue.start()):
            continue
        paper = papers[-1].entity
        for issuer in publishers_of(scene):
            if issuer.entity is not None and paper is not None and scene.draft(issuer).kind == "Agency":
                evidence = scene.cite(papers[-1].start, cue.end(), "forwarding")
                named = response_id(issuer.entity, paper)
                yield Response(id=named, respondent=issuer.entity, target=paper, evidence=evidence)
