"""The places of those who publish what mentions a meeting in, the one whose divisions it concerns out."""

from __future__ import annotations

from collections.abc import Collection

_OF_PROVINCE = "全省"
_PROVINCE, _COUNTRY_DIGITS = "0000", 2


def universe_told(regions: Collection[str], called: str) -> str | None:
    """Give the only region of several IRIs, or the province of all of them where a meeting is called 全省….

    Codes are those of GB/T 2260: 360000 is the province of 360700. None where that does not tell.
    """
    if len(regions) <= 1 or _OF_PROVINCE not in called:
        return next(iter(regions)) if len(regions) == 1 else None
    whole = min(regions)
    code = whole.rpartition("/")[2]
    is_whole = code.endswith(_PROVINCE) and all(
        one.rpartition("/")[2].startswith(code[:_COUNTRY_DIGITS]) for one in regions
    )
    return whole if is_whole else None
