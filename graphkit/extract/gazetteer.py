"""Curated names in, their occurrences in a text out: one automaton over all gazetteers.

Sources, columns and licences of the tables: data/README.md.
"""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from graphkit.extract.lexicon import SHIPPED, Lexicon
from graphkit.extract.units import Unit, Units

LEVELS = {"省": "province", "自治区": "province", "直辖市": "province", "市": "prefecture", "州": "prefecture"}
LEVELS |= {"自治州": "prefecture", "自治县": "county", "自治旗": "county"}
LEVELS |= {"盟": "prefecture", "地区": "prefecture", "县": "county", "区": "county", "旗": "county"}
LEVEL_WORDS = (
    "全省",
    "全市",
    "全州",
    "全县",
    "全区",
    "全国",
    "全自治区",
    "国家",
    "中国",
    "本省",
    "本市",
    "我省",
    "我市",
    "我州",
    "我县",
    "我区",
)
NATION = "100000"

GENERIC_DISTRICTS = frozenset(
    {"城区", "郊区", "矿区", "市区", "新区", "省直辖县级行政区划", "自治区直辖县级行政区划", "市辖区", "县"}
)


class Region(NamedTuple):
    """One administrative division of GB/T 2260."""

    code: str
    name: str
    short: str
    level: str
    parent: str

    @property
    def government(self) -> str:
        """Give what its government is called: 人民政府; 行政公署 of a 盟 or 地区, which the province's sets up."""
        return "行政公署" if self.name.endswith(("盟", "地区")) else "人民政府"

    @property
    def committee(self) -> str:
        """Give what its party committee is called behind its name: 委; 党委 of a 自治区."""
        return "党委" if self.name.endswith("自治区") else "委"


class Function(NamedTuple):
    """A policy function, whether one body of a place has it alone, and the generic words it takes."""

    name: str
    unique: bool
    generics: tuple[str, ...]


class CentralBody(NamedTuple):
    """A central body of party or state."""

    name: str
    system: str
    parent: str
    function: str
    generic: str


_PLACES = frozenset({"region", "place", "county_place"})
_SHORT_PLACES = frozenset({"place", "county_place"})
# A river, lake or mountain that a short name only begins: 阿里 + 河林业局.
OF_WATER = re.compile(
    "[河江湖岭沟](?:镇|乡|村|林业局|林场|林区|水库|流域|湿地|灌区|大桥|电站|水电|景区|风景|经营所|管护)"
)
_SHORT_PLACE = 2
_LONGEST_WORD = 4
_LONGEST_VERB_PLACE = 3
_JOINED = "和县"
_BEFORE_COUNTY, _OF_COUNTY = "省市在到赴", ("政协", "政府", "人大", "纪委", "委", "人民", "第", "十")
_BODY_ENDINGS = frozenset("》）”局委办厅部院会处科室所站府司署队团校")


class Gazetteer:
    """All tables of a lexicon, loaded once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Load the tables and build the automaton."""
        self.lexicon = lexicon
        rows = lexicon.rows
        self.regions = {row["code"]: _region(row) for row in rows("regions.tsv")}
        self.region_codes: dict[str, list[str]] = defaultdict(list)
        self.short_codes: dict[str, list[str]] = defaultdict(list)
        self.abbreviations = {row["abbreviation"]: row["code"] for row in rows("abbreviations.tsv")}
        self.functions: dict[str, Function] = {}
        self.central: dict[str, CentralBody] = {}
        self.central_locally: dict[str, CentralBody] = {}
        self.kinds = {row["suffix"]: (row["system"], row["generic"]) for row in rows("kinds.tsv")}
        self.long_kinds = tuple(kind for kind in self.kinds if len(kind) > 1)
        self.surnames = frozenset(row["surname"] for row in rows("surnames.tsv"))
        self.edges = frozenset(row["word"] for row in rows("edges.tsv"))
        self.not_names = {row["word"]: row["opens"] == "yes" for row in rows("not_names.tsv")}
        self.posts = frozenset(row["post"] for row in rows("posts.tsv"))
        self.campaigns = {row["name"]: row["launcher"] for row in rows("campaigns.tsv")}
        self.cues = _cues(lexicon)
        self._senses: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._add_regions()
        self._add_bodies()
        names: dict[str, list[str]] = defaultdict(list)
        for name, body in self.central.items():
            names[body.name].append(name)
        self.central_names = {name: tuple(found) for name, found in names.items()}
        self.national = tuple(sorted(name for name in self.central if name.startswith("全")))
        self.boundaries = self.cues["boundary"]
        self.longer_words = _longer_words(self.boundaries, self.cues["not_boundary"])
        self.lead_lengths = _lengths_by_end(self.cues["body_lead"])
        self.boundary_lengths = _lengths_by_end(self.boundaries)
        for sense in ("meeting_head", "country", "international", "law", "not_place"):
            for word in self.cues[sense]:
                self._senses[word].append((sense, word))
        for word in self.campaigns:
            self._senses[word].append(("campaign", word))
        words = sorted(self._senses)
        self._verb_places = self._places_like_verbs()
        self._doubtful = self._verb_places.union({_JOINED}, self.short_codes)
        self._senses_at = [self._senses[word] for word in words]
        self._automaton = ahocorasick_rs.AhoCorasick(words)

    def units_in(self, text: str) -> Units:
        """Find every gazetteer word in a text, overlapping ones included."""
        units = [
            Unit(start, end, sense, value)
            for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            for sense, value in self._senses_at[index]
        ]
        units.sort()
        doubtful = self._doubtful
        found = _without_chance_places(units)
        return Units([unit for unit in found if unit.value not in doubtful or self._stands(text, unit)])

    def _stands(self, text: str, unit: Unit) -> bool:
        """Tell whether a word that other words can hold, or that a water is named for, is what it seems to be."""
        if unit.value in self._verb_places and self._is_verb(text, unit):
            return False
        if unit.value == _JOINED and _is_conjunction(text, unit):
            return False
        return not (unit.sense in _SHORT_PLACES and OF_WATER.match(text, unit.end))

    def _places_like_verbs(self) -> frozenset[str]:
        """Give the places that read like the end of a boundary word and a level: 会同县, 成县 (责成 + 县)."""
        ends = {word[-size:] for word in self.boundaries for size in (1, 2)}
        short = (name for name in self.region_codes if len(name) <= _LONGEST_VERB_PLACE and name[-1] in "县市区")
        found = {name for name in short if name[:-1] in ends and name != _JOINED}
        return frozenset(found | {name[:-1] for name in found if len(name) == _LONGEST_VERB_PLACE})

    def _is_verb(self, text: str, unit: Unit) -> bool:
        """Tell 责成 + 县水务局, and 县水务局 + 会同 + 县农业农村局, from the counties 成县 and 会同县."""
        end = unit.end - (text[unit.end - 1] in "县市区")
        if self._is_behind_upper(text, unit):
            return False
        is_inside = any(text[start:end] in self.boundaries for start in range(max(0, unit.start - 2), unit.start))
        before = text[unit.start - 1 : unit.start]
        return is_inside or ((before.isalnum() or before == "，") and text[unit.start : end] in self.boundaries)

    def _is_behind_upper(self, text: str, unit: Unit) -> bool:
        """Tell whether a place stands behind the division that it lies in (湖南省 + 会同县)."""
        upper = (self.region_named(text[max(0, unit.start - size) : unit.start], within=None) for size in (3, 2))
        own = self.region_named(unit.value, within=None)
        return own is not None and any(one is not None and self.is_within(own.code, one.code) for one in upper)

    def region_named(self, name: str, *, within: str | None) -> Region | None:
        """Find the division of a full or short name; several → the one inside `within`, else none."""
        codes = self.region_codes.get(name) or self.short_codes.get(name) or []
        if len(codes) > 1:
            inside = [code for code in codes if within is not None and self.is_within(code, within)]
            upper = [code for code in codes if self.regions[code].level != "county"]
            top = [code for code in codes if self.regions[code].level == "province"]
            codes = next((found for found in (inside, top, upper) if len(found) == 1), [])
        return self.regions[codes[0]] if codes else None

    def is_within(self, code: str, ancestor: str) -> bool:
        """Tell whether a division lies in another."""
        while code in self.regions:
            if code == ancestor:
                return True
            code = self.regions[code].parent
        return False

    def ancestor(self, code: str, level: str) -> Region | None:
        """Give the division of a level that holds `code`, itself included."""
        while code in self.regions:
            region = self.regions[code]
            if region.level == level:
                return region
            code = region.parent
        return None

    def meant_by(self, word: str, code: str) -> Region | None:
        """Give the lowest division around `code`, itself included, that a level word means: 市 is a city, no 州."""
        while code in self.regions:
            region = self.regions[code]
            if is_meant_by(word, region):
                return region
            code = region.parent
        return None

    def _add_regions(self) -> None:
        for region in self.regions.values():
            if region.name in GENERIC_DISTRICTS or region.code == NATION:
                continue
            self.region_codes[region.name].append(region.code)
            self._senses[region.name] = [("region", region.name)]
            if region.short != region.name and len(region.short) > 1:
                self.short_codes[region.short].append(region.code)
            for name in _shortened(region):
                self.region_codes[name].append(region.code)
                self._senses[name] = [("region", name)]
        for short, codes in self.short_codes.items():
            county = all(self.regions[code].level == "county" for code in codes)
            sense = "county_place" if county or short in self.cues["ambiguous_place"] else "place"
            if short not in self.region_codes:
                self._senses[short].append((sense, short))

    def _add_bodies(self) -> None:
        for row in self.lexicon.rows("functions.tsv"):
            function = Function(row["function"], row["unique"] == "yes", tuple(row["generics"].split("|")))
            for form in row["forms"].split("|"):
                self.functions[form] = function
                self._senses[form].append(("function", form))
        for row in self.lexicon.rows("central_bodies.tsv"):
            body = CentralBody(row["name"], row["system"], row["parent"], row["function"], row["generic"])
            for name in filter(None, row["local_aliases"].split("|")):
                self.central_locally[name] = body
                self._senses[name].append(("central_alias", name))
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                self.central[name] = body
                self._senses[name].append(("central", name))
        for suffix in self.kinds:
            self._senses[suffix].append(("suffix", suffix))
        for word in (*LEVELS, *LEVEL_WORDS):
            self._senses[word].append(("level", word))


def is_meant_by(word: str, region: Region) -> bool:
    """Tell whether a level word is the one of a division: 区 of a district or autonomous region, not of a 地区."""
    return region.name.endswith(word) and (word != "区" or not region.name.endswith("地区"))


def level_word(name: str) -> str | None:
    """Give the level word that a name opens with (自治区 of 自治区政府, 市 of 市委)."""
    return next((name[:size] for size in (3, 2, 1) if name[:size] in LEVELS), None)


def _shortened(region: Region) -> Iterator[str]:
    """Give the names of an autonomous division without its peoples: 凉山彝族自治州 → 凉山州, 广西自治区."""
    full = next((word for word in ("自治区", "自治州", "自治县", "自治旗") if region.name.endswith(word)), None)
    if full is not None and len(region.short) > 1 and not region.name.startswith(region.short + full):
        yield region.short + (full if full == "自治区" else full[-1])


def _lengths_by_end(words: Iterable[str]) -> dict[str, list[int]]:
    """Map the last character of words to how long those are that end with it, the longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for word in words:
        found[word[-1]].add(len(word))
    return {end: sorted(lengths, reverse=True) for end, lengths in found.items()}


def _longer_words(words: frozenset[str], longer: frozenset[str]) -> dict[str, tuple[tuple[int, str], ...]]:
    """Map each word to the longer ones that hold it and mean something else, with how far in it stands."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for word in sorted(longer):
        for start in range(len(word)):
            for end in range(start + 1, len(word) + 1):
                if word[start:end] in words and word[start:end] != word:
                    found[word[start:end]].append((start, word))
    return {word: tuple(others) for word, others in found.items()}


def _without_chance_places(units: list[Unit]) -> list[Unit]:
    """Drop places that only chance makes: across another's end (江西 + 安全), in a not_place; units in order.

    A short name over the beginning of a full one (联合 + 山东省) is chance too.
    """
    named = [unit for unit in units if unit.sense in _PLACES]
    if not named:
        return units
    places: dict[int, int] = {}
    full = {unit.start: unit.end for unit in named if unit.sense == "region" and unit.end - unit.start > _SHORT_PLACE}
    words = {unit.start: unit.end for unit in units if unit.sense == "not_place"}
    chance: set[Unit] = set()
    for unit in named:
        if places:
            places = {start: end for start, end in places.items() if end > unit.start}
        is_cut = unit.end - unit.start == _SHORT_PLACE and full.get(unit.start + 1, 0) > unit.end
        if is_cut or _is_chance(unit, places, words):
            chance.add(unit)
        else:
            places[unit.start] = max(places.get(unit.start, 0), unit.end)
    return [unit for unit in units if unit not in chance] if chance else units


def _is_chance(unit: Unit, places: dict[int, int], words: dict[int, int]) -> bool:
    """Tell whether a place begins inside another that ends before it does, or shares characters with a word."""
    start, end = unit.start, unit.end
    if places and any(before < start and ended < end for before, ended in places.items()):
        return True
    return any(words.get(at, 0) > start for at in range(max(0, start - _LONGEST_WORD), end)) if words else False


def _is_conjunction(text: str, unit: Unit) -> bool:
    """Tell 市财政局和县林业局 from the county 和县: behind a body 和 joins."""
    if unit.value != _JOINED or unit.start == 0:
        return False
    before = text[unit.start - 1]
    return before in _BODY_ENDINGS or (
        before.isalpha() and before not in _BEFORE_COUNTY and text.startswith(_OF_COUNTY, unit.end)
    )


@cache
def gazetteer(lexicon: Lexicon = SHIPPED) -> Gazetteer:
    """Load the gazetteer of a lexicon, once a process; the collector of garbage need not walk its tables again."""
    loaded = Gazetteer(lexicon)
    gc.freeze()
    return loaded


def _region(row: Mapping[str, str]) -> Region:
    return Region(row["code"], row["name"], row["short"], row["level"], row["parent"])


def _cues(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Group the cue words by set."""
    words: dict[str, set[str]] = defaultdict(set)
    for row in lexicon.rows("cues.tsv"):
        words[row["set"]].add(row["word"])
    return {name: frozenset(members) for name, members in words.items()}
