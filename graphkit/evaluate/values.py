"""One name for one value: a date or target mention goes in, the gold form's entity id of its value comes out."""

from __future__ import annotations

import re
import unicodedata

from graphkit.model.facts import Mention

_SPACE = re.compile(r"\s+")
_YEAR_SUFFIX = re.compile(r"(?<=年)度$")


def value_key(mention: Mention, document_date: str | None) -> str:
    """Give the same id to mentions of one value: `Date 2021年` for 2021 年 and 2021年度."""
    surface = _SPACE.sub("", unicodedata.normalize("NFKC", mention.surface))
    return f"{mention.kind} {_YEAR_SUFFIX.sub('', surface)}"
