"""The ready questions: `ontology/questions/NAME.rq` goes in, a typed record of header and SPARQL comes out.

A header is comment lines `# key: value` before the query; README.md beside the files lists the keys.
The query itself is whole SPARQL that runs as it is; comment lines (MARKS) in it tell each group where
values are put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graphkit.errors import GraphkitError
from graphkit.query.filters import FILTERS
from graphkit.settings import resource
from graphkit.terms import GK, gk

FOLDER = "ontology/questions"
MARKS = {
    "# parameters and filters": ("parameters", "filters"),
    "# parameters": ("parameters",),
    "# filters": ("filters",),
    "# divisions of ?universe, or": ("divisions of ?universe",),
    "# divisions of ?top, or": ("divisions of ?top",),
}
"""Comments of a query that tell where values are put in, with which kinds of them; `or`: instead of the next line."""
INSTEAD = ", or"
"""How the comments end whose values are put in instead of the next line."""
READING = "reading"
"""The variable that holds the reading of a row, from which its citation is made."""

_HEADER = re.compile(r"#(?: (?P<key>[a-z]+)(?P<about>@en| [A-Za-z-]+)?: (?P<value>.+))?")
_PARAMETER = re.compile(r"(?P<need>required|optional) (?P<classes>[A-Z][A-Za-z ]*) \| (?P<zh>[^|]+) \| (?P<en>[^|]+)")
_HEADING = re.compile(r"(?P<zh>[^|]+) \| (?P<en>[^|]+)")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
_ON = re.compile(r"\?\w+")
_SELECTED = re.compile(r"\?(\w+)(?=[\s)])")


class QuestionFileError(GraphkitError):
    """Raised when a file of a question is not of the form that the catalogue needs."""

    def __init__(self, name: str, reason: str) -> None:
        """Keep the question and the reason."""
        super().__init__(f"questions/{name}.rq: {reason}")
        self.name = name
        self.reason = reason


class UnknownQuestionError(GraphkitError):
    """Raised when there is no ready question of this name."""

    def __init__(self, name: str, nearest: str | None) -> None:
        """Keep the name and the nearest one there is."""
        hint = f"，是不是 {nearest}？ / did you mean {nearest}?" if nearest else " / no such question"
        super().__init__(f"没有“{name}”这个问题{hint} 全部问题 all of them: graphkit ask")
        self.name = name
        self.nearest = nearest


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question that a person gives a thing for, by its name."""

    name: str
    classes: tuple[str, ...]
    is_required: bool
    label_zh: str
    label: str
    among: str = ""
    """A graph pattern that the thing must fit, so that only what the question knows of can be meant."""
    pattern: str = ""
    """A graph pattern that is put in with the value: it leads from the thing to what the query has."""


@dataclass(frozen=True, slots=True)
class Column:
    """A selected variable that people see, with its heading; `is_caption`: one value for the whole answer."""

    variable: str
    heading_zh: str
    heading: str
    is_caption: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A ready question: what it asks in words, what it takes, what it shows, and its SPARQL."""

    name: str
    order: int
    """Its place in lists: what people ask first comes first."""
    title_zh: str
    title: str
    about_zh: str
    about: str
    example: str
    parameters: tuple[Parameter, ...]
    filters: dict[str, str]
    """Filter → the variable that it is put on."""
    columns: tuple[Column, ...]
    sparql: str

    def parameter(self, name: str) -> Parameter:
        """Give a parameter by its name."""
        return next(one for one in self.parameters if one.name == name)


@cache
def question_names() -> tuple[str, ...]:
    """Give the names of the ready questions, sorted."""
    names = (one.name for one in resource(FOLDER).iterdir())
    return tuple(sorted(name.removesuffix(".rq") for name in names if name.endswith(".rq")))


@cache
def ready_question(name: str) -> Question:
    """Give a ready question by its name; raises UnknownQuestionError with the nearest name."""
    if name not in question_names():
        from difflib import get_close_matches

        raise UnknownQuestionError(name, next(iter(get_close_matches(name, question_names(), 1, 0.4)), None))
    return read_question(name, resource(f"{FOLDER}/{name}.rq").read_text("utf-8"))


def ready_questions() -> Iterator[Question]:
    """Iterate over the ready questions, in their order."""
    return iter(sorted(map(ready_question, question_names()), key=lambda one: (one.order, one.name)))


def read_question(name: str, text: str) -> Question:
    """Read the text of a .rq file; raises QuestionFileError when its header is not as it must be."""
    if not _NAME.fullmatch(name):
        raise QuestionFileError(name, "name it in small letters and hyphens")
    header, sparql = _split(name, text)
    single = {key: value for key, about, value in header if about in {"", "@en"} for key in [key + about]}
    missing = [key for key in ("order", "title", "title@en", "about", "about@en", "example") if key not in single]
    if missing:
        raise QuestionFileError(name, f"its header lacks {', '.join(missing)}")
    question = Question(
        name=name,
        order=int(single["order"]) if single["order"].isascii() and single["order"].isdigit() else 0,
        title_zh=single["title"],
        title=single["title@en"],
        about_zh=single["about"],
        about=single["about@en"],
        example=single["example"],
        parameters=tuple(_parameters(name, header)),
        filters={about.strip(): value for key, about, value in header if key == "filter"},
        columns=tuple(_columns(name, header)),
        sparql=sparql,
    )
    for complaint in _faults(question):
        raise QuestionFileError(name, complaint)
    return question


def _split(name: str, text: str) -> tuple[list[tuple[str, str, str]], str]:
    lines = text.splitlines(keepends=True)
    count = next((place for place, line in enumerate(lines) if not line.startswith("#")), len(lines))
    header = []
    for number, line in enumerate(lines[:count], 1):
        found = _HEADER.fullmatch(line.rstrip())
        if found is None:
            raise QuestionFileError(name, f"line {number} is not `# key: value`")
        if found["key"]:
            header.append((found["key"], found["about"] or "", found["value"]))
    return header, "".join(lines[count:])


def _parameters(name: str, header: Iterable[tuple[str, str, str]]) -> Iterator[Parameter]:
    patterns = {(key, about.strip()): value for key, about, value in header if key in {"among", "with"}}
    for key, about, value in header:
        if key != "parameter":
            continue
        found = _PARAMETER.fullmatch(value)
        if found is None:
            raise QuestionFileError(name, f"write `# parameter{about}: required Class | 中文 | English`")
        classes = tuple(GK + one for one in found["classes"].split())
        own = about.strip()
        among, pattern = patterns.get(("among", own), ""), patterns.get(("with", own), "")
        yield Parameter(own, classes, found["need"] == "required", found["zh"], found["en"], among, pattern)


def _columns(name: str, header: Iterable[tuple[str, str, str]]) -> Iterator[Column]:
    for key, about, value in header:
        if key not in {"column", "caption"}:
            continue
        found = _HEADING.fullmatch(value)
        if found is None:
            raise QuestionFileError(name, f"write `# {key}{about}: 中文 | English`")
        yield Column(about.strip(), found["zh"], found["en"], key == "caption")


def _faults(question: Question) -> Iterator[str]:
    """Tell what the header names that the query or the vocabulary has not."""
    if question.order < 1:
        yield "its order is no number from 1"
    selected = set(_SELECTED.findall(question.sparql.partition("WHERE")[0]))
    columns = [one.variable for one in question.columns]
    yield from (f"?{one} is a column but not selected" for one in columns if one not in selected)
    if not any(not one.is_caption for one in question.columns) or READING not in selected:
        yield f"it shows no column, or does not select ?{READING}"
    for parameter in question.parameters:
        yield from (f"{one} is no class" for one in parameter.classes if one not in set(gk))
        if not re.search(rf"\?{parameter.name}\b", question.sparql + parameter.pattern):
            yield f"?{parameter.name} is a parameter but not in the query"
    for name, variable in question.filters.items():
        if name not in FILTERS or not _ON.fullmatch(variable):
            yield f"there is no filter {name} on {variable}"
    marked = {kind for line in question.sparql.splitlines() for kind in MARKS.get(line.strip(), ())}
    for kind, named in (("parameters", question.parameters), ("filters", question.filters)):
        if named and kind not in marked:
            yield f"it has no line `# {kind}`"
