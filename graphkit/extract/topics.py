"""A text in, the topics that its cue words show out (data/gazetteers/topics.tsv)."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import ahocorasick_rs

from graphkit.extract.lexicon import Lexicon
from graphkit.model.facts import TopicSign

_MOST = 3
_BEFORE = 14
_MEANS = re.compile("(?:结合|根据|按照|依托|利用|运用|会同|通过|以及违反|涉嫌)[^，。；、]{0,8}$")
_OPENING = 80
_OFTEN = 2
_OFFICE = re.compile(
    "(?:和[一-鿿]{2,6})?(?:行政|主管|管理|监管)*(?:部门|机关|厅|局|委(?!托)|司(?!法)|科(?![技学研普])|处(?![理置罚分])|中心|办公室|网(?!络))"
)


def topics_of(heading: str, text: str, lexicon: Lexicon) -> tuple[TopicSign, ...]:
    """Give at most three topics: those the heading shows, else those its text is about, longest cue first.

    A text is about what its opening names, or what it names more than once. What is part of the name
    of a body or an office (住房城乡建设厅, 公安机关, 税务部门) shows no topic.
    """
    return _shown(heading, lexicon, len(heading)) or _shown(text, lexicon, _OPENING)


def _shown(text: str, lexicon: Lexicon, opening: int) -> tuple[TopicSign, ...]:
    words, topics, automaton = _cues(lexicon)
    best: dict[str, str] = {}
    found = [
        (topics[index], words[index], start)
        for index, start, end in automaton.find_matches_as_indexes(text)
        if _OFFICE.match(text, end) is None and _MEANS.search(text, max(0, start - _BEFORE), start) is None
    ]
    if not found:
        return ()
    counts = Counter(topic for topic, _, _ in found)
    for topic, cue, start in found:
        if start > opening and counts[topic] < _OFTEN:
            continue
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
