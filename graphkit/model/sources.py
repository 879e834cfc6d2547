"""What is known of a document besides its text: how it came out of its file, and what others say of it."""

from __future__ import annotations

from typing import Literal

from graphkit.model.record import Record


class Particulars(Record):
    """Title, date, publisher and address of a document that do not stand in its text.

    `origin` tells who says so: the page's own metadata, or a row of `sources.tsv`. `issued` is
    YYYY, YYYY-MM or YYYY-MM-DD; what is not said is "".
    """

    origin: Literal["page", "row"]
    title: str = ""
    issued: str = ""
    publisher: str = ""
    url: str = ""


class Provenance(Record):
    """How a text came out of its file; `encoding` and `because` where it was decoded, `notes` for people."""

    media_type: str = "text/plain"
    sha256: str = ""
    encoding: str = ""
    because: str = ""
    notes: tuple[str, ...] = ()
