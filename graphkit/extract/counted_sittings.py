"""A meeting's name that counts several sittings in, the parts that each is told by out: 第3次 + 第5次常务会议."""

from __future__ import annotations

import re

_COUNT = "第[0-9一二三四五六七八九十百零〇]+次"
_SEVERAL = re.compile(
    f"(?P<body>[^、和及第]{{0,16}})(?P<counts>{_COUNT}(?:[、和及]{_COUNT})+)(?P<rest>[^、和及，。；]{{2,20}})"
)
_ONE = re.compile(_COUNT)
_BEFORE = re.compile(f"(?P<body>(?:[^、和及，。；：\n第召开举行主持了习达彻实议]){{0,16}})(?:{_COUNT}[、和及])+$")
_BEHIND = re.compile(f"(?:[、和及]{_COUNT})+(?P<rest>[^、和及，。；]{{0,20}}?(?:会议|会)(?!会|议))")
_REACH = 60


def parts_of(name: str) -> list[tuple[int, int]]:
    """Give where each of several counted sittings stands in a name, none where it is of one sitting."""
    several = _SEVERAL.fullmatch(name)
    if several is None:
        return []
    counts = [(count.start(), count.end()) for count in _ONE.finditer(name, *several.span("counts"))]
    (_, first), *others, (last, _) = counts
    return [(0, first), *others, (last, len(name))]


def whole_name(text: str, start: int, end: int) -> str | None:
    """Give the name of one of several counted sittings, told of by body and form once (第3次 → 第3次常务会议)."""
    behind = (
        _BEHIND.match(text, end) if _ONE.search(text[start:end][-_REACH:]) and text[end - 1 : end] == "次" else None
    )
    if behind is not None:
        before = _BEFORE.search(text, max(0, start - _REACH), start)
        return (before["body"] if before is not None else "") + text[start:end] + behind["rest"]
    count = _ONE.match(text, start, end)
    before = _BEFORE.search(text, max(0, start - _REACH), start) if count is not None else None
    return before["body"] + text[start:end] if before is not None else None


def is_joined(text: str, end: int) -> bool:
    """Tell whether another count follows the one that ends here."""
    return text[end - 1 : end] == "次" and _BEHIND.match(text, end) is not None
