"""A stretch of a text in, the same out with the brackets whose other half it holds: 办法》已经 → 《办法》已经."""

from __future__ import annotations

_BRACKETS = (("《", "》"), ("（", "）"), ("“", "”"))
_OPENING, _CLOSING = (frozenset(side) for side in zip(*_BRACKETS, strict=True))


def with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Give `[start, end)` with the bracket right before or behind it that one inside it belongs to."""
    if text[start - 1 : start] not in _OPENING and text[end : end + 1] not in _CLOSING:
        return start, end
    for opening, closing in _BRACKETS:
        low, high = start, end
        if text.endswith(opening, 0, low) and (first := text.find(closing, low, high)) >= 0:
            start -= text.find(opening, low, first) < 0
        if text.startswith(closing, high) and (last := text.rfind(opening, low, high)) >= 0:
            end += text.find(closing, last, high) < 0
    return start, end
