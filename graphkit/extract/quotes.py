"""A stretch of a text in, the same out with the brackets whose other half it holds: 办法》已经 → 《办法》已经."""

from __future__ import annotations

_BRACKETS = (("《", "》"), ("（", "）"), ("“", "”"))


def with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Give `[start, end)` with the bracket right before or behind it that one inside it belongs to."""
    for opening, closing in _BRACKETS:
        low, high = start, end
        if text.endswith(opening, 0, low) and (first := text.find(closing, low, high)) >= 0:
            start -= text.find(opening, low, first) < 0
        if text.startswith(closing, high) and (last := text.rfind(opening, low, high)) >= 0:
            end += text.find(closing, last, high) < 0
    return start, end
