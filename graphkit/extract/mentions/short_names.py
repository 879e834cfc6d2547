"""A scan and its first candidates in, occurrences of short names that the text defines out (以下简称…)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_DEFINED = re.compile("”?（(?:以下)?简称(?:为|：)?“?(?P<short>[^“”（）\n]{2,16})”?）")
_KINDS = frozenset({"Agency"})
# Words that stand for the one group of their kind that a text names in full.
GROUP_WORDS = ("领导小组", "协调小组", "工作专班", "联席会议", "指挥部")
_BARE = re.compile(
    "(?<![一-鿿])(?P<word>领导小组|协调小组|工作专班|联席会议|指挥部)(?=[，。、；：]|(?:负责|定期|实行|不|由|下设|要|会|决定|办公|成员|组长|统一|统筹|原则|每|在|对|及|根据|召集|全体|即|的|可|主要|日常))(?!办公室|会议|全体会)"
)
# A group that a paper sets up, whose whole name no mention bears.
_SET_UP = re.compile(
    "(?:成立|设立|组建|调整)[^，。《》\n]{2,40}?(?P<word>领导小组|协调小组|工作专班|联席会议|指挥部)(?!办公室)"
)


def find_short_names(scan: Scan, candidates: Iterable[Mention]) -> Iterator[Mention]:
    """Iterate over the places where a short name defined for a candidate stands."""
    ending = {candidate.end: candidate for candidate in candidates if candidate.kind in _KINDS}
    for match in scan.matches(_DEFINED):
        named = ending.get(match.start())
        if named is None and match["short"] not in GROUP_WORDS:
            continue
        for found in re.finditer(re.escape(match["short"]), scan.text):
            if found.start() >= match.start("short"):
                yield scan.mention(found.start(), found.end(), "Agency", "short-name")
    yield from _bare_groups(scan, [one.surface for one in ending.values()])


def _bare_groups(scan: Scan, names: list[str]) -> Iterator[Mention]:
    """Iterate over 领导小组 and its like, behind the one group of the text that is named in full."""
    set_up = {one["word"] for one in scan.matches(_SET_UP)}
    for match in scan.matches(_BARE):
        full = {name for name in names if name.endswith(match["word"]) and name != match["word"]}
        whole = {name for name in full if not any(name != other and other.endswith(name) for other in full)}
        is_told = len(whole) == 1 and scan.text.find(next(iter(whole)), 0, match.start()) >= 0
        if is_told or (not whole and match["word"] in set_up):
            yield scan.mention(match.start(), match.end(), "Agency", "short-name")
