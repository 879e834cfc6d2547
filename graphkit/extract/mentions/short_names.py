"""A scan and its first candidates in, occurrences of short names that the text defines out (以下简称…)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_DEFINED = re.compile("”?（(?:以下)?简称(?:为|：)?“?(?P<short>[^“”（）\n]{2,16})”?）")
_KINDS = frozenset({"Agency"})


def find_short_names(scan: Scan, candidates: Iterable[Mention]) -> Iterator[Mention]:
    """Iterate over the places where a short name defined for a candidate stands."""
    ending = {candidate.end: candidate for candidate in candidates if candidate.kind in _KINDS}
    for match in scan.matches(_DEFINED):
        named = ending.get(match.start())
        if named is None:
            continue
        for found in re.finditer(re.escape(match["short"]), scan.text):
            if found.start() >= match.start("short"):
                yield scan.mention(found.start(), found.end(), named.kind, "short-name")
