"""A ready question and what a person typed go in; the SPARQL with things and values bound comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from graphkit.errors import GraphkitError, SeveralMeantError
from graphkit.model.tables import Term
from graphkit.query.catalogue import INSTEAD, MARKS, Parameter, Question
from graphkit.query.divisions import MEMBERS, divisions_fragments
from graphkit.query.entity import Questions, rows_of
from graphkit.query.filters import FILTERS, filter_fragment, is_date, values_fragment
from graphkit.query.names import Candidate, candidates_of, classes_of
from graphkit.query.suggesting import nearest_names, offered
from graphkit.rdf.engine import written_term
from graphkit.rdf.literals import decimal, text
from graphkit.rdf.ontology import people_call
from graphkit.terms import GK, PREFIXES


class UnknownNameError(GraphkitError):
    """Raised when nothing of the right kind is called so."""

    def __init__(self, option: str, name: str, classes: tuple[str, ...], near: tuple[str, ...] = ()) -> None:
        """Keep the option, the name and the classes that were looked through; `near` names are offered."""
        kinds = "、".join(people_call(one) or one for one in classes)
        english = " ".join(one.removeprefix(GK) for one in classes)
        zh, en = offered(near)
        super().__init__(f"--{option}: 没有找到“{name}”（{kinds}）{zh} / nothing of {english} is called {name}{en}")
        self.option = option
        self.name = name


class AmbiguousNameError(SeveralMeantError):
    """Raised when a name may mean several things; the user has to choose."""

    def __init__(self, option: str, name: str, candidates: tuple[Candidate, ...]) -> None:
        """Keep the option, the name and what it may mean."""
        count = len(candidates)
        super().__init__(f"--{option}: “{name}”可以是 {count} 个实体，请选一个 / may mean {count} things; choose one")
        self.option = option
        self.name = name
        self.candidates = candidates


class FilterValueError(GraphkitError):
    """Raised when the value of a filter cannot be read."""

    def __init__(self, option: str, value: str, wanted: str) -> None:
        """Keep the option, the value and what is wanted."""
        super().__init__(f"--{option}: “{value}”应为 / should be: {wanted}")
        self.option = option
        self.value = value


@dataclass(frozen=True, slots=True)
class Meant:
    """What a typed name was taken for; `passed_over` others match alike but have no part in the question."""

    option: str
    typed: str
    candidate: Candidate
    passed_over: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its values in it: SPARQL that runs as it is, and what the names were taken for."""

    question: Question
    sparql: str
    meant: tuple[Meant, ...]


def bind_question(dataset: Questions, question: Question, given: Mapping[str, str]) -> Asked:
    """Put values into a question: `given` has parameter and filter names with what was typed for them.

    Raises UnknownNameError, AmbiguousNameError or FilterValueError; what was typed is never part of
    the SPARQL, only the terms it was taken for.
    """
    if "from" in given and "to" in given and given["from"] > given["to"]:
        raise FilterValueError("to", given["to"], f"不早于 --from {given['from']} / not before --from")
    meant: list[Meant] = []
    fragments: dict[str, list[str]] = {kind: [] for kinds in MARKS.values() for kind in kinds}
    for parameter in question.parameters:
        if parameter.name in given:
            found = _meant(dataset, parameter.name, given[parameter.name], parameter)
            meant.append(found)
            values = values_fragment(parameter.name, Term("iri", found.candidate.iri))
            fragments["parameters"].append(f"{values} {parameter.pattern}".rstrip())
    for name, variable in question.filters.items():
        if name in given:
            term = _filter_term(dataset, name, given[name], meant)
            fragments["filters"].append(filter_fragment(name, variable, term))
    chosen = {one.option: one.candidate.iri for one in meant} if INSTEAD in question.sparql else {}
    listed = divisions_fragments(dataset, chosen)
    if MEMBERS in listed:
        fragments["parameters"] = [one.replace(MEMBERS, listed[MEMBERS]) for one in fragments["parameters"]]
    fragments |= {kind: [found] for kind, found in listed.items()}
    return Asked(question, _filled(question.sparql, fragments), tuple(meant))


def portable_sparql(asked: Asked) -> str:
    """Give the SPARQL with its prefixes declared, for any endpoint that has the dataset."""
    used = [prefix for prefix in PREFIXES if f"{prefix}:" in asked.sparql and prefix != "gkr"]
    head = [f"# {asked.question.title_zh} / {asked.question.title}\n"]
    return "".join([*head, *(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in used), asked.sparql])


def things_of_parameter(dataset: Questions, parameter: Parameter) -> Iterator[tuple[str, str]]:
    """Iterate over the things that a parameter can be answered for, as IRI and label, sorted."""
    query = (
        f"SELECT DISTINCT ?{parameter.name} ?label {{ ?{parameter.name} skos:prefLabel ?label . {_domain(parameter)} }}"
    )
    rows = rows_of(dataset, query)
    yield from sorted(
        {(row[parameter.name].value, row["label"].value) for row in rows}, key=lambda one: (one[1], one[0])
    )


def _filled(sparql: str, fragments: Mapping[str, list[str]]) -> str:
    """Put fragments, one a line, where the query marks that it takes them."""
    filled: list[str] = []
    lines = iter(sparql.splitlines(keepends=True))
    for line in lines:
        mark = line.strip()
        if mark not in MARKS:
            filled.append(line)
            continue
        indent = line[: len(line) - len(line.lstrip())]
        found = [f"{indent}{fragment}\n" for kind in MARKS[mark] for fragment in fragments[kind]]
        filled.extend(found)
        if found and mark.endswith(INSTEAD):
            next(lines)
    return "".join(filled)


def _meant(dataset: Questions, option: str, typed: str, parameter: Parameter) -> Meant:
    """Find the one thing that a name means; of several, those that have a part in the question."""
    candidates = candidates_of(dataset, typed, frozenset(parameter.classes))
    if not candidates:
        near = nearest_names(dataset, typed, lambda iri: bool({*parameter.classes} & {*classes_of(dataset, iri)}))
        raise UnknownNameError(option, typed, parameter.classes, near)
    kept = candidates
    if len(candidates) > 1 and parameter.among:
        known = _with_a_part(dataset, parameter, [one.iri for one in candidates])
        kept = [one for one in candidates if one.iri in known] or candidates
    if len(kept) > 1:
        raise AmbiguousNameError(option, typed, tuple(kept))
    return Meant(option, typed, kept[0], len(candidates) - 1)


def _with_a_part(dataset: Questions, parameter: Parameter, iris: list[str]) -> set[str]:
    """Give those of some things that a question can be answered for; others are not looked at."""
    listed = " ".join(written_term(Term("iri", iri)) for iri in iris)
    query = f"SELECT DISTINCT ?{parameter.name} {{ VALUES ?{parameter.name} {{ {listed} }} {parameter.among} }}"
    return {row[parameter.name].value for row in rows_of(dataset, query)}


def _domain(parameter: Parameter) -> str:
    classes = " ".join(f"<{one}>" for one in parameter.classes)
    return parameter.among or f"?{parameter.name} a ?class VALUES ?class {{ {classes} }}"


def _filter_term(dataset: Questions, name: str, typed: str, meant: list[Meant]) -> Term:
    classes = tuple(GK + one for one in FILTERS[name].classes)
    if classes:
        found = _meant(dataset, name, typed, Parameter(name, classes, is_required=False, label_zh="", label=""))
        meant.append(found)
        return Term("iri", found.candidate.iri)
    return _confidence(typed) if name == "min-confidence" else _day(name, typed)


def _confidence(typed: str) -> Term:
    try:
        value = Decimal(typed)
    except InvalidOperation:
        value = Decimal("NaN")
    if not (value.is_finite() and 0 <= value <= 1):
        raise FilterValueError("min-confidence", typed, "0 到 1 之间的数 / a number from 0 to 1")
    return decimal(value)


def _day(name: str, typed: str) -> Term:
    if not is_date(typed):
        raise FilterValueError(name, typed, "2023、2023-05 或 2023-05-19 / 2023, 2023-05 or 2023-05-19")
    return text(typed)
