"""A text in, the topics that its cue words show out (data/gazetteers/topics.tsv)."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from graphkit.model.facts import TopicSign
from graphkit.settings import resource

_MOST = 3


def topics_of(heading: str, text: str) -> tuple[TopicSign, ...]:
    """Give at most three topics: those the heading shows, else those the text shows, longest cue first."""
    return _shown(heading) or _shown(text)


def _shown(text: str) -> tuple[TopicSign, ...]:
    words, topics, automaton = _cues()
    best: dict[str, str] = {}
    for index, _, _ in automaton.find_matches_as_indexes(text):
        topic, cue = topics[index], words[index]
        if len(cue) > len(best.get(topic, "")):
            best[topic] = cue
    ranked = sorted(best.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(TopicSign(topic=topic, cue=cue) for topic, cue in ranked[:_MOST])


@cache
def _cues() -> tuple[list[str], list[str], ahocorasick_rs.AhoCorasick]:
    """Load the cue words; a cue of two topics stays with the first."""
    pairs: dict[str, str] = {}
    for line in resource("gazetteers/topics.tsv").read_text("utf-8").splitlines()[1:]:
        topic, _, cues = line.split("\t")
        for cue in filter(None, cues.split("|")):
            pairs.setdefault(cue, topic)
    words = sorted(pairs)
    automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return words, [pairs[word] for word in words], automaton
