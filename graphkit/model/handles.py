"""What one document knows of a meeting or policy that lets another document's be the same."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Handle(NamedTuple):
    """The linkable features of one meeting or policy as one document tells them.

    `thing` is its id in the document, later its IRI. `name` is a comparison key in which relative
    places are settled (全省 → 610000); `scope` is empty where the name means the same thing in every
    document, else the key of the body in whose documents it does. `date` is ISO as far as known: of a
    meeting its day, of a policy its signature. `holder` is a meeting's holder, `number` a policy's
    document number or the year that a meeting's name counts (2024年全省工作会议), `spoken` the date of the
    document; all empty where not stated.
    """

    thing: str
    kind: Literal["meeting", "policy"]
    name: str
    scope: str
    date: str = ""
    holder: str = ""
    number: str = ""
    spoken: str = ""
