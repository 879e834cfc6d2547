"""A text in, the topics that its cue words show out (data/gazetteers/topics.tsv)."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from graphkit.extract.lexicon import Lexicon
from graphkit.model.facts import TopicSign

_MOST = 3


def topics_of(heading: str, text: str, lexicon: Lexicon) -> tuple[TopicSign, ...]:
    """Give at most three topics: those the heading shows, else those the text shows, longest cue first."""
    return _shown(heading, lexicon) or _shown(text, lexicon)


def _shown(text: str, lexicon: Lexicon) -> tuple[TopicSign, ...]:
    words, topics, automaton = _cues(lexicon)
    best: dict[str, str] = {}
    for index, _, _ in automaton.find_matches_as_indexes(text):
        topic, cue = topics[index], words[index]
        if len(cue) > len(best.get(topic, "")):
            best[topic] = cue
    ranked = sorted(best.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(TopicSign(topic=topic, cue=cue) for topic, cue in ranked[:_MOST])


@cache
def _cues(lexicon: Lexicon) -> tuple[list[str], list[str], ahocorasick_rs.AhoCorasick]:
    """Load the cue words; a cue of two topics stays with the first."""
    pairs: dict[str, str] = {}
    for row in lexicon.rows("topics.tsv"):
        for cue in filter(None, row["cues"].split("|")):
            pairs.setdefault(cue, row["topic"])
    words = sorted(pairs)
    automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return words, [pairs[word] for word in words], automaton
