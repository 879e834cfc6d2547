"""Values understood from words, with the words beside them."""

from __future__ import annotations

from decimal import Decimal

from graphkit.model.record import Record


class PartialDate(Record):
    """A calendar date as precise as the text: year, year and month, or a day.

    `written` keeps the words; `year_from` is the raw text offset pair that settled a year that the
    words leave out.
    """

    year: int
    month: int | None = None
    day: int | None = None
    written: str = ""

    @property
    def iso(self) -> str:
        """Give xsd:gYear, xsd:gYearMonth or xsd:date form: 2021, 2021-03, 2021-03-05."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


class Quantity(Record):
    """A number with its unit; `comparator` is one of = ≥ ≤ ≈; a range has `maximum`."""

    number: Decimal
    unit: str
    comparator: str = "="
    maximum: Decimal | None = None
    written: str = ""
