"""Traditional and variant characters in, the simplified ones out, one for one (data/gazetteers/variants.tsv)."""

from __future__ import annotations

from functools import cache

from graphkit.settings import resource


@cache
def variants() -> dict[int, int]:
    """Give the table by code points, as `str.translate` takes it."""
    lines = resource("gazetteers/variants.tsv").read_text("utf-8").splitlines()[1:]
    pairs = (line.split("\t") for line in lines)
    return {ord(traditional): ord(simplified) for traditional, simplified, *_ in pairs}


class _Noting(dict[int, int]):
    """A table in which what stands for itself is noted once, so that no look-up fails twice."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


@cache
def _table() -> _Noting:
    return _Noting(variants())


def simplified(text: str) -> str:
    """Give a text with each character in its simplified form."""
    return text if text.isascii() else text.translate(_table())


def has_variants(text: str) -> bool:
    """Tell whether a character of a text has a simplified form other than itself."""
    return not text.isascii() and not _characters().isdisjoint(text)


@cache
def _characters() -> frozenset[str]:
    return frozenset(chr(code) for code, simple in variants().items() if code != simple)
