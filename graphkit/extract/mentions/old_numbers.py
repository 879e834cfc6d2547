"""A scan in, papers named by body and number alone out: 国务院一九八〇年223号文件, 2019年中央一号文件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_NUMBER = re.compile(
    r"(?:19\d{2}|一九[一二三四五六七八九〇○零]{2})年第?(?:\d{1,4}|[一二三四五六七八九十百〇]{1,5})号文件?"
)
# What a committee sends out first in a year, on agriculture.
_FIRST = re.compile("(?:中央|[省市县区州旗]委)第?[一二三1-3]号文件")
_OF_YEAR = re.compile(r"(?:(?:19|20)\d{2}年)?(?:党|中共)?$")
_REACH = 7
_CENTRAL = frozenset({"central"})


def find_old_numbers(scan: Scan) -> Iterator[Mention]:
    """Iterate over the papers of central bodies that year and number name, and those of a committee by number."""
    for number in scan.matches(_NUMBER):
        issuer = scan.units.longest_ending(number.start(), _CENTRAL)
        if issuer is not None:
            yield scan.mention(issuer.start, number.end(), "Policy", "cited")
    for first in scan.matches(_FIRST):
        year = _OF_YEAR.search(scan.text, max(0, first.start() - _REACH), first.start())
        start = year.start() if year is not None else first.start()
        yield scan.mention(start, first.end(), "Policy", "cited")
