"""A document and the gazetteer words in it: what every finder and rule looks at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from graphkit.extract.gazetteer import Gazetteer, Region, gazetteer
from graphkit.extract.glued_names import ends_of_glued_names
from graphkit.extract.lexicon import SHIPPED, Lexicon
from graphkit.extract.local_signs import place_of_signs
from graphkit.extract.needed_words import Needed, needs_of
from graphkit.extract.occurrences import occurrences, occurrences_from
from graphkit.extract.units import Units
from graphkit.extract.word_places import WordPlaces
from graphkit.model.facts import Mention, MentionKind
from graphkit.model.text import Document, Section, SectionKind
from graphkit.normalise.variants import has_variants

HEAD_KINDS = frozenset({SectionKind.MASTHEAD, SectionKind.CONTENTS, SectionKind.FOOTER, SectionKind.METADATA})
# A text without marks is cut every thousand characters, so that no rule looks at more at once.
SENTENCE = re.compile("[^。！？]{0,1000}[。！？]{1,9}[”’）》]?|[^。！？]{1,1000}")
_CLAUSE_MARK = re.compile("[，。；：！？\n]")
_ARTICLE = re.compile("(?:^|\\n)第[一二三四五六七八九十百]+条(?![规第的、款和之])")
_HEAD = 800
# So few paragraphs are sooner searched than looked through for further words.
_FEW_SECTIONS = 3
# In a longer text a pattern is tried near words that it needs, if they are near its start and few.
_SHORT_TEXT, _FARTHEST, _TRIED = 1000, 40, 100
# A roster's line: a role, a name, and a post (副组长：肖 捷 国务院副秘书长).
_ROSTER_LINE = 48
# Blanks that part columns, be there one alone.
_WIDE = frozenset("\u3000\t")
_STRAY = re.compile("(?<=[一-鿿]) (?=[一-鿿])")
_BRACKETED = re.compile("[（(][^（）()]*[）)]")
_PROSE_LINE, _FEWEST_STRAYS, _SHARE_STRAY = 30, 4, 0.008
_ROSTER_ROLE = re.compile("[一-鿿]{2,8}：")
_NAME = re.compile("[一-鿿]{2,4}")
_ROSTER_POST = re.compile("(?:[长员]|主任|书记|主席|总监|助理|工程师|委员|代表|巡视员)(?:[，、][^。]{2,30})?$")
_FIELD_NAME, _LABEL = re.compile("^[^：】]*[：】]"), re.compile("【[^】]*】")
_ISSUER_FIELD = re.compile("[-|]?【?(?:(?:发布|发文|制发|制定)(?:机关|机构|部门|单位)|颁布单位|author)")
_SUFFIX_OF_SERIES = re.compile("(?:工作)?(?:简报|动态|专报|快报|通讯|信息|要情|内参|文件|公报)$")

# 6月18日，安阳县召开…: who acts first, a place in full or a body of one.
_OPENING = re.compile(
    r"(?:[0-9年月日至、-]{2,14}(?:上午|下午|晚)?，?|(?:近日|日前|近期|连日来|今年以来|为[^，。；]{4,40})，)?"
    r"(?P<actor>[一-鿿]{2,10}?[省市县区州旗盟](?=人民|政府|委|[一-鿿]{1,10}?[局院厅办]|召开|举行|组织|举办|开展|迅速|积极|认真|多措|深入|坚持|紧扣|立足|聚焦|把|将|以))"
)


class Sentence(NamedTuple):
    """One sentence of the matched text, end mark included."""

    start: int
    end: int


class Clause(NamedTuple):
    """A stretch between marks, `[start, end)` of the matched text."""

    start: int
    end: int


ITEM_MARKS = frozenset("●◆■▲★◎○▶◇※•·▼☆□►➤△")
"""What opens the items of a bulletin."""


class Refusal(NamedTuple):
    """A candidate that was not taken, `[start, end)` of the matched text, and why."""

    start: int
    end: int
    kind: str
    why: str


def _before(places: Iterable[int], reach: int) -> Iterator[tuple[int, int]]:
    """Iterate over the stretches that end with these places, in order, and begin so far before them, none twice."""
    end = 0
    for place in places:
        if place >= end:
            yield max(place - reach, end), place + 1
            end = place + 1


class Scan:
    """A document with its units; finders read it, nothing writes it but `refuse`."""

    def __init__(self, document: Document, lexicon: Lexicon = SHIPPED) -> None:
        """Take a document and the tables to read it with."""
        self.document = document
        self.text = document.matched
        self.gazetteer: Gazetteer = gazetteer(lexicon)
        self._starts = [section.start for section in document.sections]
        tables = self.gazetteer
        glued = ends_of_glued_names(document, tables.surnames, tables.region_codes)
        self._breaks = frozenset((*self._starts, *glued))
        self.drops = self._breaks | document.offsets.run_starts
        """The offsets before which a paragraph begins or something was dropped; no name is cut elsewhere."""
        self.refusals: list[Refusal] | None = None
        self._words = WordPlaces(self.text)
        self._sections_of: dict[str, set[int] | None] = {}

    @cached_property
    def titles(self) -> tuple[Section, ...]:
        """Give the title lines."""
        return tuple(one for one in self.document.sections if one.kind is SectionKind.TITLE)

    @cached_property
    def last_of_kind(self) -> dict[SectionKind, Section]:
        """Give the last paragraph of each kind that there is."""
        return {section.kind: section for section in self.document.sections}

    @cached_property
    def units(self) -> Units:
        """Give the occurrences of gazetteer words."""
        return self.gazetteer.units_in(self.text)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Iterate over the matches of a pattern in the whole text, unless words that it needs are not in it."""
        needs = needs_of(pattern)
        if not self._words.has_each(needs.around):
            return iter(())
        stretches = self._stretches(needs.near) if len(self.text) > _SHORT_TEXT else None
        if stretches is not None:
            return occurrences_from(pattern, self.text, stretches)
        return occurrences(pattern, self.text, 0, len(self.text))

    def _stretches(self, near: Iterable[Needed]) -> Iterator[tuple[int, int]] | None:
        """Give where matches can begin, by the places of words that they need; None where that is hardly less."""
        for words, reach in near:
            if reach <= _FARTHEST:
                most = (len(self.text) - 1) // (_TRIED + reach)
                places = self._words.of_few(self._words.standing(words), most)
                if places:
                    return _before(places, reach)
        return None

    def may_hold(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether the text has the words that a match of a pattern needs."""
        return self._words.has_each(needs_of(pattern).around)

    def has_any(self, words: Iterable[str]) -> bool:
        """Tell whether one of these words stands in the text."""
        return self._words.has_any(frozenset(words))

    def sections_for(self, pattern: re.Pattern[str]) -> Iterable[Section]:
        """Give the paragraphs, in order, that have the words for a match of a pattern."""
        sections, needs = self.document.sections, needs_of(pattern).inside
        if not self._words.has_each(needs):
            return ()
        fitting: AbstractSet[int] | None = None
        for words in needs:
            found = [self._sections_with(word) for word in self._words.standing(words)]
            if None in found:
                continue
            having = set[int]().union(*filter(None, found))
            fitting = having if fitting is None else fitting & having
            if not fitting:
                return ()
            if len(fitting) <= _FEW_SECTIONS:
                break
        return sections if fitting is None else map(sections.__getitem__, sorted(fitting))

    def _sections_with(self, word: str) -> set[int] | None:
        """Give the indexes of the paragraphs in which a word begins, looked for once; None if it is in about all."""
        if word not in self._sections_of:
            starts = self._starts
            places = self._words.of_few((word,), len(starts))
            indexes = {bisect_right(starts, place) - 1 for place in places} if places is not None else None
            self._sections_of[word] = indexes - {-1} if indexes is not None else None
        return self._sections_of[word]

    def boundary_before(self, offset: int) -> int | None:
        """Give the start of the longest boundary word that ends at an offset."""
        lengths = self.gazetteer.boundary_lengths.get(self.text[offset - 1 : offset]) if offset > 0 else None
        if lengths is None:
            return None
        text, words = self.text, self.gazetteer.boundaries
        for length in lengths:
            start = offset - length
            if start >= 0 and text[start:offset] in words and not self._goes_on(start, offset):
                return start
        return None

    def _goes_on(self, start: int, end: int) -> bool:
        """Tell whether a boundary word stands in a longer word that is none (经 of 经济, 由 of 自由)."""
        longer = self.gazetteer.longer_words.get(self.text[start:end])
        if longer is None:
            return False
        return any(start >= inside and self.text.startswith(word, start - inside) for inside, word in longer)

    def section_at(self, offset: int) -> Section | None:
        """Give the paragraph at an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self.document.sections[index] if index >= 0 else None

    def section_before(self, section: Section) -> Section | None:
        """Give the paragraph before one, None before the first."""
        index = bisect_left(self._starts, section.start)
        return self.document.sections[index - 1] if index else None

    def opens_item(self, section: Section | None) -> bool:
        """Tell whether a paragraph opens with a mark, as the items of a bulletin do."""
        return section is not None and self.text[section.start] in ITEM_MARKS

    def is_in(self, offset: int, *kinds: SectionKind) -> bool:
        """Tell whether the paragraph at an offset is of one of these kinds."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and self.document.sections[index].kind in kinds

    @cached_property
    def first_article(self) -> int:
        """Give where the first article of a regulation begins (第一条), the end of the text if there is none."""
        found = next(self.matches(_ARTICLE), None)
        return found.start() if found is not None else len(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Give all sentences, in order; none reaches over the end of its paragraph."""
        found = [
            Sentence(*match.span())
            for section in self.document.sections
            for match in SENTENCE.finditer(self.text, section.start, section.end)
        ]
        return tuple(found)

    @cached_property
    def clause_marks(self) -> list[int]:
        """Give the offsets of the marks that bound clauses."""
        return [mark.start() for mark in _CLAUSE_MARK.finditer(self.text)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """Give the sentence around an offset."""
        index = max(bisect_right(self._sentence_starts, offset) - 1, 0)
        return self.sentences[index]

    def sentences_in(self, section: Section) -> tuple[Sentence, ...]:
        """Give the sentences of a paragraph."""
        low = bisect_left(self._sentence_starts, section.start)
        return self.sentences[low : bisect_left(self._sentence_starts, section.end)]

    def promulgates(self, start: int, end: int) -> bool:
        """Tell whether a number near the head is the order that made the document known: …令第652号公布."""
        return start < _HEAD and self.text.startswith(("公布", "发布", "颁布"), end)

    def gap_before(self, offset: int) -> int:
        """Count the raw characters dropped before a character (spaces of a roster's columns).

        A single space tells nothing where spaces stray through the prose, as recognised scans have them.
        """
        gap = self.document.offsets.gap_before(offset)
        return 0 if gap == 1 and self._has_stray_spaces and self._is_prose(offset) else gap

    def _is_prose(self, offset: int) -> bool:
        section = self.section_at(offset)
        return section is not None and (
            section.end - section.start > _ROSTER_LINE or "。" in self.text[section.start : section.end]
        )

    @cached_property
    def has_variants(self) -> bool:
        """Tell whether the document writes traditional or variant characters anywhere."""
        return has_variants(self.document.text)

    @cached_property
    def _has_stray_spaces(self) -> bool:
        prose = [line for line in self.document.text.split("\n") if "。" in line and len(line) >= _PROSE_LINE]
        strays = sum(len(_STRAY.findall(_BRACKETED.sub("", line))) for line in prose)
        return strays >= _FEWEST_STRAYS and strays >= _SHARE_STRAY * sum(map(len, prose))

    def is_cut(self, start: int, end: int) -> bool:
        """Tell whether a name cannot reach over some offset within a stretch."""
        inside = range(start + 1, end)
        return not self.drops.isdisjoint(inside) and any(map(self.is_name_break, inside))

    def is_name_break(self, offset: int) -> bool:
        """Tell whether a name cannot reach over an offset: a new paragraph, or the wide space of a column."""
        if offset not in self.drops:
            return False
        if offset in self._breaks:
            return True
        if not 0 < offset < len(self.text):
            return False
        gap = self.gap_before(offset)
        if gap == 0:
            return False
        raw = self.document.offsets.raw_offset(offset)
        between = self.document.text[raw - gap : raw]
        if "\n" in between or not between.isspace():
            return False
        return gap > 1 or between in _WIDE or self._ends_name_column(offset)

    def is_behind_tab(self, offset: int) -> bool:
        """Tell whether a tab alone parts a character from the one before it, as in the rows of a table."""
        raw = self.document.offsets.raw_offset(offset) if offset in self.drops else 0
        return raw > 0 and self.document.text[raw - 1] == "\t" and self.gap_before(offset) == 1

    def _ends_name_column(self, offset: int) -> bool:
        """Tell whether a single space ends the names of a roster's line: 马建堂 统计局局长."""
        section = self.section_at(offset)
        if section is None or section.end - section.start > _ROSTER_LINE:
            return False
        role = _ROSTER_ROLE.match(self.text, section.start, section.end)
        name = self.text[role.end() if role is not None else section.start : offset]
        if _NAME.fullmatch(name) is None or not _ROSTER_POST.search(self.text, offset, section.end):
            return False
        return name[0] in self.gazetteer.surnames or name[:2] in self.gazetteer.surnames

    def refuse(self, start: int, end: int, kind: str, why: str) -> None:
        """Note a candidate that is not taken, where somebody wants to know (extract --explain)."""
        if self.refusals is not None and end > start:
            self.refusals.append(Refusal(start, end, kind, why))

    def mention(self, start: int, end: int, kind: MentionKind, rule: str) -> Mention:
        """Make a mention of `[start, end)`."""
        return Mention(start=start, end=end, kind=kind, surface=self.text[start:end], rule=rule)

    @cached_property
    def home_name(self) -> str | None:
        """Give the name of the body that the document comes from: issuer line, series, signature."""
        for section in self.document.sections:
            line = self.text[section.start : section.end]
            if section.kind is SectionKind.MASTHEAD and _SUFFIX_OF_SERIES.search(line):
                return _SUFFIX_OF_SERIES.sub("", line)
        return None

    @cached_property
    def home_region(self) -> Region | None:
        """Give the division that 省, 市 and 我市 stand for: the issuer's, else the one of local signs."""
        return self.issuing_region or place_of_signs(self.text, self.units, self.gazetteer, self.matches)

    @cached_property
    def issuing_region(self) -> Region | None:
        """Give the division that the issuer's name begins with."""
        for name in filter(None, (self.home_name, *self._signers(), self._opening())):
            unit = self.gazetteer.units_in(name).longest_starting(0, frozenset({"region", "place"}))
            if unit is not None:
                region = self.gazetteer.region_named(unit.value, within=None)
                if region is not None:
                    return region
        return None

    @cached_property
    def is_central(self) -> bool:
        """Tell whether a central body speaks, so that short names used at every level mean the central one."""
        return any(
            self.gazetteer.units_in(name).longest_starting(0, frozenset({"central"})) is not None
            for name in filter(None, (self.home_name, *self._signers()))
        )

    def _opening(self) -> str | None:
        """Give what a text of one piece opens with behind its date: the place or body that acts in it."""
        if len(self.document.articles) > 1:
            return None
        body = next((section for section in self.document.sections if section.kind is SectionKind.BODY), None)
        opening = _OPENING.match(self.text, body.start, body.end) if body is not None else None
        return opening["actor"] if opening is not None else None

    def _signers(self) -> list[str]:
        """Give the lines that may name the issuer of a single document, the surest first."""
        metadata = (
            _FIELD_NAME.sub("", line) for line in self._lines(SectionKind.METADATA) if _ISSUER_FIELD.match(line)
        )
        title = (_LABEL.sub("", line) for line in self._lines(SectionKind.TITLE)[:1])
        return [*self._lines(SectionKind.SIGNATURE), *metadata, *title]

    def _lines(self, kind: SectionKind) -> list[str]:
        """Give the paragraphs of a kind."""
        return [self.text[section.start : section.end] for section in self.document.sections if section.kind is kind]
