"""An annotation in, the features out by which its meetings and policies are linked over documents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from graphkit.extract.gazetteer import Region, gazetteer
from graphkit.model.entities import Annotation, Entity
from graphkit.model.facts import Fact, Holding, Issuance, Numbering, Signature
from graphkit.model.handles import Handle
from graphkit.normalise.draft_titles import without_draft_mark

_DROPPED = re.compile(r"[\s《》〈〉“”‘’\"'*]")
# 2024年全省林业工作会议: the year counts the meeting, and the rest is what others call it.
_YEAR = re.compile("(?P<year>20[0-9]{2})年(?:度)?(?=[全我省市县]|[一-鿿]{2,8}[省市县区州])")
_ABSOLUTE = re.compile("全国|中央|国务院|党的|中共|中华人民共和国|国家|第?[一二三四五六七八九十]+届")
_RELATIVE = re.compile("(?P<all>[全我])?(?P<level>省|自治区|市|州|盟|县|区|旗)(?=[^属直级内外])")
_LEVELS = {
    "省": ("province",),
    "自治区": ("province",),
    "州": ("prefecture",),
    "盟": ("prefecture",),
    "市": ("prefecture", "county", "province"),
    "区": ("county", "province"),
    "县": ("county",),
    "旗": ("county",),
}
_OF_A_PLACE = {("党委", "委"), ("政府", "政府")}
"""How the keys of a place's party committee and of its government end."""

_SHORTEST = 6
"""Characters of a name that can mean the same thing in two documents: 党组会议 and 专题会议 are held every week."""


def handles_in(annotation: Annotation) -> Iterator[Handle]:
    """Iterate over the handles of the meetings and policies that are named."""
    known = _Known(annotation.facts)
    named = {mention.entity for mention in annotation.mentions}
    home = annotation.entities.get(annotation.home) if annotation.home is not None else None
    spoken = annotation.document_date or ""
    for name, entity in sorted(annotation.entities.items()):
        match entity.kind:
            case "Meeting":
                holder = annotation.entities.get(known.holders.get(name, ""))
                year = _YEAR.match(entity.label)
                called = entity.label[year.end() :] if year is not None else entity.label
                settled = settle(called, home, holder, annotation.home_region)
                if settled is not None and name in named:
                    holder_key = "/".join(holder.key) if holder is not None else ""
                    counted = year["year"] if year is not None else ""
                    yield Handle(name, "meeting", *settled, known.held.get(name, ""), holder_key, counted, spoken)
            case "Policy":
                issuer = annotation.entities.get(known.issuers.get(name, "")) or home
                title = name_key(without_draft_mark(entity.label))
                scope = "" if _opens_with_place(title) else _home_key(issuer)
                number = known.numbers.get(name, "")
                yield Handle(name, "policy", title, scope, known.signed.get(name, ""), "", number, spoken)
            case _:
                pass


class _Known:
    """What the facts say of each meeting and policy; the first of each stands, as in the keys."""

    def __init__(self, facts: tuple[Fact, ...]) -> None:
        self.held: dict[str, str] = {}
        self.holders: dict[str, str] = {}
        self.numbers: dict[str, str] = {}
        self.issuers: dict[str, str] = {}
        self.signed: dict[str, str] = {}
        for fact in facts:
            self._note(fact)

    def _note(self, fact: Fact) -> None:
        match fact:
            case Holding():
                if fact.on is not None:
                    self.held.setdefault(fact.meeting, fact.on.iso)
                if fact.by is not None:
                    self.holders.setdefault(fact.meeting, fact.by)
            case Numbering():
                self.numbers.setdefault(fact.policy, fact.number)
            case Issuance():
                self.issuers.setdefault(fact.policy, fact.issuer)
            case Signature():
                self.signed.setdefault(fact.policy, fact.date.iso)
            case _:
                pass


def settle(
    name: str, home: Entity | None, holder: Entity | None = None, home_region: str | None = None
) -> tuple[str, str] | None:
    """Give the comparison key of a meeting's name and its scope; None where it names no meeting of its own.

    A name that opens with 全国 or a place means the same everywhere; 全省, 我市 and 县 stand for the
    division of its holder, else of the body that speaks, else of the document (`home_region`, its code);
    what a place's committee or government holds is the place's (省委召开教育大会, 全省教育大会); any other
    name is one body's.
    """
    key = name_key(name).replace("(扩大)", "扩大")
    if len(key) < _SHORTEST or not key.removesuffix("会议").strip("0123456789"):
        return None
    if _ABSOLUTE.match(key):
        return key, ""
    if _opens_with_place(key):
        place = _opening_division(key)
        return (place.code + key[len(place.name) :] if place is not None else key), ""
    relative = _RELATIVE.match(key)
    if relative is not None:
        codes = (_code_of(holder), _code_of(home), home_region)
        code = next(filter(None, (_division(one, relative["level"]) for one in codes if one is not None)), None)
        return (code + key[relative.end() :], "") if code is not None else (key, _home_key(home))
    if holder is not None and holder.key[2:] in _OF_A_PLACE:
        return holder.key[1] + key, ""
    return (key, _home_key(home)) if home is not None else None


def name_key(name: str) -> str:
    """Give a name without white space, quotes and stars, full-width forms folded."""
    return unicodedata.normalize("NFKC", _DROPPED.sub("", name))


def _code_of(body: Entity | None) -> str | None:
    """Give the code of the division that a body lies in."""
    if body is None or body.key[0] != "agency":
        return None
    return body.key[1] if len(body.key) > 1 and body.key[1].isdigit() else body.region_code


def _division(code: str, level: str) -> str | None:
    """Give the code of the division of some level in which the division of a code lies."""
    own = gazetteer().regions.get(code)
    if own is not None and own.level == "county" and own.name.endswith(level):
        return own.code  # 全市 of a city that is a county
    places = (gazetteer().ancestor(code, one) for one in _LEVELS[level])
    return next((place.code for place in places if place is not None and _is_called(place, level)), None)


def _is_called(place: Region, level: str) -> bool:
    """Tell whether a division is one of a word's: of the provinces, 全市 means a municipality and 全区 a region."""
    return place.level != "province" or place.name.endswith(level)


def _home_key(body: Entity | None) -> str:
    return "/".join(body.key) if body is not None else "?"


def _opening_division(name: str) -> Region | None:
    """Give the division whose full name opens a name, if only one bears it: 陕西省林业工作会议 is 全省… of 610000."""
    known = gazetteer()
    opening = known.units_in(name).longest_starting(0, frozenset({"region"}))
    codes = known.region_codes.get(name[: opening.end], ()) if opening is not None else ()
    return known.regions[codes[0]] if len(codes) == 1 else None


def _opens_with_place(title: str) -> bool:
    if _ABSOLUTE.match(title):
        return True
    opening = gazetteer().units_in(title).longest_starting(0, frozenset({"region", "central"}))
    return opening is not None
