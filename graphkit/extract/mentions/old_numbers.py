"""A scan in, papers named by body, year and number out, as before letters were usual: 国务院一九八〇年223号文件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_NUMBER = re.compile(
    r"(?:19\d{2}|一九[一二三四五六七八九〇○零]{2})年第?(?:\d{1,4}|[一二三四五六七八九十百〇]{1,5})号文件?"
)
_CENTRAL = frozenset({"central"})


def find_old_numbers(scan: Scan) -> Iterator[Mention]:
    """Iterate over the papers of central bodies that year and number name."""
    for number in scan.matches(_NUMBER):
        issuer = scan.units.longest_ending(number.start(), _CENTRAL)
        if issuer is not None:
            yield scan.mention(issuer.start, number.end(), "Policy", "cited")
