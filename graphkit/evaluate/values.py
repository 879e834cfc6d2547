"""One name for one value: a date or target mention goes in, the gold form's entity id of its value comes out."""

from __future__ import annotations

import re
import unicodedata

from graphkit.model.facts import Mention
from graphkit.normalise.dates import understand_date

_SPACE = re.compile(r"\s+")
_THIRD_OF_MONTH = re.compile("[上中下]旬")


def value_key(mention: Mention, document_date: str | None) -> str:
    """Give the same id to mentions of one value: `Date 2021` for 2021 年 and 2021年度.

    A date that leaves out its year takes the document's; words that are no date stand for themselves.
    """
    surface = _SPACE.sub("", unicodedata.normalize("NFKC", mention.surface))
    value = _date_value(surface, document_date) if mention.kind == "Date" else surface
    return f"{mention.kind} {value}"


def _date_value(surface: str, document_date: str | None) -> str:
    understood = understand_date(surface, year=int(document_date[:4]) if document_date else None)
    if understood is None:
        return surface
    ends = [understood.start.iso, *([understood.end.iso] if understood.end else [])]
    return "/".join(ends) + "".join(_THIRD_OF_MONTH.findall(surface))
