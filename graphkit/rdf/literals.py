"""Values in, RDF terms out, each literal in the one spelling that the engine keeps."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from graphkit.model.tables import Term
from graphkit.model.values import PartialDate
from graphkit.terms import xsd

_HAN = "\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af“”‘’…—·"
_DROPPED = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])|(?<=\d)\s+|\s+(?=\d)")
_SPACE = re.compile(r"\s+")
_REMEMBERED = 4_096
_QUOTES = {"《": "》", "〈": "〉", "“": "”", "‘": "’", "「": "」", "『": "』", '"': '"', "'": "'"}


def iri(value: str) -> Term:
    """Give an IRI term."""
    return Term("iri", value)


def text(value: str) -> Term:
    """Give a plain string."""
    return Term("literal", value, xsd.string)


def label(value: str) -> Term:
    """Give a Chinese label."""
    return Term("literal", value, None, "zh")


def integer(value: int) -> Term:
    """Give an xsd:integer."""
    return Term("literal", str(value), xsd.integer)


def decimal(value: Decimal) -> Term:
    """Give an xsd:decimal without needless zeros."""
    written = f"{value:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return Term("literal", "0" if written in {"-0", ""} else written, xsd.decimal)


def date(value: PartialDate) -> Term:
    """Give a date typed by its precision: xsd:gYear, xsd:gYearMonth or xsd:date."""
    if value.month is None:
        return Term("literal", value.iso, xsd.gYear)
    return Term("literal", value.iso, xsd.gYearMonth if value.day is None else xsd.date)


def duration(months: int) -> Term:
    """Give an xsd:duration of whole months, years where they come out even."""
    years, rest = divmod(months, 12)
    return Term("literal", f"P{years}Y" if not rest else f"P{months}M", xsd.duration)


@lru_cache(maxsize=_REMEMBERED)
def label_form(name: str) -> str:
    """Give a name as labels have it (vocabulary.md, Labels).

    White space between Han characters and beside digits is dropped, other white space is one blank,
    quotes around the whole name are dropped.
    """
    bare = _SPACE.sub(" ", _DROPPED.sub("", name)).strip()
    while _is_quoted(bare):
        bare = bare[1:-1].strip()
    return bare


def _is_quoted(name: str) -> bool:
    """Tell whether the first character opens a quotation that only the last one closes."""
    closing = _QUOTES.get(name[:1])
    return closing is not None and len(name) > 2 and name.find(closing, 1) == len(name) - 1  # noqa: PLR2004 - quotes
