"""What people judge of what was read: that two things are one or two, that a reading is right or wrong."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from graphkit.model.record import Record

Verdict = Literal["same", "different", "unsure"]
Action = Literal["accept", "reject", "retype", "reword"]

_PLACE = re.compile(r"text/(?P<text>[0-9a-f]{16,64})#char=(?P<start>\d+),(?P<end>\d+)")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_SPACE = re.compile(r"\s+")

Place = Annotated[str, Field(pattern=f"^(?:{_PLACE.pattern})$")]
"""`text/{hex digits of the text's hash}#char=START,END`, as in the IRIs of readings."""


class Judged(Record):
    """Who judged, why and when; the day is ISO or empty."""

    who: str = ""
    why: str = ""
    date: str = ""

    @field_validator("date")
    @classmethod
    def _as_iso(cls, day: str) -> str:
        """Take a day as spreadsheets write it, too: 2023/6/1."""
        found = _DAY.fullmatch(day.strip())
        if found is None and day.strip():
            raise ValueError("不是日期，应形如 / no day, write it like 2023-06-01")
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


class PairJudgement(Judged):
    """Two things are the same, different, or nobody can tell.

    `a` and `b` are places where the things are named, or keys (an IRI after the base); `a_words` and
    `b_words` are what the places read, by which a judgement knows that its text has changed.
    """

    verdict: Verdict
    a: Annotated[str, Field(min_length=1)]
    a_words: str = ""
    b: Annotated[str, Field(min_length=1)]
    b_words: str = ""

    @model_validator(mode="after")
    def _of_two(self) -> Self:
        if self.a == self.b:
            raise ValueError("a 和 b 是同一处 / a and b are one")
        return self


class Correction(Judged):
    """A reading is right, wrong, of another class, or to be put in other words.

    `place` and `rule` name the reading, `words` are what it reads. Without `predicate` the whole
    reading is meant, of the rule of a mention: the thing that is named there. `subject` and `value`
    (keys, or the words of a literal) tell statements of one predicate apart. `new` is the class or the
    words that shall stand instead.
    """

    action: Action
    place: Place
    words: str = ""
    rule: Annotated[str, Field(min_length=1)]
    subject: str = ""
    predicate: str = ""
    value: str = ""
    new: str = ""

    @model_validator(mode="after")
    def _tells_what_is_new(self) -> Self:
        if self.action in {"retype", "reword"} and not self.new:
            raise ValueError("new 为空：retype 要写类名，reword 要写文字 / new is empty: the class or the words")
        return self


Judgement = PairJudgement | Correction


def place_of(text: str, start: int, end: int) -> str:
    """Give the place of a span in a text, named by the first 16 hex digits of its hash."""
    return f"text/{text[:16]}#char={start},{end}"


def placed(place: str) -> tuple[str, int, int] | None:
    """Give the hex digits, start and end of a place; None for what is no place but a key."""
    found = _PLACE.fullmatch(place)
    return (found["text"][:16], int(found["start"]), int(found["end"])) if found else None


def reads_as(text: str, words: str) -> bool:
    """Tell whether a text is the words, white space aside; no words are told by no text."""
    return not words or _SPACE.sub("", text) == _SPACE.sub("", words)
