"""Keys in, how the places and bodies they lie in stand to each other out."""

from __future__ import annotations

import re
from typing import Literal

_CODE = re.compile(r"\d{6}")
Relation = Literal["same", "nested", "apart", "unknown"]


def place_in(segments: tuple[str, ...]) -> str:
    """Give the code of the place that a key names first, empty where it names none."""
    return next((one for one in segments if _CODE.fullmatch(one)), "")


def relation_of(one: str, other: str) -> Relation:
    """Tell how two places stand: a county lies in its prefecture, a prefecture in its province (GB/T 2260)."""
    if not one or not other:
        return "unknown"
    if one == other:
        return "same"
    short, long = sorted((_significant(one), _significant(other)), key=len)
    return "nested" if long.startswith(short) else "apart"


def home_of(segments: tuple[str, ...]) -> tuple[str, ...]:
    """Give the segments of the body that a key lies in: what stands between its sort and its name."""
    inside = segments[1:-1]
    return inside[1:] if inside[:1] == ("document",) else inside


def is_within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one body is the other or a part of it."""
    short, long = sorted((one, other), key=len)
    return bool(short) and long[: len(short)] == short


def _significant(code: str) -> str:
    """Give the digits of a code that its level has: 51, 5101, 510104; none of the nation's."""
    if code == "100000":
        return ""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
