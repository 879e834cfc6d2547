"""The filters that ready questions share: a variable and a term go in, a fixed fragment of SPARQL comes out.

A value enters a query only as the engine writes a term, quotes and brackets escaped or refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.model.tables import Term
from graphkit.rdf.engine import written_term

_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: `fragment` has `$on` for the variable and `$value` for the term."""

    label_zh: str
    label: str
    fragment: str
    classes: tuple[str, ...] = ()
    """Of which gk: classes a thing is named by; none where the value is a literal."""


FILTERS: dict[str, Filter] = {
    "from": Filter(
        "起始日期，如 2023、2023-05、2023-05-19",
        "not before this date",
        # Dates are as precise as the text: the shorter of the two decides how far they are compared.
        "FILTER(SUBSTR(STR($on), 1, STRLEN($value)) >= SUBSTR($value, 1, STRLEN(STR($on))))",
    ),
    "to": Filter(
        "截止日期",
        "not after this date",
        "FILTER(SUBSTR(STR($on), 1, STRLEN($value)) <= SUBSTR($value, 1, STRLEN(STR($on))))",
    ),
    "region": Filter(
        "地区，含下级",
        "in this region or below it",
        # a region itself, a meeting held there, an agency there or a part of one
        "{ SELECT DISTINCT $on { $on org:subOrganizationOf*/(gk:jurisdiction|gk:heldIn)?/gk:within* $value } }",
        ("Region",),
    ),
    "agency": Filter("机构", "of this agency", "VALUES $on { $value }", ("Agency", "AgencyGroup")),
    "topic": Filter(
        "主题，含下级",
        "on this topic or one below it",
        # of a point, or of what sets points
        "{ SELECT DISTINCT $on { $on gk:sets?/gk:topic/skos:broader* $value } }",
        ("Topic",),
    ),
    "min-confidence": Filter(
        "最低可信度，0 到 1",
        "read with at least this confidence, 0 to 1",
        "FILTER(EXISTS { $on gk:confidence ?confidenceRead FILTER(?confidenceRead >= $value) })",
    ),
}


def values_fragment(variable: str, term: Term) -> str:
    """Give the fragment that binds a variable to one term."""
    return f"VALUES ?{variable} {{ {written_term(term)} }}"


def filter_fragment(name: str, variable: str, term: Term) -> str:
    """Give a filter's fragment with its variable and value."""
    parts: Mapping[str, str] = {"$on": variable, "$value": written_term(term)}
    return re.sub(r"\$(?:on|value)\b", lambda found: parts[found[0]], FILTERS[name].fragment)


def is_date(text: str) -> bool:
    """Tell whether a text is a year, a month or a day as filters take them."""
    return _DATE.fullmatch(text) is not None
