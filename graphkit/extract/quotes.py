"""A stretch of a text in, the same out with the brackets whose other half it holds: 办法》已经 → 《办法》已经."""

from __future__ import annotations

_BRACKETS = (("《", "》"), ("（", "）"), ("“", "”"))


def with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Give `[start, end)` with the bracket right before or behind it that one inside it belongs to."""
    for opening, closing in _BRACKETS:
        first, last = text.find(closing, start, end), text.rfind(opening, start, end)
        if first >= 0 and text.endswith(opening, 0, start) and text.find(opening, start, first) < 0:
            start -= 1
        if last >= 0 and text.startswith(closing, end) and text.find(closing, last, end) < 0:
            end += 1
    return start, end
