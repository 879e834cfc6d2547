"""IRIs of groups and offices in, what each group is made of out: the link stage's part of coverage.

各市（州）机关事务主管部门 of a bureau of 四川省 are the offices of that function of its prefectures. That much is in
the keys; who responded stays a question (docs/decisions/0008-coverage.md). The result is a function of
the set of IRIs, and takes one step for each of them and one for each membership.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from graphkit.dataset.reference import ancestors_of, child_of, level_of
from graphkit.model.tables import Statement, Term
from graphkit.rdf.iris import graph_iri, region_iri
from graphkit.rdf.literals import iri, text
from graphkit.settings import resource
from graphkit.terms import GK, gk, org

NATION = "100000"
GOVERNMENT = "政府"
"""The function of a people's government itself, as keys write it."""

_CODE = re.compile("[0-9]{6}")
# Which divisions a group's name takes in, by its opening; each has all of them.
_SCOPE = re.compile("^(?:全[国省市州区]|本[省市州])")
_PROVINCES = re.compile("^各省(?:、市、自治区|、自治区|（区、市）|区市|级)?(?:、直辖市)?")
_BOTH = re.compile("^各(?:级|(?:设区)?市(?:（州）|、州)?、?县)(?:、区|（市、区）)?")
_PREFECTURES = re.compile(
    "^各(?:设区)?(?:市、?州|州、?市|市（州）|州（市）|地、?市|地（市）|盟、?市|市（地）|市（区）|地级市|市|州)"
)
_COUNTIES = re.compile(
    "^各(?:个)?(?:县（市、区）|县（区）|县（市）|区（县）|区（市）县|县、?区|区、?县|县、市、区|旗县|县|区)"
)
# 全省11个设区市水利局: all of them, counted.
_COUNTED = re.compile("^(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})个")
_OPEN = re.compile("有关|相关|部分|直属|所属")
_BESIDE = re.compile("^(?:[、及和]|计划单列市|新疆生产建设兵团)*")
_GOVERNMENTS = re.compile("(?:人民)?政府")
_GENERIC = re.compile(
    "(?:行政)?(?:管理|服务)?(?:主管|监管)?(?:部门|机构|委员会|局|厅|委|办公室|办|中心)(?:（[^（）]*）)?"
)
_TELLING = re.compile(f"<{GK}(conveys|carriesOut|sentTo)> ".encode())
_BRACKETS = str.maketrans("()", "（）")


class Group(NamedTuple):
    """An open group: the offices of one function of the divisions of these levels in one region."""

    iri: str
    region: str
    levels: tuple[str, ...]
    function: str


class Office(NamedTuple):
    """An office of one function of one region."""

    iri: str
    region: str
    function: str


def told_of(nquads: bytes, base: str) -> Iterator[str]:
    """Iterate over the groups that canonical N-Quads say did something or were sent something."""
    wanted = f"<{base}group/".encode()
    if wanted not in nquads:
        return
    for found in _TELLING.finditer(nquads):
        start = found.end() if found[1] == b"sentTo" else nquads.rfind(b"\n", 0, found.start()) + 1
        if nquads.startswith(wanted, start):
            yield nquads[start + 1 : nquads.index(b">", start)].decode()


def coverage_of(iris: Iterable[str], base: str) -> tuple[list[Group], list[Office]]:
    """Give the groups and offices among IRIs, sorted; those whose keys do not tell are left out."""
    known = sorted(set(iris))
    return list(groups_in(known, base)), list(offices_in(known, base))


def groups_in(iris: Iterable[str], base: str) -> Iterator[Group]:
    """Iterate over the groups among IRIs whose keys tell what they are made of."""
    groups = (_group(one, _segments(one, base)) for one in iris if one.startswith(f"{base}group/"))
    return (one for one in groups if one is not None)


def offices_in(iris: Iterable[str], base: str) -> Iterator[Office]:
    """Iterate over the offices among IRIs whose keys tell their region and function."""
    offices = (_office(one, _segments(one, base)) for one in iris if one.startswith(f"{base}agency/"))
    return (one for one in offices if one is not None)


def member_regions(groups: Iterable[Group]) -> set[str]:
    """Give the codes of the regions of groups, and one member just below each: the reference adds its siblings."""
    codes: set[str] = set()
    for one in groups:
        below = child_of(one.region)
        codes |= {one.region} | ({below} if below and level_of(below) in one.levels else set())
    return codes


def membership_statements(groups: Iterable[Group], offices: Iterable[Office], base: str) -> Iterator[Statement]:
    """State, derived, which divisions each group is made of, its function, and which known offices belong to it.

    Members are stated for groups of one level; 各级 takes in every office there is.
    """
    derived = graph_iri("derived", base)
    places: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for one in groups:
        yield from _twice(one.iri, gk.membersIn, iri(region_iri(one.region, base)), derived)
        if one.function != GOVERNMENT:
            yield from _twice(one.iri, gk.function, text(one.function), derived)
        for level in one.levels:
            yield from _twice(one.iri, gk.memberLevel, text(level), derived)
        if len(one.levels) == 1:
            places[one.region, one.levels[0], one.function].append(one.iri)
    for office in offices:
        for above in ancestors_of(office.region):
            for group in places.get((above, level_of(office.region), office.function), ()):
                yield from _twice(office.iri, org.memberOf, iri(group), derived)


def _twice(subject: str, predicate: str, value: Term, graph: str) -> Iterator[Statement]:
    yield Statement(subject, predicate, value, graph)
    yield Statement(subject, predicate, value, None)


def _segments(thing: str, base: str) -> tuple[str, ...]:
    return tuple(unquote(segment) for segment in thing.removeprefix(base).split("/"))


def _office(thing: str, key: tuple[str, ...]) -> Office | None:
    """Read `agency/510100/政府/机关事务/局`, or `agency/510100/政府/政府`, a government itself."""
    match key:
        case ("agency", code, "政府", function, _) | ("agency", code, "政府", function) if _CODE.fullmatch(code):
            is_body = len(key) > len(("agency", code, GOVERNMENT, function)) or function == GOVERNMENT
            return Office(thing, code, function) if is_body else None
        case _:
            return None


def _group(thing: str, key: tuple[str, ...]) -> Group | None:
    """Read `group/510000/政府/机关事务/局/各市（州）机关事务主管部门`."""
    name = _COUNTED.sub("各", _SCOPE.sub("", key[-1].translate(_BRACKETS)))
    home = key[1] if _CODE.fullmatch(key[1]) else NATION
    found = _levels(name, level_of(home))
    if found is None:
        return None
    levels, rest = found
    function = _function_in(rest) if rest else _function_of_home(key)
    return Group(thing, NATION if levels == ("province",) else home, levels, function) if function else None


def _levels(name: str, home: str) -> tuple[tuple[str, ...], str] | None:
    """Give the levels that a group's name takes in, seen from a body of level `home`, and the rest of the name."""
    patterns = ((_PROVINCES, ("province",)), (_BOTH, ("prefecture", "county")), (_PREFECTURES, ("prefecture",)))
    for pattern, levels in (*patterns, (_COUNTIES, ("county",))):
        opening = pattern.match(name)
        if opening is None or _OPEN.search(name):
            continue
        rest = name[opening.end() :]
        if home == "country":
            return (levels, rest) if levels == ("province",) else None
        if home == "prefecture":
            return (("county",), rest) if levels != ("province",) else None
        return (levels, rest) if home == "province" and levels != ("province",) else None
    return None


def _function_in(rest: str) -> str:
    """Give the function that the rest of a group's name is made of, "" where it is made of something else."""
    name = _BESIDE.sub("", rest)
    if _GOVERNMENTS.fullmatch(name):
        return GOVERNMENT
    lengths = (length for length in range(len(name), 0, -1) if name[:length] in _forms())
    form = next((name[:length] for length in lengths if _GENERIC.fullmatch(name, length)), "")
    return _forms().get(form, "")


def _function_of_home(key: tuple[str, ...]) -> str:
    """Give the function of the body whose 各市（州）are meant: those of its own line of work."""
    match key:
        case ("group", code, "政府", function, _, _) if _CODE.fullmatch(code):
            return function
        case _:
            return ""


@cache
def _forms() -> dict[str, str]:
    """Load the forms of the functions (data/gazetteers/functions.tsv)."""
    lines = resource("gazetteers/functions.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {form: function for function, forms, *_ in rows for form in forms.split("|")}
